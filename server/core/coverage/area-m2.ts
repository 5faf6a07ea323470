import { signedArea_m2 } from '../geometry/signed-area.ts';
import type { PolygonRings } from '../position.ts';

/**
 * The area of a polygon less its holes, square metres in the plane of EPSG:3006.
 * The plane itself shows areas 0.08 % too small along 15 degrees east (scale 0.9996), which is left as it is.
 */
export function area_m2(polygon: PolygonRings): number {
  return polygon.reduce((sum, ring, order) => {
    const area = Math.abs(signedArea_m2(ring));
    return order === 0 ? sum + area : sum - area;
  }, 0);
}
