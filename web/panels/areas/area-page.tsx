import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { formatDate } from '#core/format/date.ts';
import type { AreaSummary } from '#core/wire/areas.ts';
import { ApiError } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useMap } from '../../map/use-map.tsx';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/empty-state.tsx';
import { Panel, Section } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { CameraSection } from './camera-section.tsx';
import { CrimeSection } from './crime-section.tsx';
import { GroundSections } from './ground-sections.tsx';
import { jumpToReport, ReportSection } from './report-section.tsx';
import { SourceSection } from './source-section.tsx';
import { SurveySection } from './survey-section.tsx';
import styles from './areas.module.css';

/** Everything that is known of one area, change before level, and its report. */
export function AreaPage({ id }: { id: number }) {
  const { t } = useText();
  const { year } = useWorkspace();
  const summary = useQuery(queries.areaSummary({ id, year }));
  const map = useMap();
  useAreaInSight(summary.data);
  const back = { label: t.areas.page.back, onClick: () => go({ selection: null }) };
  if (!summary.data) {
    const isGone = summary.error instanceof ApiError && summary.error.code === 'not-found';
    return (
      <Panel title={t.shell.places.areas} back={back}>
        {isGone ? (
          <EmptyState
            title={t.common.errors['not-found']}
            action={<Button onClick={back.onClick}>{back.label}</Button>}
          />
        ) : summary.error ? (
          <Section>
            <ProblemNotice error={summary.error} onRetry={() => void summary.refetch()} />
          </Section>
        ) : (
          <Loading label={t.common.loading} lines={8} />
        )}
      </Panel>
    );
  }
  const { area } = summary.data;
  return (
    <Panel
      title={area.name}
      kicker={t.areas.page.kicker(area.code)}
      back={back}
      actions={
        <>
          <IconButton icon="locate" label={t.areas.page.show} onClick={() => map?.fit(area.bounds)} />
          <IconButton icon="download" label={t.areas.report.jump} onClick={jumpToReport} />
        </>
      }
    >
      <AreaFacts summary={summary.data} />
      <OldBorders id={id} />
      <SurveySection summary={summary.data} year={year ?? summary.data.year} />
      <CrimeSection crime={summary.data.crime} />
      <CameraSection cameras={summary.data.cameras} />
      <GroundSections summary={summary.data} />
      <ReportSection area={area} year={summary.data.year} />
      <SourceSection summary={summary.data} />
    </Panel>
  );
}

/** In one line under the name: the figures below are what one comes for. */
function AreaFacts({ summary }: { summary: AreaSummary }) {
  const { t, number } = useText();
  const { area, year } = summary;
  const words = t.areas.page.facts;
  const facts = [
    words.year(String(year)),
    area.population !== null &&
      (area.populationYear === null
        ? words.population(number(area.population))
        : words.populationOf(number(area.population), String(area.populationYear), area.populationSource ?? '')),
    words.area(number(area.area_km2, 2)),
  ];
  return <p className={styles['facts']}>{facts.filter(Boolean).join(' · ')}</p>;
}

/** Said of an area whose borders have been moved since: its series ends there. */
function OldBorders({ id }: { id: number }) {
  const { t } = useText();
  const { instance } = useWorkspace();
  const sets = useQuery(queries.areaSets());
  const validTo = sets.data?.flatMap(({ areas }) => areas).find((area) => area.id === id)?.validTo;
  if (!validTo || validTo >= instance.today) return null;
  return <p className={styles['facts']}>{t.areas.page.oldBorders(formatDate(validTo))}</p>;
}

/** Takes the map to an area that is opened while it is out of sight; one that is in sight is left where it is. */
function useAreaInSight(summary: AreaSummary | undefined): void {
  const map = useMap();
  const bounds = summary?.area.bounds;
  useEffect(() => {
    if (!map || !bounds) return;
    const [west, south, east, north] = map.bounds();
    const middle = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] as const;
    const isInSight = middle[0] > west && middle[0] < east && middle[1] > south && middle[1] < north;
    if (!isInSight) map.fit(bounds);
  }, [map, bounds]);
}
