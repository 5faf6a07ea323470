import { fullYear, monthNumber, monthPattern } from './sense/swedish-words.ts';

/** A number as Swedes or English write it ("2,10", "2.10", "1 234,5"); null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
  if (!/^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i.test(plain)) return null;
  return Number(plain.replace(',', '.'));
}

const yes = new Set(['1', 'true', 'yes', 'y', 'ja', 'j', 't', 'inne', 'inomhus', 'indoors', 'inside']);
const no = new Set(['0', 'false', 'no', 'n', 'nej', 'f', 'ute', 'utomhus', 'outdoors', 'outside']);

/** Null when the text says neither. */
export function parseYesNo(text: string): boolean | null {
  const plain = text.toLowerCase();
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : null;
}

/** In which order a file writes day and month when both are numbers. */
export type DayOrder = 'dmy' | 'mdy';

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})/;

/** Found from the dates themselves: a number above 12 cannot be a month. Day first when nothing tells. */
export function dayOrderOf(texts: Iterable<string>): DayOrder {
  for (const text of texts) {
    const [, first, second] = slashed.exec(text) ?? [];
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return 'dmy';
}

const spelled = new RegExp(
  `^(?:den )?(\\d{1,2})(?::?[ae]|\\.)?[ -]*(${monthPattern})[ ,-]*(\\d{4}|\\d{2})(?!\\d)`,
  'i',
);
const spelledMonthFirst = new RegExp(`^(${monthPattern}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i');

/**
 * A day as "YYYY-MM-DD" from ISO, "20250401", "08/07/16", "4.7.2016", "3 mars 2025" or "March 3, 2025"; a time of day behind
 * it is left out.
 */
export function parseDay(text: string, order: DayOrder): string | null {
  // GDAL writes the days of a geo file as 2026/01/31.
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const compact = /^(\d{4})(\d{2})(\d{2})(?:(?!\d)|(?=\d{4}(?:\d{2})?$))/.exec(text);
  if (compact) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const [, first, second, last] = slashed.exec(text) ?? [];
  if (!first || !second || !last) return spelledDay(text);
  const [d, m] = order === 'dmy' ? [first, second] : [second, first];
  return day(fullYear(last), Number(m), Number(d));
}

function spelledDay(text: string): string | null {
  if (!/\p{L}/u.test(text)) return null;
  const [, d, name, year] = spelled.exec(text) ?? [];
  if (d && name && year) return day(fullYear(year), monthNumber(name) ?? 0, Number(d));
  const [, first, date, last] = spelledMonthFirst.exec(text) ?? [];
  return first && date && last ? day(Number(last), monthNumber(first) ?? 0, Number(date)) : null;
}

/** A day that a spreadsheet left as its serial number ("41558" is 2013-10-11); null for anything else. */
export function excelDay(text: string): string | null {
  if (!/^[2-6]\d{4}$/.test(text)) return null;
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
}

function day(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date || year < 1900 || year > 2100) return null;
  return at.toISOString().slice(0, 10);
}

/** A key as a person would write it: GDAL gives whole numbers of a decimal column as "24407.0". */
export function parseCode(text: string): string {
  return /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text;
}

/** One line of COPY's text format. */
export function copyLine(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map(copyValue).join('\t')}\n`;
}

function copyValue(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r]/.test(value)
    ? value.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : value.replaceAll('\0', '');
}
