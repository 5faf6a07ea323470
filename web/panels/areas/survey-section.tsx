import { useQuery } from '@tanstack/react-query';
import type { AreaSummary } from '#core/wire/areas.ts';
import { queries } from '../../api/queries.ts';
import { setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { LineChart, type Line } from '../../ui/charts/line-chart.tsx';
import { Select } from '../../ui/field.tsx';
import { Section } from '../../ui/panel.tsx';
import { chosenIndicator } from '../map/chosen-indicator.ts';
import { figureOf, thresholdOf, writeChange, writeValue, type Indicator } from './figures.ts';
import { IndicatorTable } from './indicator-table.tsx';
import styles from './areas.module.css';

/** The chosen question through the years, and all questions of the year. */
export function SurveySection({ summary, year }: { summary: AreaSummary; year: number }) {
  const { t, name } = useText();
  const words = t.areas.page.survey;
  const { filter } = useAddress();
  const index = useQuery(queries.survey());
  const code = chosenIndicator(index.data, filter);
  const chosen = summary.survey.find(({ indicator }) => indicator === code) ?? summary.survey[0];
  if (!chosen) {
    return (
      <Section title={words.title}>
        <p>{words.none}</p>
      </Section>
    );
  }
  return (
    <Section title={words.title}>
      <Select
        label={t.areas.choose.indicator}
        value={chosen.indicator}
        onChange={(value) => setFilter('indicator', value)}
        options={summary.survey.map((one) => ({ value: one.indicator, label: name(one) }))}
      />
      <Headline indicator={chosen} year={year} />
      <SeriesChart indicator={chosen} area={summary.area.name} />
      <IndicatorTable survey={summary.survey} year={year} chosen={chosen.indicator} />
    </Section>
  );
}

/** Change before level, then how many answered. */
function Headline({ indicator, year }: { indicator: Indicator; year: number }) {
  const text = useText();
  const { t, number } = text;
  const words = t.areas.page.survey;
  const { now, before, change } = figureOf(indicator, year, 'all');
  const answered = [
    now?.answers != null && words.answers(number(now.answers), String(year)),
    now?.responseRate != null && words.responseRate(text.percent(now.responseRate / 100)),
  ].filter(Boolean);
  return (
    <div>
      <p className={styles['headline']}>
        {change !== null && before && (
          <span>
            <strong>{writeChange(text, indicator.measure, change)}</strong>
            {` ${t.areas.list.change(String(before.year)).toLocaleLowerCase()}`}
          </span>
        )}
        <span>
          {now?.value != null ? (
            <>
              <strong>{writeValue(text, indicator.measure, now.value)}</strong>
              {` ${year}`}
            </>
          ) : (
            `${year}: ${now?.status === 'too_few' ? t.common.tooFew : t.common.missing}`
          )}
        </span>
      </p>
      {answered.length > 0 && <p className={styles['hint']}>{answered.join(', ')}</p>}
    </div>
  );
}

/** Three comparison lines at most: more cannot be told apart. */
const mostComparisons = 3;
/** How far the axis may go, and in which steps; an index of its own scale as far as its values. */
const limits = { INDEX_0_6: 6, PERCENT: 100, INDEX: Number.POSITIVE_INFINITY } as const;
const steps = { INDEX_0_6: [1, 2], PERCENT: [5, 10, 20], INDEX: [1, 2, 5, 10, 20, 50, 100, 200, 500] } as const;

function SeriesChart({ indicator, area }: { indicator: Indicator; area: string }) {
  const text = useText();
  const { t, name, number } = text;
  const words = t.areas.page.survey;
  const years = indicator.series.map(({ year }) => year);
  const threshold = thresholdOf(indicator);
  const isPercent = indicator.measure === 'PERCENT';
  const gaps = { too_few: words.tooFew, missing: words.missing, published: undefined };
  const own = (['all', 'women', 'men'] as const).map((group): Line => ({
    id: group,
    label: group === 'all' ? words.line : t.areas.respondents[group],
    tone: group === 'all' ? 'main' : group,
    points: indicator.series
      .filter(({ respondents }) => respondents === group)
      .map(({ year, value, status }) => ({ year, value, gap: gaps[status] })),
  }));
  const units = [...new Set(indicator.comparison.map(({ unit }) => unit))].slice(0, mostComparisons);
  const others = units.map((unit): Line => ({
    id: `unit ${unit}`,
    label: unit,
    tone: 'comparison',
    points: indicator.comparison.filter((point) => point.unit === unit && years.includes(point.year)),
  }));
  return (
    <LineChart
      title={words.chart(name(indicator), area, String(Math.min(...years)), String(Math.max(...years)))}
      lines={[...own, ...others].filter(({ points }) => points.length > 0)}
      threshold={threshold === null ? undefined : { value: threshold, label: words.threshold }}
      limit={limits[indicator.measure]}
      steps={steps[indicator.measure]}
      format={(value) => writeValue(text, indicator.measure, value)}
      formatTick={(value) => (isPercent ? text.percent(value / 100) : number(value))}
      words={t.areas.chartWords}
    />
  );
}
