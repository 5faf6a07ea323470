import { boxHolds, boxOf } from '#core/geometry/box.ts';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import type { Box, Position, Ring } from '#core/position.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';
import { distanceToStretch_m } from './geometry/cross.ts';

/** Ground where no crime is drawn at random, so that the count of a named case is exact and stays so for its surroundings. */
export type Clearing = {
  readonly ring: Ring;
  /** How far outside the ring too. */
  readonly margin_m: number;
  /** Which categories are kept away; null for all. */
  readonly categories: readonly IncidentCategory[] | null;
};

/** Whether a random crime must not lie there. */
export function isCleared(clearings: readonly Clearing[], at: Position, category: IncidentCategory): boolean {
  return clearings.some(({ ring, margin_m, categories }) => {
    if (categories && !categories.includes(category)) return false;
    if (!boxHolds(boxFor(ring), at, margin_m)) return false;
    if (pointInPolygon([ring], at)) return true;
    return (
      margin_m > 0 &&
      ring.some((corner, index) => index > 0 && distanceToStretch_m(at, ring[index - 1]!, corner) < margin_m)
    );
  });
}

const boxes = new WeakMap<Ring, Box>();

function boxFor(ring: Ring): Box {
  const known = boxes.get(ring) ?? boxOf([ring]);
  boxes.set(ring, known);
  return known;
}
