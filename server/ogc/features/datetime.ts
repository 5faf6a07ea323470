import { badParameter } from '../bad-parameter.ts';

/** From and to as dates, both included; null is open. */
export interface Interval {
  readonly start: string | null;
  readonly end: string | null;
}

/**
 * Reads RFC 3339 instants, plain dates, and intervals of them with `..` or nothing for an open end. What we know of
 * features is dates, so the time of day is left out.
 * @throws 400 that says what is wrong.
 */
export function parseDatetime(value: string): Interval {
  const parts = value.split('/');
  if (parts.length > 2) throw wrong(value);
  if (parts.length === 1) {
    const day = dayOf(parts[0]!, value);
    return { start: day, end: day };
  }
  const [start, end] = parts.map((part) => (part === '' || part === '..' ? null : dayOf(part, value)));
  if (start === null && end === null) throw wrong(value);
  if (start && end && start > end) throw badParameter('datetime', value, 'The interval ends before it begins.');
  return { start: start ?? null, end: end ?? null };
}

function dayOf(part: string, whole: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/i.exec(part);
  const day = match?.[1];
  if (!day || Number.isNaN(Date.parse(part)) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
    throw wrong(whole);
  return day;
}

function wrong(value: string) {
  return badParameter(
    'datetime',
    value,
    'Give a date or an instant such as 2026-10-01 or 2026-10-01T12:00:00Z, or an interval of two with / between.',
  );
}
