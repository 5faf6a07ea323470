import type { Box, PolygonRings, Position } from '#core/position.ts';
import { viewArea } from '#core/coverage/view-area.ts';
import type { NewCamera } from '#core/wire/sites.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** The outlines of the buildings that reach into a box, EPSG:3006. */
export async function buildingsIn(tx: Tx, box: Box): Promise<PolygonRings[]> {
  const rows = await tx.query<{ rings: PolygonRings }>(sql`
    select st_asgeojson(geom, 3)::json -> 'coordinates' as rings from app.building
    where geom && st_makeenvelope(${box[0]}::float8, ${box[1]}::float8, ${box[2]}::float8, ${box[3]}::float8, 3006) order by id`);
  return rows.map((row) => row.rings);
}

/** Where a WGS84 point lies in EPSG:3006, by the database's own transformation. */
async function toMetres(tx: Tx, lon: number, lat: number): Promise<Position> {
  const [row] = await tx.query<{ e: number; n: number }>(
    sql`select st_x(p) as e, st_y(p) as n from st_transform(st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326), 3006) p`,
  );
  if (!row) throw new Error('no position');
  return [row.e, row.n];
}

/** What a camera sees among the buildings that stand now, by the same function that followed the hand in the browser. EPSG:3006. */
export async function viewOf(
  tx: Tx,
  {
    position: [lon, lat],
    bearing_deg,
    angle_deg,
    range_m,
  }: Pick<NewCamera, 'position' | 'bearing_deg' | 'angle_deg' | 'range_m'>,
): Promise<PolygonRings | null> {
  const position = await toMetres(tx, lon, lat);
  const [east, north] = position;
  const reach = range_m + 5;
  const buildings = await buildingsIn(tx, [east - reach, north - reach, east + reach, north + reach]);
  return viewArea({ position, bearing_deg, angle_deg, range_m }, buildings);
}
