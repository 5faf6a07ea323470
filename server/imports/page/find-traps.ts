import type { ImportFinding } from '#core/wire/imports.ts';
import type { Position } from '#core/position.ts';
import type { Ground } from '../positions.ts';
import type { CrsGuess, Pair } from '../sense/guess-crs.ts';
import { capitals } from '../sense/traps/capitals.ts';
import { crsUndecided } from '../sense/traps/crs-undecided.ts';
import { dayOrder } from '../sense/traps/day-order.ts';
import { decimals } from '../sense/traps/decimals.ts';
import { duplicateIds } from '../sense/traps/duplicate-ids.ts';
import { farAway } from '../sense/traps/far-away.ts';
import { impossibleDays } from '../sense/traps/impossible-days.ts';
import { lostZeros, namesWithoutCodes, type KnownArea } from '../sense/traps/known-areas.ts';
import { mixedClasses } from '../sense/traps/mixed-classes.ts';
import { monthsNotDays } from '../sense/traps/months-not-days.ts';
import { nullIsland } from '../sense/traps/null-island.ts';
import type { Sample, Trap } from '../sense/traps/sample.ts';
import { stackedMidpoints } from '../sense/traps/stacked-midpoints.ts';
import { swappedAxes } from '../sense/traps/swapped-axes.ts';
import { swappedHeadings } from '../sense/traps/swapped-headings.ts';
import { twoDigitYears } from '../sense/traps/two-digit-years.ts';
import { utcTimes } from '../sense/traps/utc-times.ts';
import { wrongSystem } from '../sense/traps/wrong-system.ts';

/** Every trap that needs nothing but the first rows, in the order that they are told. */
const traps: readonly Trap[] = [
  crsUndecided,
  wrongSystem,
  swappedHeadings,
  swappedAxes,
  nullIsland,
  farAway,
  stackedMidpoints,
  duplicateIds,
  impossibleDays,
  dayOrder,
  twoDigitYears,
  monthsNotDays,
  utcTimes,
  decimals,
  mixedClasses,
  capitals,
];
const severities = { stop: 0, warn: 1, info: 2 } as const;

/** The first rows of a file and how they are understood. */
export interface Seen {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly firstRow: number;
  readonly fields: Readonly<Record<string, number>>;
  /** One a row, EPSG:3006. */
  readonly positions: readonly (Position | null)[];
  /** The numbers as they stand in the file. */
  readonly pairs: readonly Pair[];
  readonly epsg: number | null;
  readonly isNorthFirst: boolean;
  readonly crsGuess: CrsGuess | null;
  readonly ground: Ground;
  readonly timeZone: string;
  /** Areas that rows may be about; empty for kinds that name none. */
  readonly knownAreas: readonly KnownArea[];
}

/** What looks wrong, worst first. */
export function findTraps({ ground, knownAreas, ...seen }: Seen): ImportFinding[] {
  const sample: Sample = { ...seen, expected: ground.expected };
  const found = [
    ...traps.flatMap((trap) => trap(sample)),
    ...(knownAreas.length > 0 ? [...lostZeros(sample, knownAreas), ...namesWithoutCodes(sample, knownAreas)] : []),
  ];
  return found.toSorted((a, b) => severities[a.severity] - severities[b.severity]);
}
