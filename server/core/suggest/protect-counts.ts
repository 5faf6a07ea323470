import { MINIMUM_COUNT } from '../survey/too-few.ts';
import type { Reason } from '../wire/suggestions.ts';

/**
 * The entries of a list of counts that may stand beside their total: those under five are left out, and with them the
 * smallest of the rest where what is left out would else be under five and told by subtraction.
 */
export function protectCounts<Entry extends { readonly count: number }>(entries: readonly Entry[]): Entry[] {
  const shown = entries.filter(({ count }) => count >= MINIMUM_COUNT);
  const hidden = entries.reduce((sum, { count }) => sum + (count < MINIMUM_COUNT ? count : 0), 0);
  if (hidden === 0 || hidden >= MINIMUM_COUNT) return shown;
  const smallest = shown.toSorted((a, b) => a.count - b.count)[0];
  return shown.filter((entry) => entry !== smallest);
}

/** One to four crimes are given as four, which every text reads as "fewer than five". */
export function protectReason(reason: Reason): Reason {
  const params = Object.entries(reason.params).map(([name, value]) => {
    const small =
      (name === 'count' || name === 'of') && typeof value === 'number' && value > 0 && value < MINIMUM_COUNT;
    return [name, small ? MINIMUM_COUNT - 1 : value] as const;
  });
  return { ...reason, params: Object.fromEntries(params) };
}
