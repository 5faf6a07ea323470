import type { ImportFinding } from '#core/wire/imports.ts';
import { capitals } from './traps/capitals.ts';
import { crsUndecided } from './traps/crs-undecided.ts';
import { dayOrder } from './traps/day-order.ts';
import { decimals } from './traps/decimals.ts';
import { duplicateIds } from './traps/duplicate-ids.ts';
import { farAway } from './traps/far-away.ts';
import { impossibleDays } from './traps/impossible-days.ts';
import { lostZeros, namesWithoutCodes, type KnownArea } from './traps/known-areas.ts';
import { mixedClasses } from './traps/mixed-classes.ts';
import { monthsNotDays } from './traps/months-not-days.ts';
import { nullIsland } from './traps/null-island.ts';
import type { Sample, Trap } from './traps/sample.ts';
import { outsideMap } from './traps/outside-map.ts';
import { stackedMidpoints } from './traps/stacked-midpoints.ts';
import { swappedAxes } from './traps/swapped-axes.ts';
import { swappedHeadings } from './traps/swapped-headings.ts';
import { twoDigitYears } from './traps/two-digit-years.ts';
import { utcTimes } from './traps/utc-times.ts';
import { wrongSystem } from './traps/wrong-system.ts';

const traps: readonly Trap[] = [
  crsUndecided,
  wrongSystem,
  swappedHeadings,
  swappedAxes,
  outsideMap,
  farAway,
  nullIsland,
  stackedMidpoints,
  duplicateIds,
  impossibleDays,
  dayOrder,
  twoDigitYears,
  utcTimes,
  monthsNotDays,
  decimals,
  capitals,
  mixedClasses,
];

const gravity = { stop: 0, warn: 1, info: 2 } as const;

/** Every trap that a sample walks into, the gravest first. `areas` are those that the database has. */
export function findTraps(sample: Sample, areas: readonly KnownArea[] = []): ImportFinding[] {
  const found = [
    ...traps.flatMap((trap) => trap(sample)),
    ...lostZeros(sample, areas),
    ...namesWithoutCodes(sample, areas),
  ];
  const has = (...codes: readonly string[]) => found.some(({ code }) => codes.includes(code));
  // What a wrong system or crossed axes explain needs no sentence of its own.
  const explained = [
    ...(has('wrong_zone', 'crs_contradicts_numbers', 'swapped_axes')
      ? ['far_away', 'most_far_away', 'outside_map']
      : []),
    ...(has('crs_contradicts_numbers') ? ['swapped_axes', 'swapped_headings', 'north_first'] : []),
  ];
  return found
    .filter(({ code }) => !explained.includes(code))
    .toSorted((a, b) => gravity[a.severity] - gravity[b.severity]);
}
