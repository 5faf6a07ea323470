import { offsetOf } from '../../incident-time.ts';
import { parseClock } from '../clock.ts';
import { dateColumns, type DateColumn } from './dates.ts';
import { finding, percent, type Sample, type Trap } from './sample.ts';
import { cell } from '../../columns.ts';

const utcMoment = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)? ?(?:Z|UTC|GMT|[+-]00(?::?00)?)$/i;

/** Zones that a file's own column of local hours is held against, the likeliest first. */
const zones = [
  'Europe/Stockholm',
  'Europe/Helsinki',
  'Europe/London',
  'Europe/Athens',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Australia/Sydney',
  'UTC',
];

/**
 * Moments in UTC. They are read as local time of the installation, which is told; where a column of hours beside them
 * tells of another zone, that zone is proposed.
 */
export const utcTimes: Trap = (sample) =>
  dateColumns(sample).flatMap((column) => {
    const moments = column.cells.filter(({ text }) => utcMoment.test(text));
    if (moments.length === 0) return [];
    const told = {
      column: column.heading,
      rows: moments.length,
      share_percent: percent(moments.length, column.cells.length),
    };
    const zone = zoneOfHours(sample, column);
    if (!zone || zone === sample.timeZone)
      return [finding('info', 'utc_times', { ...told, timezone: sample.timeZone })];
    return [finding('warn', 'utc_other_zone', { ...told, timezone: zone }, { options: { timezone: zone } })];
  });

/** So many of the hours must be those of the zone. */
const nearlyAll = 0.95;

function zoneOfHours(sample: Sample, { index }: DateColumn): string | null {
  const hourColumn =
    sample.fields['hour'] ?? sample.header.findIndex((heading) => /^(hour|timme)$/i.test(heading.trim()));
  if (hourColumn < 0) return null;
  const pairs = sample.rows.flatMap((row) => {
    const [, day, time] = utcMoment.exec(cell(row, index)) ?? [];
    const hour = parseClock(cell(row, hourColumn))?.hour;
    return day && time && hour !== undefined ? [{ utc: Date.parse(`${day}T${time}Z`), hour }] : [];
  });
  if (pairs.length < 20) return null;
  const agrees = (zone: string) => {
    const offset = offsetOf(zone);
    const same = pairs.filter(({ utc, hour }) => new Date(utc + offset(utc)).getUTCHours() === hour).length;
    return same >= pairs.length * nearlyAll;
  };
  return [sample.timeZone, ...zones].find(agrees) ?? null;
}
