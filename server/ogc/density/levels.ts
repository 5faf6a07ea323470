/** So many bands between the lowest level and the highest density. */
const bands = 8;

/**
 * The lower edges of the bands, each the same number of times higher than the one before, in two figures that count;
 * fewer where the highest density lies close above the lowest level, none where it does not reach it. Per km².
 */
export function levelsFor(lowest: number, highest: number): number[] {
  if (!(highest > lowest)) return [];
  const step = (highest / lowest) ** (1 / bands);
  const levels = Array.from({ length: bands }, (_, index) => Number((lowest * step ** index).toPrecision(2)));
  return levels.filter((level, index) => level < highest && (index === 0 || level > levels[index - 1]!));
}
