import type { SurveyMap } from '#core/wire/areas.ts';

const steps = 6;

/** The ends of the classes of an index on a scale of its own: sixths of what the areas of the year have. */
export function ownScaleEnds(values: SurveyMap['values']): number[] {
  const published = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = published.length > 0 ? [Math.min(...published), Math.max(...published)] : [0, 1];
  return Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps);
}

/** In which of the classes between the ends a value lies, from 0. */
export function stepOf(value: number, ends: readonly number[]): number {
  const above = ends.slice(1).findIndex((end) => value <= end);
  return above < 0 ? ends.length - 2 : above;
}
