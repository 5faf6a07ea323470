import { formatNumber, formatPercent, type Locale } from '#core/format/number.ts';
import { HIGH_PROBLEM_LEVEL } from '#core/survey/index-class.ts';
import type { AreaSummary } from '#core/wire/areas.ts';
import type { Section } from '../content.ts';
import { isOverall } from '../overall.ts';
import { seriesChart } from '../series-chart.ts';
import type { ReportTexts } from '../texts.ts';

/** Years shown in the table, counted back from the report's. */
const yearColumns = 5;

export function surveySections(
  summary: AreaSummary,
  texts: ReportTexts,
  locale: Locale,
  pictures: Record<string, string>,
): Section[] {
  const words = texts.survey;
  const upTo = summary.survey
    .map((indicator) => ({
      ...indicator,
      series: indicator.series.filter((point) => point.year <= summary.year),
      comparison: indicator.comparison.filter((point) => point.year <= summary.year),
    }))
    .filter((indicator) => indicator.series.length > 0);
  const base = { heading: words.heading, level: 2 as const, intro: words.intro };
  if (upTo.length === 0) return [{ ...base, intro: words.none, chart: null, table: null, notes: [], source: null }];

  const years = [...new Set(upTo.flatMap((indicator) => indicator.series.map((point) => point.year)))].toSorted(
    (a, b) => a - b,
  );
  const rate = upTo
    .flatMap((indicator) => indicator.series)
    .findLast((point) => point.year === summary.year && point.responseRate !== null)?.responseRate;
  const source = [
    `${texts.source}: ${summary.survey_source ?? ''}`,
    words.grain,
    `${texts.crime.period}: ${years[0] === years.at(-1) ? years[0] : `${years[0]}–${years.at(-1)}`}`,
    ...(rate === undefined || rate === null
      ? []
      : [words.responseRate(formatPercent(rate / 100, locale), summary.year)]),
  ].join('. ');

  const main = upTo.find(isOverall) ?? upTo.find((indicator) => indicator.measure === 'INDEX_0_6') ?? upTo[0]!;
  const name = locale === 'sv' ? main.nameSv : main.nameEn;
  const all = main.series.filter((point) => point.respondents === 'all');
  pictures['series.svg'] = seriesChart(
    main,
    isOverall(main),
    {
      all: words.all,
      women: words.women,
      men: words.men,
      threshold: words.threshold(formatNumber(HIGH_PROBLEM_LEVEL, locale, 2)),
      tooFew: words.tooFewShort,
      missing: words.missingShort,
    },
    locale,
  );
  const decimalsOf = (indicator: AreaSummary['survey'][number]) => {
    if (isOverall(indicator)) return 2;
    const whole = indicator.series.every((point) => point.value === null || Number.isInteger(point.value));
    return whole ? 0 : indicator.measure === 'PERCENT' ? 1 : 2;
  };
  const written = (point: AreaSummary['survey'][number]['series'][number] | undefined, decimals: number) => {
    if (point?.value !== null && point?.value !== undefined) return formatNumber(point.value, locale, decimals);
    return point?.status === 'too_few' ? words.tooFewSign : words.missingSign;
  };
  const shownYears = years.slice(-yearColumns);
  const groups = (['women', 'men'] as const).filter((who) =>
    upTo.some((indicator) =>
      indicator.series.some((point) => point.respondents === who && point.year === summary.year),
    ),
  );
  const pointOf = (indicator: AreaSummary['survey'][number], who: string, year: number) =>
    indicator.series.find((point) => point.respondents === who && point.year === year);
  return [
    {
      ...base,
      chart: {
        file: 'series.svg',
        alt: words.chartAlt(
          name,
          all
            .map(
              (point) =>
                `${point.year}: ${point.value === null ? (point.status === 'too_few' ? words.tooFewShort : words.missingShort) : written(point, decimalsOf(main))}`,
            )
            .join('; '),
        ),
        caption: name,
      },
      table: {
        header: [
          words.indicator,
          ...shownYears.map(String),
          ...groups.map((who) => `${words[who]} ${summary.year}`),
          words.answersOf(summary.year),
        ],
        rows: upTo.map((indicator) => {
          const decimals = decimalsOf(indicator);
          const answers = pointOf(indicator, 'all', summary.year)?.answers;
          return [
            `${locale === 'sv' ? indicator.nameSv : indicator.nameEn}${indicator.measure === 'PERCENT' ? `, ${words.perCent}` : ''}`,
            ...shownYears.map((year) => written(pointOf(indicator, 'all', year), decimals)),
            ...groups.map((who) => written(pointOf(indicator, who, summary.year), decimals)),
            answers === null || answers === undefined ? words.missingSign : formatNumber(answers, locale),
          ];
        }),
        columns: ['wide', ...shownYears.map(() => 'narrow' as const), ...groups.map(() => 'narrow' as const), 'narrow'],
        textColumns: [0],
        sum: false,
      },
      notes: [words.key],
      source: `${source}.`,
    },
  ];
}
