import { parseClock } from './sense/clock.ts';
import { parseMonth } from './sense/period.ts';
import { dayOrderOf, parseDay, type DayOrder } from './values.ts';

/** How finely a source tells time. */
export type TimeGrain = 'minute' | 'hour' | 'day' | 'month';

/** A moment in local time: the start of the hour is kept apart, null where no time of day is given. */
export interface LocalTime {
  readonly occurredAt: string;
  readonly hour: number | null;
}

export interface TimeReader {
  readonly grain: TimeGrain;
  of(time: string, hour: string): LocalTime | null;
}

const clock =
  /[T ](?:kl(?:ockan)?\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(AM|PM)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
/** A zone that says UTC; any other offset tells local time. */
const utc = /^(?:Z|UTC|GMT|[+-]00(?::?00)?)$/i;
/** "20250401123000" and "2025-04-01 1230" as a date and a time of day. */
const apart = (time: string) =>
  time.replace(
    /^(\d{4}-?\d{2}-?\d{2})[T ]?(\d{2})(\d{2})(\d{2})?$/,
    (_, day, h, m, s = '00') => `${day} ${h}:${m}:${s}`,
  );

/**
 * Reads the times of a file, from a sample of them: whether they are months, days or moments, and in which order a date
 * is written. Midnight throughout means that no time of day is given. A moment in UTC becomes local time, and then a
 * column of hours beside it has nothing to add; one that carries another offset is local already.
 */
export function timeReader(
  sample: readonly (readonly [time: string, hour: string])[],
  timeZone: string,
  headingSaysMonth: boolean,
  askedOrder: DayOrder | null = null,
): TimeReader {
  const given = sample.filter(([time]) => time !== '').map(([time, hour]) => [apart(time), hour] as const);
  const order = askedOrder ?? dayOrderOf(given.map(([time]) => time));
  const utcOffset = offsetOf(timeZone);
  const grain = grainOf(given, headingSaysMonth);

  const cache = new Map<string, LocalTime | null>();
  function of(time: string, hour: string): LocalTime | null {
    const key = `${time}\t${hour}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const read = readTime(apart(time), hour, order, grain, utcOffset);
    if (cache.size < 50_000) cache.set(key, read);
    return read;
  }
  return { grain, of };
}

/** So many months that all begin on their first day are months, whatever their heading says. */
const enoughMonths = 3;

function grainOf(given: readonly (readonly [string, string])[], headingSaysMonth: boolean): TimeGrain {
  const isFirst = ([time]: readonly [string, string]) => /^\d{4}-\d{2}-01$/.test(time);
  const isMonth = (pair: readonly [string, string]) =>
    (headingSaysMonth && isFirst(pair)) || (!/^\d{4}-\d{2}-\d/.test(pair[0]) && isWrittenMonth(pair[0]));
  if (given.length > 0 && given.every(isMonth)) return 'month';
  if (given.every(isFirst) && given.every(([, hour]) => hour === ''))
    if (new Set(given.map(([time]) => time)).size >= enoughMonths) return 'month';
  const clocks = given.map(([time]) => clock.exec(time)).filter((found) => found !== null);
  if (clocks.some(([, , minute]) => minute !== '00')) return 'minute';
  const hours = given.map(([, hour]) => hour).filter((hour) => hour !== '');
  if (hours.some((hour) => (parseClock(hour)?.minute ?? 0) > 0)) return 'minute';
  if (hours.length > 0) return 'hour';
  return clocks.some(([, hour, , , half]) => Number(hour) % (half ? 12 : 24) !== 0) ? 'hour' : 'day';
}

const isWrittenMonth = (text: string) => /^\d{4}-\d{2}$/.test(text) || parseMonth(text) !== null;

function readTime(
  time: string,
  hourText: string,
  order: DayOrder,
  grain: TimeGrain,
  utcOffset: (utc: number) => number,
): LocalTime | null {
  const month = grain === 'month' ? parseMonth(time) : null;
  if (month) return { occurredAt: `${month}-01 00:00:00`, hour: null };
  const day = parseDay(/^\d{4}-\d{2}$/.test(time) ? `${time}-01` : time, order);
  if (!day) return null;
  if (grain === 'month') return { occurredAt: `${day.slice(0, 7)}-01 00:00:00`, hour: null };
  if (grain === 'day') return { occurredAt: `${day} 00:00:00`, hour: null };
  const found = clock.exec(time);
  if (hourText !== '' && !utc.test(found?.[5] ?? '')) return withHour(day, hourText);
  if (!found) return time.length <= 10 ? { occurredAt: `${day} 00:00:00`, hour: null } : null;
  const [, hourPart, minute, second = '00', half, zone] = found;
  const hour = half ? (Number(hourPart) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : Number(hourPart);
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (!zone || !utc.test(zone)) {
    return { occurredAt: `${day} ${pad(hour)}:${minute}:${second}`, hour };
  }
  const moment = Date.parse(`${day}T${pad(hour)}:${minute}:${second}Z`);
  const local = new Date(moment + utcOffset(moment)).toISOString();
  return { occurredAt: local.slice(0, 19).replace('T', ' '), hour: Number(local.slice(11, 13)) };
}

/** A column of its own for the hour ("22", "22-23", "22:30", "kl. 22.30") says the local time of that day. */
function withHour(day: string, hourText: string): LocalTime | null {
  const time = parseClock(hourText);
  return time ? { occurredAt: `${day} ${pad(time.hour)}:${pad(time.minute ?? 0)}:00`, hour: time.hour } : null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Milliseconds to add to UTC for local time, remembered by the hour: asking the calendar each time is slow. */
export function offsetOf(timeZone: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<number, number>();
  return (utc) => {
    const hour = Math.floor(utc / 3_600_000);
    let offset = known.get(hour);
    if (offset === undefined) {
      const parts = Object.fromEntries(
        format.formatToParts(hour * 3_600_000).map(({ type, value }) => [type, Number(value)]),
      );
      const local = Date.UTC(
        parts['year'] ?? 0,
        (parts['month'] ?? 1) - 1,
        parts['day'],
        parts['hour'],
        parts['minute'],
      );
      offset = local - hour * 3_600_000;
      known.set(hour, offset);
    }
    return offset;
  };
}
