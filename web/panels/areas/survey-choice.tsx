import type { SurveyIndex } from '#core/wire/areas.ts';
import { go, setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Segmented, Select } from '../../ui/field.tsx';
import { chosenRespondents, respondentGroups } from './chosen-respondents.ts';
import styles from './areas.module.css';

interface SurveyChoiceProps {
  readonly survey: SurveyIndex;
  readonly indicator: string;
  readonly year: number | null;
}

/** Which question, which year, whose answers: for the list and for the map. */
export function SurveyChoice({ survey, indicator, year }: SurveyChoiceProps) {
  const { t, name } = useText();
  const { filter } = useAddress();
  const respondents = chosenRespondents(filter);
  return (
    <>
      <div className={styles['choice']}>
        <Select
          label={t.areas.choose.indicator}
          value={indicator}
          onChange={(value) => setFilter('indicator', value)}
          options={survey.indicators.map((one) => ({ value: one.code, label: name(one) }))}
        />
        <Select
          label={t.areas.choose.year}
          value={String(year ?? '')}
          onChange={(value) => go({ year: Number(value) })}
          options={survey.years.toReversed().map((one) => ({ value: String(one), label: String(one) }))}
        />
      </div>
      <Segmented
        label={t.areas.choose.respondents}
        value={respondents}
        onChange={(value) => setFilter('respondents', value === 'all' ? null : value)}
        options={respondentGroups.map((group) => ({ value: group, label: t.areas.respondents[group] }))}
      />
    </>
  );
}
