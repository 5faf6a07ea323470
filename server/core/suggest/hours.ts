import { hourClasses, type HourClass } from '../wire/layers.ts';
import { UNKNOWN_HOUR } from './demand-cells.ts';

/** Hours by the clock; `to` is not included. From 20 to 3 goes past midnight; 0 to 24 is the whole day. */
export type HourRun = { readonly from: number; readonly to: number };

export type HourClassCount = { readonly hourClass: HourClass | 'unknown'; readonly count: number };

/** Counts by the fixed classes of hours, those without a time of day last. Takes 24 hours and the unknown. */
export function countHourClasses(byHour: readonly number[]): HourClassCount[] {
  const classes = Object.entries(hourClasses) as [HourClass, readonly [number, number]][];
  const counts = classes.map(([hourClass, [from, to]]) => ({ hourClass, count: sum(byHour.slice(from, to)) }));
  return [...counts, { hourClass: 'unknown', count: byHour[UNKNOWN_HOUR] ?? 0 }];
}

/**
 * The shortest run of whole hours, past midnight if need be, that holds a share of the incidents: when a camera would
 * have to run (IMY has often allowed evenings and nights only). The earliest of several as short. Null when fewer than
 * half of the incidents have a time of day.
 */
export function shortestRun(byHour: readonly number[], share = 0.8): HourRun | null {
  const known = sum(byHour.slice(0, 24));
  if (known === 0 || known < (byHour[UNKNOWN_HOUR] ?? 0)) return null;
  for (let length = 1; length < 24; length += 1) {
    for (let from = 0; from < 24; from += 1) {
      let within = 0;
      for (let hour = from; hour < from + length; hour += 1) within += byHour[hour % 24]!;
      if (within >= share * known) return { from, to: ((from + length - 1) % 24) + 1 };
    }
  }
  return { from: 0, to: 24 };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
