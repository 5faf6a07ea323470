import { parseDay } from '../values.ts';
import { fullYear, monthNumber, monthPattern, ordinal } from './swedish-words.ts';

export type PeriodGrain = 'day' | 'month' | 'quarter' | 'half_year' | 'year' | 'period';

/** The first and the last day of what a count covers, "YYYY-MM-DD", both within it. */
export interface Period {
  readonly grain: PeriodGrain;
  readonly from: string;
  readonly to: string;
}

/** Why a text is no period: weeks belong to no month, so their counts cannot stand beside others. */
export type NoPeriod = 'week' | 'not_a_period';

const word = '(?:[ivIV]{1,3}|[1-4](?::?[aest])?|första|andra|tredje|fjärde)';
const year = '(?<year>\\d{4})';
const dash = /\s*(?:-|–|—|till(?: och med)?|t\.?o\.?m\.?|to|\/(?=\d{4}))\s*/;

/**
 * A period as counts are published by: "2025", "2025-03", "mars 2025", "mar-25", "2025M03", "kv 1 2025", "2025K1",
 * "första halvåret 2025", "tertial 2 2025", "jan–mar 2025", "2025-01-01–2025-03-31" and single days.
 */
export function parsePeriod(text: string): Period | NoPeriod {
  const plain = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/\s*\bprel(\.|iminär[at]?)?,?\s*/gi, ' ')
    .replace(/[()]/g, '')
    .trim()
    .toLowerCase();
  if (/^(v\.?|vecka|week|w)\s?\d{1,2}\b|\d{4}[-\s]?(v|w|vecka|week)\.?\s?\d{1,2}$/.test(plain)) return 'week';
  return wholeYear(plain) ?? partOfYear(plain) ?? month(plain) ?? day(plain) ?? span(plain) ?? 'not_a_period';
}

/** A month as "YYYY-MM" from any of the ways in which one is written; null for anything else. */
export function parseMonth(text: string): string | null {
  const period = parsePeriod(text);
  return typeof period === 'object' && period.grain === 'month' ? period.from.slice(0, 7) : null;
}

function wholeYear(text: string): Period | null {
  const found = /^(?:år(?:et)? ?|helår(?:et)? ?|year )?(\d{4})(?:[.,]0)?(?: helår(?:et)?)?$/.exec(text)?.[1];
  return found ? months('year', Number(found), 1, 12) : null;
}

/** Quarters, halves and the thirds that municipalities report by (tertial), each number before or after the word and the year. */
const parts = (
  [
    ['quarter', 3, '(?:kvartalet|kvartal|kv\\.?|quarter|k|q)'],
    ['half_year', 6, '(?:halvåret|halvår|half year|half|hå|h)'],
    ['period', 4, '(?:tertialet|tertial|t)'],
  ] as const
).map(([grain, length, name]) => ({
  grain,
  length,
  patterns: [
    `${name}[ -]?(?<order>${word})[,/ -]*${year}`,
    `(?<order>${word})[ -]?${name}[,/ -]*${year}`,
    `${year}[,/ -]*${name}[ -]?(?<order>${word})`,
    `${year}[,/ -]*(?<order>${word})[ -]?${name}`,
  ].map((pattern) => new RegExp(`^${pattern}$`)),
}));

function partOfYear(text: string): Period | null {
  for (const { grain, length, patterns } of parts) {
    for (const pattern of patterns) {
      const groups = pattern.exec(text)?.groups;
      const order = groups ? ordinal(groups['order'] ?? '') : null;
      if (order === null || order * length > 12) continue;
      return months(grain, Number(groups?.['year']), (order - 1) * length + 1, order * length);
    }
  }
  return null;
}

const namedMonth = new RegExp(`^(${monthPattern})[,' -]*(\\d{4}|\\d{2})$`);
const monthBehindYear = new RegExp(`^(\\d{4})[,' -]*(${monthPattern})$`);

