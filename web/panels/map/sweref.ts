import type { Position } from '#core/position.ts';
import type { LonLat } from '../../map/handle.ts';

let projection: Promise<typeof import('#core/projection/sweref99tm.ts')> | null = null;

/** The projection, fetched when it is first asked for: it is a third of a megabyte that the first picture does without. */
export function loadProjection() {
  projection ??= import('#core/projection/sweref99tm.ts');
  return projection;
}

/** Longitude and latitude as east and north in SWEREF 99 TM, metres. */
export async function toSweref(lonLat: LonLat): Promise<Position> {
  return (await loadProjection()).fromLonLat(lonLat);
}
