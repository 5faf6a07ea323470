/**
 * A place on the ground in SWEREF 99 TM (EPSG:3006), metres: [east, north].
 * The order is GeoJSON's, so that a position is also a coordinate of a geometry in the same plane.
 */
export type Position = readonly [east_m: number, north_m: number];

/** A closed ring: the last position repeats the first. EPSG:3006. */
export type Ring = readonly Position[];

/** A polygon as in GeoJSON: the outer ring, then holes. EPSG:3006. */
export type PolygonRings = readonly Ring[];

/** West, south, east, north in EPSG:3006, metres. */
export type Box = readonly [west_m: number, south_m: number, east_m: number, north_m: number];

/** Degrees clockwise from grid north, 0 <= bearing < 360. */
export type Bearing = number;

/** The straight distance between two positions, metres. */
export function distance_m(a: Position, b: Position): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}