function month(text: string): Period | null {
  const numbered = /^(\d{4})(?:[-/.m ]?)(0[1-9]|1[0-2])$/.exec(text) ?? /^(\d{4})[-/.m ](\d)$/.exec(text);
  if (numbered) return months('month', Number(numbered[1]), Number(numbered[2]), Number(numbered[2]));
  const turned = /^(0?[1-9]|1[0-2])[-/. ](\d{4})$/.exec(text);
  if (turned) return months('month', Number(turned[2]), Number(turned[1]), Number(turned[1]));
  const named = namedMonth.exec(text);
  if (named) return monthOf(named[2], named[1]);
  const yearFirst = monthBehindYear.exec(text);
  return yearFirst ? monthOf(yearFirst[1], yearFirst[2]) : null;
}

function monthOf(yearText = '', name = ''): Period | null {
  const number = monthNumber(name);
  return number === null ? null : months('month', fullYear(yearText), number, number);
}

function day(text: string): Period | null {
  const found = /[-–].*[-–].*[-–]|\d{4}.*\d{4}.*\d{4}/.test(text) ? null : parseDay(text, 'dmy');
  return found && !dash.test(text.slice(10)) ? { grain: 'day', from: found, to: found } : null;
}

const namedSpan = new RegExp(`^(${monthPattern})(?: (\\d{4}))?${dash.source}(${monthPattern})[ ,]*(\\d{4})$`);
const namedSpanBehindYear = new RegExp(`^(\\d{4})[ ,]+(${monthPattern})${dash.source}(${monthPattern})$`);

/** From one period to another: "jan–mar 2025", "2025-01–2025-03", "2023–2024", "1 jan 2025 - 31 mars 2025". */
function span(text: string): Period | null {
  const names = namedSpan.exec(text);
  if (names) {
    const [, first = '', firstYear, last = '', lastYear = ''] = names;
    return between(monthOf(firstYear ?? lastYear, first), monthOf(lastYear, last));
  }
  const turned = namedSpanBehindYear.exec(text);
  if (turned) return between(monthOf(turned[1], turned[2]), monthOf(turned[1], turned[3]));
  const years = /^(\d{4})\s?[-–]\s?(\d{4})$/.exec(text);
  if (years) return between(wholeYear(years[1] ?? ''), wholeYear(years[2] ?? ''));
  // The dash between is the one in the middle: the days and months have dashes of their own.
  const halves =
    /^(\d{4}[-/.]?\d{2}(?:[-/.]?\d{2})?)\s?(?:--|-|–|—|\/| till | t\.?o\.?m\.? | to )\s?(\d{4}[-/.]?\d{2}(?:[-/.]?\d{2})?)$/.exec(
      text,
    );
  const [from, to] = halves ? [halves[1] ?? '', halves[2] ?? ''] : text.split(/\s+(?:-|–|—|till|to)\s+/);
  if (!from || !to) return null;
  return between(month(from) ?? dayOf(from), month(to) ?? dayOf(to));
}

function dayOf(text: string): Period | null {
  const found = parseDay(text, 'dmy');
  return found ? { grain: 'day', from: found, to: found } : null;
}

/** The grain of what lies between is named when it is a whole quarter, half or year. */
function between(first: Period | null, last: Period | null): Period | null {
  if (!first || !last || last.to < first.from) return null;
  const [fromYear, fromMonth] = [Number(first.from.slice(0, 4)), Number(first.from.slice(5, 7))];
  const whole = (
    [
      ['month', 1],
      ['quarter', 3],
      ['half_year', 6],
      ['year', 12],
    ] as const
  )
    .filter(([, length]) => (fromMonth - 1) % length === 0)
    .map(([grain, length]) => months(grain, fromYear, fromMonth, fromMonth + length - 1))
    .find((period) => period.from === first.from && period.to === last.to);
  return whole ?? { grain: first.from === last.to ? 'day' : 'period', from: first.from, to: last.to };
}

function months(grain: PeriodGrain, inYear: number, first: number, last: number): Period {
  const end = new Date(Date.UTC(inYear, last, 0)).toISOString().slice(0, 10);
  return { grain, from: `${inYear}-${String(first).padStart(2, '0')}-01`, to: end };
}
