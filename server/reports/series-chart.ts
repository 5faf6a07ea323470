import type { AreaSummary } from '#core/wire/areas.ts';
import { formatNumber, type Locale } from '#core/format/number.ts';
import { HIGH_PROBLEM_LEVEL } from '#core/survey/index-class.ts';
import { escapeXml } from './escape-xml.ts';
import { mapStyle } from './map-style.ts';

type Indicator = AreaSummary['survey'][number];
type Point = Indicator['series'][number];

export interface ChartWords {
  readonly all: string;
  readonly women: string;
  readonly men: string;
  readonly threshold: string;
  readonly tooFew: string;
  readonly missing: string;
}

const width = 166;
const height = 62;
const plot = { left: 9, right: 54, top: 5, bottom: 8 } as const;
/** The first and last year stand so far in from the plot's edges, millimetres. */
const inset = 5;
/** Names at the lines' ends stand at least so far apart, millimetres. */
const nameGap = 3.6;

const colours = {
  all: '#17457f',
  women: '#8a5a00',
  men: '#1c6137',
  comparison: '#626e7d',
  grid: '#d9dee4',
  threshold: '#a31b15',
} as const;

/**
 * One indicator's years as a line chart, 166 x 62 mm, one SVG unit a millimetre: the area, women and men where there are
 * any, comparison lines in grey. The axis begins at zero; a year without a value breaks the line and says why on the axis.
 * The threshold is drawn for the overall index alone: it says nothing of single questions.
 */
export function seriesChart(indicator: Indicator, isOverall: boolean, words: ChartWords, locale: Locale): string {
  const percent = indicator.measure === 'PERCENT';
  const decimals = percent ? 0 : 2;
  const values = [...indicator.series, ...indicator.comparison].flatMap((point) =>
    point.value === null ? [] : [point.value],
  );
  const years = [...new Set([...indicator.series, ...indicator.comparison].map((point) => point.year))].toSorted(
    (a, b) => a - b,
  );
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  const top = topOf(Math.max(...values, isOverall ? HIGH_PROBLEM_LEVEL : 0), percent);
  const innerWidth = width - plot.left - plot.right;
  const innerHeight = height - plot.top - plot.bottom;
  const share = (year: number) => (last === first ? 0.5 : (year - first) / (last - first));
  const x = (year: number) => round(plot.left + inset + share(year) * (innerWidth - 2 * inset));
  const y = (value: number) => round(plot.top + innerHeight * (1 - value / top.value));

  const lines = [
    ...comparisonLines(indicator),
    ...(['men', 'women', 'all'] as const).map((who) => ({
      name: words[who],
      colour: colours[who],
      weight: who === 'all' ? 0.75 : 0.4,
      dash: '',
      points: indicator.series.filter((point) => point.respondents === who),
    })),
  ].filter((line) => line.points.some((point) => point.value !== null));
  const ends = spread([
    ...lines.map((line) => {
      const { value } = line.points.findLast((point) => point.value !== null)!;
      const label = `${formatNumber(value!, locale, decimals)}  ${line.name}`;
      return { label, colour: line.colour, weight: line.weight > 0.5 ? 600 : 400, at: y(value!) };
    }),
    ...(isOverall
      ? [{ label: words.threshold, colour: colours.threshold, weight: 400, at: y(HIGH_PROBLEM_LEVEL) }]
      : []),
  ]);
  const others = indicator.series.filter((point) => point.respondents === 'all' && point.value === null);

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="${mapStyle.font}" font-size="3">`,
    ...top.ticks.flatMap((tick) => [
      `<path d="M${plot.left} ${y(tick)}H${width - plot.right}" stroke="${tick === 0 ? mapStyle.ink : colours.grid}" stroke-width="${tick === 0 ? 0.25 : 0.2}"/>`,
      text(plot.left - 1.5, y(tick) + 1, formatNumber(tick, locale), { anchor: 'end', colour: mapStyle.quietInk }),
    ]),
    ...years
      .filter((year) => years.length <= 12 || (last - year) % 2 === 0)
      .map((year) => text(x(year), height - 2, String(year), { anchor: 'middle', colour: mapStyle.quietInk })),
    ...(isOverall
      ? [
          `<path d="M${plot.left} ${y(HIGH_PROBLEM_LEVEL)}H${width - plot.right}" stroke="${colours.threshold}" stroke-width="0.3" stroke-dasharray="1.4 1"/>`,
        ]
      : []),
    ...others.map((point) => notPublished(x(point.year), height - plot.bottom, point, words)),
    ...lines.flatMap((line) => [
      `<path d="${pathOf(line.points, x, y)}" fill="none" stroke="${line.colour}" stroke-width="${line.weight}"${line.dash && ` stroke-dasharray="${line.dash}"`} stroke-linejoin="round"/>`,
      ...line.points.flatMap((point) =>
        point.value === null
          ? []
          : [`<circle cx="${x(point.year)}" cy="${y(point.value)}" r="${line.weight + 0.35}" fill="${line.colour}"/>`],
      ),
    ]),
    ...ends.map(({ label, colour, weight, at }) =>
      text(width - plot.right + 2, round(at + 1), label, { colour, weight }),
    ),
    '</svg>',
  ].join('\n');
}

function comparisonLines(indicator: Indicator) {
  const units = [...new Set(indicator.comparison.map((point) => point.unit))].slice(0, 3);
  return units.map((unit, order) => ({
    name: unit,
    colour: colours.comparison,
    weight: 0.4,
    // Told apart where they cross.
    dash: ['', '1.6 0.8', '0.5 0.7'][order] ?? '',
    points: indicator.comparison.filter((point) => point.unit === unit),
  }));
}

/** The line is broken where a year has no value; between two years that were both asked it is straight. */
function pathOf(
  points: readonly { year: number; value: number | null }[],
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  return points
    .map(({ year, value }) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${x(year)} ${y(value)}`;
      pen = 'L';
      return step;
    })
    .join('');
}

