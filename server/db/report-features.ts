import type { MultiPolygon, Point } from 'geojson';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** The area's border, EPSG:3006 metres with two decimals. Null when there is no such area. */
export async function areaBorder(tx: Tx, areaId: number): Promise<MultiPolygon | null> {
  const rows = await tx.query<{ geometry: MultiPolygon }>(
    sql`select st_asgeojson(a.geom, 2, 0)::json as geometry from app.area a where a.id = ${areaId}`,
  );
  return rows[0]?.geometry ?? null;
}

export interface ShownCamera {
  readonly name: string | null;
  readonly organisation: string;
  readonly kind: string;
  readonly status: string;
  readonly bearing_deg: number | null;
  readonly angle_deg: number;
  readonly range_m: number;
  readonly height_m: number | null;
  /** EPSG:3006, metres. */
  readonly geometry: Point;
}

/** Open cameras that stand in the area. Never a masked or withheld site's. */
export function shownCamerasIn(tx: Tx, areaId: number): Promise<ShownCamera[]> {
  return tx.query(sql`
    select c.name, o.name_sv as organisation, c.kind, c.status, c.bearing_deg, c.angle_deg, c.range_m, c.height_m,
      st_asgeojson(c.geom, 2, 0)::json as geometry
    from app.area a
    join app.camera_shown c on c.shown_as = 'point' and st_covers(a.geom, c.geom)
    join app.organisation o on o.id = c.organisation_id
    where a.id = ${areaId}
    order by o.name_key, app.swedish_key(c.name), c.id`);
}
