import { expectedEffect, isCameraRelevant } from '../evidence/effect.ts';
import { boxAround, boxOf } from '../geometry/box.ts';
import { boxIndex } from '../geometry/box-index.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { PolygonRings } from '../position.ts';
import type { DemandCell } from './demand-cells.ts';
import type { Place } from './input.ts';
import { placeFinder } from './place-finder.ts';

/** A square of demand with what it may carry in a suggestion. */
export type WeighedCell = DemandCell & {
  readonly place: Place | null;
  /** Camera-relevant incidents out of doors, covered or not. */
  readonly relevant: number;
  /** Those of them that no camera visible to the viewer covers: the documented need. */
  readonly need: number;
  /** The need weighed by published effect: how many fewer incidents research lets one hope for. Only for ordering. */
  readonly weight: number;
};

/**
 * Weighs a square by where it is, what happened there and what covers it already. Violence and public order weigh
 * nothing: research has found no effect on them (see evidence/effect.ts).
 */
export function demandWeigher(
  places: readonly Place[],
  covered: readonly PolygonRings[],
): (cell: DemandCell) => WeighedCell {
  const placeAt = placeFinder(places);
  const coveredIndex = boxIndex(covered.map(boxOf), 200);
  return (cell) => {
    const place = placeAt(cell.position);
    const relevantCounts = cell.outdoors.filter(({ category }) => isCameraRelevant(category));
    const relevant = relevantCounts.reduce((sum, { count }) => sum + count, 0);
    const isCovered = coveredIndex
      .meeting(boxAround(cell.position, 0))
      .some((number) => pointInPolygon(covered[number]!, cell.position));
    const weight = relevantCounts.reduce(
      (sum, { category, count }) => sum - count * expectedEffect(place?.placeType ?? null, category).change,
      0,
    );
    return { ...cell, place, relevant, need: isCovered ? 0 : relevant, weight: isCovered ? 0 : weight };
  };
}
