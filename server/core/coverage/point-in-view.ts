import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { PolygonRings, Position } from '../position.ts';

/** Whether a position is seen by a camera with this view area; an unknown view (null) is known to see nothing. */
export function pointInView(view: PolygonRings | null, position: Position): boolean {
  return view !== null && pointInPolygon(view, position);
}