function notPublished(x: number, base: number, point: Point, words: ChartWords): string {
  return text(x, base - 1.2, point.status === 'too_few' ? words.tooFew : words.missing, {
    anchor: 'middle',
    size: 2.4,
    colour: mapStyle.quietInk,
  });
}

/** A round top for the axis, with its ticks from zero. */
function topOf(largest: number, percent: boolean): { readonly value: number; readonly ticks: readonly number[] } {
  // An index on a scale of its own may go further than 6: then in steps of one, two or five of its size.
  const own = largest > 6 ? 10 ** Math.floor(Math.log10(largest)) : 1;
  const ownStep = [0.2, 0.5, 1].map((part) => part * own).find((size) => largest / size <= 6) ?? own;
  const [step, limit] = percent
    ? [largest > 50 ? 20 : 10, 100]
    : largest > 6
      ? [ownStep, Number.POSITIVE_INFINITY]
      : [1, 6];
  const value = Math.min(Math.max(Math.ceil((largest * 1.05) / step), 1) * step, limit);
  return { value, ticks: Array.from({ length: value / step + 1 }, (_, index) => index * step) };
}

/** Names are pushed down, and then back up from the foot, until none touches another. */
function spread<End extends { at: number }>(ends: readonly End[]): End[] {
  const sorted = ends.toSorted((a, b) => a.at - b.at).map((end) => ({ ...end }));
  sorted.forEach((end, index) => {
    const above = sorted[index - 1];
    if (above && end.at - above.at < nameGap) end.at = above.at + nameGap;
  });
  let floor = height - plot.bottom + 1;
  for (const end of sorted.toReversed()) {
    end.at = Math.min(end.at, floor);
    floor = end.at - nameGap;
  }
  return sorted;
}

function text(
  x: number,
  y: number,
  words: string,
  { anchor = 'start', size = 3, weight = 400, colour = mapStyle.ink as string } = {},
): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeXml(words)}</text>`;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
