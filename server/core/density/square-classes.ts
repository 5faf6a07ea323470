/**
 * Classes that counts by square are shown in, by their lower ends: none, 1-4 (too few to be told), and up. A class and never a
 * figure: two choices of categories that differ by one crime can then not be subtracted from each other.
 */
export const SQUARE_CLASS_FROM = [0, 1, 5, 10, 20, 50, 100] as const;

/** Sizes that counts by square are published in, metres. */
export const SQUARE_SIZES_M: readonly number[] = [100, 125, 200, 250, 500, 1000, 2000, 5000, 10_000];

/** The class that says no more than that there are some. */
export const TOO_FEW_CLASS = 1;

/** The ends of a class, both within it; null for no end. */
export function squareClassEnds(order: number): { readonly from: number; readonly to: number | null } {
  const next = SQUARE_CLASS_FROM[order + 1];
  return { from: SQUARE_CLASS_FROM[order] ?? 0, to: next === undefined ? null : next - 1 };
}
