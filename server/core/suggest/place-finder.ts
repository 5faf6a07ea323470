import { PLACE_TYPES } from '../evidence/place-types.ts';
import { boxAround, boxOf } from '../geometry/box.ts';
import { boxIndex } from '../geometry/box-index.ts';
import { distanceToPolygon_m } from '../geometry/distance-to-polygon.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import { distance_m, type PolygonRings, type Position } from '../position.ts';
import type { Place } from './input.ts';

/** A place that is recorded as a point alone reaches this far. */
export const POINT_REACH_M = 25;

const ORDER: readonly string[] = PLACE_TYPES.map(({ code }) => code);

/**
 * Answers at which place a position is; null at none. Of several it is the one whose type comes first in the table of
 * place types (the narrower before the wider: the stop on the square, the car park in the housing estate), then by id.
 */
export function placeFinder(places: readonly Place[]): (position: Position) => Place | null {
  const ordered = places.toSorted(
    (a, b) => ORDER.indexOf(a.placeType) - ORDER.indexOf(b.placeType) || (a.id < b.id ? -1 : 1),
  );
  const index = boxIndex(
    ordered.map(({ outline, position }) => (outline ? boxOf(outline) : boxAround(position, POINT_REACH_M))),
    200,
  );
  return (position) => {
    const near = index.meeting(boxAround(position, 0)).map((number) => ordered[number]!);
    return near.find((place) => isAt(place, position)) ?? null;
  };
}

function isAt(place: Place, position: Position): boolean {
  return place.outline
    ? pointInPolygon(place.outline, position)
    : distance_m(place.position, position) <= POINT_REACH_M;
}

/** How far a position is from something with an outline or a position alone, metres. */
export function distanceTo_m(position: Position, thing: { position: Position; outline: PolygonRings | null }): number {
  return thing.outline ? distanceToPolygon_m(position, thing.outline) : distance_m(position, thing.position);
}
