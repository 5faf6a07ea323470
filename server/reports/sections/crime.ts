import { formatPeriod } from '#core/format/date.ts';
import { formatNumber, formatPercent, type Locale } from '#core/format/number.ts';
import { MINIMUM_COUNT } from '#core/survey/too-few.ts';
import type { AreaSummary, GivenCount } from '#core/wire/areas.ts';
import type { Section } from '../content.ts';
import type { ReportTexts } from '../texts.ts';

/** Years shown in a table, counted back from the report's. */
const yearColumns = 6;

/** One table a source, after a heading for them all: sources are never added together. */
export function crimeSections(summary: AreaSummary, texts: ReportTexts, locale: Locale): Section[] {
  const words = texts.crime;
  const counted = summary.crime.filter((source) => source.refusedForDensity === null);
  const refused = summary.crime
    .filter((source) => source.refusedForDensity !== null)
    .map((source) => words.refused(source.source));
  const first: Section = {
    heading: words.heading,
    level: 2,
    intro: summary.crime.length === 0 ? words.none : words.intro,
    chart: null,
    table: null,
    notes: [...(counted.length > 0 ? [words.key(MINIMUM_COUNT)] : []), ...refused],
    source: null,
  };
  return [first, ...counted.map((source) => crimeSection(source, summary.year, texts, locale))];
}

function crimeSection(source: AreaSummary['crime'][number], year: number, texts: ReportTexts, locale: Locale): Section {
  const words = texts.crime;
  const years = (source.counts[0]?.byYear.map((each) => each.year) ?? [])
    .filter((each) => each <= year)
    .slice(-yearColumns);
  const isPart = (each: number) =>
    (source.periodFrom !== null && source.periodFrom > `${each}-01-01`) ||
    (source.periodTo !== null && source.periodTo < `${each}-12-31`);
  const period =
    source.periodFrom && source.periodTo ? formatPeriod(source.periodFrom, source.periodTo) : words.noPeriod;
  const written = (count: GivenCount | undefined) => {
    if (count === 'suppressed') return words.suppressedSign(MINIMUM_COUNT);
    if (count === 'withheld') return words.withheldSign;
    return count === 'missing' ? words.missingSign : formatNumber(count ?? 0, locale);
  };
  const isGiven = source.grain === 'area';
  const share = source.shareWithCoordinates;
  return {
    heading: words.what[source.what],
    level: 3,
    intro: years.length === 0 ? words.noCounts : null,
    chart: null,
    table:
      years.length === 0
        ? null
        : {
            header: [words.category, ...years.map((each) => (isPart(each) ? `${each}*` : String(each)))],
            rows: source.counts.map((row) => [
              locale === 'sv' ? row.nameSv : row.nameEn,
              ...years.map((each) => written(row.byYear.find((count) => count.year === each)?.count)),
            ]),
            columns: ['wide', ...years.map(() => 'narrow' as const)],
            textColumns: [0],
            sum: false,
          },
    notes: [...(years.some(isPart) ? [words.partYears(period)] : []), ...(isGiven ? [words.givenKey] : [])],
    source: [
      `${texts.source}: ${source.source}`,
      `${words.grainLabel}: ${words.grain[source.grain]}`,
      `${words.period}: ${period}`,
      ...(isGiven ? [] : [share === null ? words.coordinatesUnknown : words.coordinates(formatPercent(share, locale))]),
    ]
      .join('. ')
      .concat('.'),
  };
}
