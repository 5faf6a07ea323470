import type { Random } from '#core/random.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';
import type { Period } from './cases.ts';
import { hourProfile, monthProfile, shareWithoutHour } from './truth.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Which hours a planted crime may have: any, from 18 to 02, or from 06 to 18. Null: as reports are, some without. */
export type DayPart = 'day' | 'evening' | 'daytime' | null;

const hoursOf: Record<'day' | 'evening' | 'daytime', (hour: number) => boolean> = {
  day: () => true,
  evening: (hour) => hour >= 18 || hour < 2,
  daytime: (hour) => hour >= 6 && hour < 18,
};

/** When a crime happened: local time to the minute, and its hour (null where the report gives none: then at midnight). */
export function moment(
  category: IncidentCategory,
  { from, to }: Period,
  part: DayPart,
  random: Random,
): { occurredAt: string; hour: number | null } {
  const date = dayIn(Date.parse(from), Date.parse(to), random);
  if (part === null && random.next() < (shareWithoutHour[category] ?? 0))
    return { occurredAt: `${date}T00:00`, hour: null };
  const allowed = hoursOf[part ?? 'day'];
  const weights = hourProfile[category].map((weight, hour) => (allowed(hour) ? weight : 0));
  const hour = weighted(weights, random);
  const minute = random.integer(0, 59);
  return { occurredAt: `${date}T${twoDigits(hour)}:${twoDigits(minute)}`, hour };
}

/** A day of the period, by the months' weights. */
function dayIn(from_ms: number, to_ms: number, random: Random): string {
  const most = Math.max(...monthProfile);
  for (;;) {
    const day = new Date(from_ms + Math.floor((random.next() * (to_ms - from_ms)) / DAY_MS) * DAY_MS);
    if (random.next() * most < monthProfile[day.getUTCMonth()]!) return day.toISOString().slice(0, 10);
  }
}

function weighted(weights: readonly number[], random: Random): number {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.findLastIndex((weight) => weight > 0);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
