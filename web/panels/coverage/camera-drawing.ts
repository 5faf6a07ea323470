import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { area_m2 } from '#core/coverage/area-m2.ts';
import { eyeOf } from '#core/coverage/eye.ts';
import { viewArea } from '#core/coverage/view-area.ts';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import { alongBearing } from '#core/optics/angles.ts';
import { bearingDifference_deg, bearingTo, normaliseBearing } from '#core/optics/bearing.ts';
import { distance_m, type PolygonRings, type Position } from '#core/position.ts';
import type { NewCamera } from '#core/wire/sites.ts';

/** Handed on, because it is fetched when it is first needed. */
export type Projection = typeof import('#core/projection/sweref99tm.ts');

/** What can be taken hold of on the map. */
export type Handle = 'point' | 'bearing' | 'edge' | 'range';

/** The server's limits, so that what is drawn can be saved. */
export const limits = {
  angle_deg: { min: 1, max: 360 },
  range_m: { min: 1, max: 500 },
  height_m: { min: 0.5, max: 60 },
  bearing_deg: { min: 0, max: 359.9 },
} as const;

export interface CameraView {
  readonly drawing: FeatureCollection;
  /** What it sees; null when the bearing is not known. */
  readonly seen_m2: number | null;
  /** Stands inside a building, and not on its wall. */
  readonly isIndoors: boolean;
}

/** A camera as it is being placed: what it sees, by the same function as the server's, and where to take hold. */
export function drawCamera(camera: NewCamera, buildings: readonly PolygonRings[], projection: Projection): CameraView {
  const { bearing_deg, angle_deg, range_m } = camera;
  const position = projection.fromLonLat(camera.position);
  const view = viewArea({ position, bearing_deg, angle_deg, range_m }, buildings);
  const isIndoors = buildings.some((building) =>
    pointInPolygon(building, eyeOf({ position, bearing_deg, angle_deg, range_m }, buildings)),
  );
  const features: Feature[] = [];
  if (view) {
    features.push(
      feature(
        { type: 'Polygon', coordinates: view.map((ring) => ring.map((corner) => lonLat(corner, projection))) },
        { part: 'view' },
      ),
    );
  }
  const isAround = angle_deg >= 360;
  const at = (bearing: number, handle: Handle) => {
    const [east, north] = alongBearing(bearing);
    const tip: Position = [position[0] + east * range_m, position[1] + north * range_m];
    const coordinates = lonLat(tip, projection);
    features.push(
      feature({ type: 'LineString', coordinates: [[...camera.position], coordinates] }, { part: 'arm' }),
      feature({ type: 'Point', coordinates }, { part: 'handle', handle }),
    );
  };
  if (isAround) at(0, 'range');
  else if (bearing_deg !== null) {
    at(bearing_deg - angle_deg / 2, 'edge');
    at(bearing_deg + angle_deg / 2, 'edge');
    at(bearing_deg, 'bearing');
  }
  const { kind, status } = camera;
  features.push(
    feature(
      { type: 'Point', coordinates: [...camera.position] },
      { part: 'camera', handle: 'point', kind, status, angle_deg, ...(bearing_deg !== null && { bearing_deg }) },
    ),
  );
  return { drawing: { type: 'FeatureCollection', features }, seen_m2: view && area_m2(view), isIndoors };
}

/** The camera after one of its handles was drawn to a place. Whole degrees and metres: nobody aims finer by hand. */
export function dragCamera(
  camera: NewCamera,
  handle: Handle,
  to: readonly [lon: number, lat: number],
  projection: Projection,
): NewCamera {
  if (handle === 'point') return { ...camera, position: [rounded(to[0], 7), rounded(to[1], 7)] };
  const from = projection.fromLonLat(camera.position);
  const target = projection.fromLonLat(to);
  const bearing = bearingTo(from, target);
  const range_m = clamp(Math.round(distance_m(from, target)), limits.range_m);
  if (handle === 'bearing') return { ...camera, bearing_deg: normaliseBearing(Math.round(bearing)) };
  if (handle === 'range' || camera.bearing_deg === null) return { ...camera, range_m };
  const half_deg = Math.abs(bearingDifference_deg(camera.bearing_deg, bearing));
  return { ...camera, range_m, angle_deg: clamp(Math.max(2, Math.round(half_deg * 2)), limits.angle_deg) };
}

function lonLat(position: Position, { toLonLat }: Projection): [number, number] {
  const [lon, lat] = toLonLat(position);
  return [rounded(lon, 7), rounded(lat, 7)];
}

function clamp(value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(max, Math.max(min, value));
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function feature(geometry: Geometry, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry, properties };
}
