import type { Count } from '../wire/areas.ts';

/** Counts below this are not shown, unless the municipality asks for more. A convention of ours, not a rule of the survey's. */
export const MINIMUM_COUNT = 5;

/** A count as it may be shown, suppressed when it is too small. Zero is shown: it tells of nobody. */
export function shownCount(count: number, minimum: number = MINIMUM_COUNT): Count {
  return count > 0 && count < minimum ? 'suppressed' : count;
}

/**
 * The counts of a row whose total is shown beside it. One hidden count alone could be reckoned from the total, so the
 * smallest of the others that is not zero is hidden with it; the first of several as small. A row with no other to hide
 * is hidden by its caller, total and all: `isTotalSafe` is then false.
 */
export function shownRow(
  counts: readonly number[],
  minimum: number = MINIMUM_COUNT,
): { counts: Count[]; isTotalSafe: boolean } {
  const shown = counts.map((count) => shownCount(count, minimum));
  if (shown.filter((count) => count === 'suppressed').length !== 1) return { counts: shown, isTotalSafe: true };
  const others = shown.filter((count) => count !== 'suppressed').filter((count) => count > 0);
  if (others.length === 0) return { counts: shown, isTotalSafe: false };
  shown[shown.indexOf(Math.min(...others))] = 'suppressed';
  return { counts: shown, isTotalSafe: true };
}
