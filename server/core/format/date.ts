import { NO_BREAK_SPACE, type Locale } from './number.ts';

const MONTHS: Record<Locale, readonly string[]> = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** A day as stored and as tables show it, "2025-04-01", in both languages. Throws unless the day exists. */
export function formatDate(isoDate: string): string {
  const { year, month, day } = readDate(isoDate);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** A day as running text has it: "1 april 2025", "1 April 2025". */
export function formatLongDate(isoDate: string, locale: Locale): string {
  const { year, month, day } = readDate(isoDate);
  return `${day}${NO_BREAK_SPACE}${MONTHS[locale][month - 1]!} ${year}`;
}

/** A period, both days included: "2023-01-01–2024-12-31"; whole years as "2023–2024", one whole year as "2023". */
export function formatPeriod(fromIsoDate: string, toIsoDate: string): string {
  const from = formatDate(fromIsoDate);
  const to = formatDate(toIsoDate);
  if (to < from) throw new Error(`Unexpected period: ${from} to ${to}.`);
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return from === to ? from : `${from}–${to}`;
  return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`;
}

/** Reads "2025-04-01", also where a time of day follows. No time zone takes part: a day is the day that is written. */
function readDate(isoDate: string): { year: string; month: number; day: number } {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(isoDate);
  const month = Number(parts?.[2]);
  const day = Number(parts?.[3]);
  if (!parts || !(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(parts[1]), month))) {
    throw new Error(`Unexpected date: ${isoDate}.`);
  }
  return { year: parts[1]!, month, day };
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
