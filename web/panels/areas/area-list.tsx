import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaSet, SurveyMap } from '#core/wire/areas.ts';
import { queries } from '../../api/queries.ts';
import { go, setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/field.tsx';
import { Panel, Section } from '../../ui/panel.tsx';
import { chosenIndicator } from '../map/chosen-indicator.ts';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { change } from '../shell/rail.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { AreaTable, type AreaRow } from './area-table.tsx';
import { chosenRespondents } from './chosen-respondents.ts';
import { SurveyChoice } from './survey-choice.tsx';
import styles from './areas.module.css';

/** So many areas can be looked over; above that their names can be filtered. */
const mostWithoutFilter = 25;

/** All areas in alphabetical order, with the change and the value of one question. */
export function AreaList() {
  const { t } = useText();
  const { filter } = useAddress();
  const { year, instance } = useWorkspace();
  const [words, setWords] = useState('');
  const sets = useQuery(queries.areaSets());
  const survey = useQuery(queries.survey());
  const code = chosenIndicator(survey.data, filter);
  const indicator = survey.data?.indicators.find((one) => one.code === code);
  const values = useQuery(queries.surveyValues({ indicator: code, year, respondents: chosenRespondents(filter) }));
  const error = sets.error ?? survey.error ?? values.error;

  const known = sets.data ?? [];
  const set = known.find((one) => one.code === filter['set']) ?? bestSet(known, values.data);
  const rows = set ? rowsOf(set, values.data, instance.today) : [];
  const shown = rows.filter((row) => row.name.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()));
  if (sets.data && rows.length === 0 && known.every(({ areas }) => areas.length === 0)) return <NoAreas />;
  return (
    <Panel title={t.shell.places.areas}>
      <Section>
        {error && <ProblemNotice error={error} onRetry={() => void Promise.all([sets.refetch(), survey.refetch()])} />}
        {survey.data && survey.data.indicators.length === 0 && <p>{t.areas.empty.noSurvey}</p>}
        {survey.data && code !== null && <SurveyChoice survey={survey.data} indicator={code} year={year} />}
        {rows.length > mostWithoutFilter && (
          <TextField label={t.areas.list.find} value={words} onChange={setWords} type="search" />
        )}
      </Section>
      {!sets.data && !error && <Loading label={t.common.loading} lines={8} />}
      {sets.data && rows.length > 0 && (
        <AreaTable rows={shown} indicator={indicator} year={year} previousYear={values.data?.previousYear ?? null} />
      )}
      {rows.length > 0 && shown.length === 0 && <p className={styles['note']}>{t.areas.list.noHits(words)}</p>}
      {indicator && (
        <Section>
          <p className={styles['hint']}>{t.areas.list.note}</p>
          <p className={styles['hint']}>
            {indicator.measure === 'PERCENT'
              ? t.areas.list.percent
              : indicator.measure === 'INDEX'
                ? t.areas.list.ownScale
                : t.areas.list.scale}
          </p>
          <p className={styles['hint']}>
            {values.data?.source ? t.areas.list.source(values.data.source) : t.areas.list.noSource}
          </p>
        </Section>
      )}
      {set && <OtherSets sets={known.filter((one) => one !== set)} />}
    </Panel>
  );
}

/** The ways to divide the municipality that are not in the list now. */
function OtherSets({ sets }: { sets: readonly AreaSet[] }) {
  const { t, name } = useText();
  if (sets.length === 0) return null;
  return (
    <Section title={t.areas.choose.otherSets}>
      <ul>
        {sets.map((set) => (
          <li key={set.code}>
            <Button kind="quiet" onClick={() => setFilter('set', set.code)}>
              {name(set)}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NoAreas() {
  const { t } = useText();
  return (
    <Panel title={t.shell.places.areas}>
      <EmptyState
        title={t.areas.empty.title}
        action={
          <Button onClick={() => go({ ...change('data'), filter: { tab: 'import' } })}>{t.areas.empty.toData}</Button>
        }
      >
        {t.areas.empty.text}
      </EmptyState>
    </Panel>
  );
}

/** The set that the survey's values belong to; the first where there are none. */
function bestSet(sets: readonly AreaSet[], values: SurveyMap | undefined): AreaSet | undefined {
  const counted = sets.map((set) => ({
    set,
    hits: values ? set.areas.filter(({ id }) => values.values.some(({ areaId }) => areaId === id)).length : 0,
  }));
  return counted.toSorted((a, b) => b.hits - a.hits)[0]?.set;
}

/** The areas in force in the survey's year; where the survey has none, those in force today. Alphabetical as given. */
function rowsOf(set: AreaSet, values: SurveyMap | undefined, today: string): readonly AreaRow[] {
  const byId = new Map(values?.values.map((value) => [value.areaId, value]));
  const surveyed = set.areas.filter(({ id }) => byId.has(id));
  const inForce = set.areas.filter(({ validFrom, validTo }) => (validFrom ?? '') <= today && (validTo ?? '9') >= today);
  return (surveyed.length > 0 ? surveyed : inForce).map((area) => ({ ...area, found: byId.get(area.id) }));
}
