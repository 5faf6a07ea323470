import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Corners of the opening view, WGS84: west, south, east, north. */
export type Bounds = readonly [number, number, number, number];

/** The box in WGS84 around a box in EPSG:3006, a little too large at the edges and never too small. */
export async function boundsOfBox(tx: Tx, west: number, south: number, east: number, north: number): Promise<Bounds> {
  const [row] = await tx.query<{ w: number; s: number; e: number; n: number }>(sql`
    select st_xmin(g) as w, st_ymin(g) as s, st_xmax(g) as e, st_ymax(g) as n
    from st_transform(st_segmentize(st_makeenvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 3006), 5000), 4326) g`);
  if (!row) throw new Error('no bounds');
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return [round(row.w), round(row.s), round(row.e), round(row.n)];
}
