import type { Camera, LonLat, NewCamera, Site } from '#core/wire/sites.ts';
import type { Position } from '#core/position.ts';
import type { Tx } from './driver.ts';
import { all, raw, sql, type Sql } from './sql.ts';

/** A geometry of ours as WGS84 [lon, lat], seven decimals (about 1 cm). */
const lonLat = (column: string) =>
  raw(
    `case when ${column} is not null then json_build_array(round(st_x(st_transform(${column}, 4326))::numeric, 7), round(st_y(st_transform(${column}, 4326))::numeric, 7)) end`,
  );

const siteColumns = sql`s.id, s.organisation_id as "organisationId", s.name, s.purpose, s.place_type as "placeType", s.stage,
  s.opened_at is not null as opened, s.secret, s.organisation_id = (select organisation_id from app.me where role = 'planner') is true as own,
  s.row_version as "rowVersion", ${lonLat('s.geom')} as position`;

const cameraColumns = sql`c.id, c.site_id as "siteId", c.name, c.kind, c.status, c.bearing_deg, c.angle_deg, c.range_m, c.height_m,
  c.row_version as "rowVersion", v.area_m2 as "coverage_m2", ${lonLat('c.geom')} as position`;

/** The sites this viewer sees exactly, with their cameras, in Swedish alphabetical order. */
export async function sitesOf(
  tx: Tx,
  only: { readonly id?: string; readonly ownOnly?: boolean } = {},
): Promise<Site[]> {
  const conditions: Sql[] = [];
  if (only.id) conditions.push(sql`s.id = ${only.id}`);
  if (only.ownOnly) conditions.push(sql`s.organisation_id = (select organisation_id from app.me)`);
  const sites = await tx.query<Omit<Site, 'cameras'>>(
    sql`select ${siteColumns} from app.site_exact s where ${all(conditions)} order by app.swedish_key(s.name), s.id`,
  );
  const cameras = await tx.query<Camera>(sql`
    select ${cameraColumns} from app.camera_exact c left join app.coverage_exact v on v.id = c.id
    where ${only.id ? sql`c.site_id = ${only.id}` : sql`true`} order by app.swedish_key(c.name), c.id`);
  const bySite = groupBySite(cameras);
  return sites.map((site) => ({ ...site, cameras: bySite.get(site.id) ?? [] }));
}

function groupBySite(cameras: readonly Camera[]): Map<string, Camera[]> {
  const groups = new Map<string, Camera[]>();
  for (const camera of cameras) groups.set(camera.siteId, [...(groups.get(camera.siteId) ?? []), camera]);
  return groups;
}

export async function cameraById(tx: Tx, id: string): Promise<Camera | null> {
  const rows = await tx.query<Camera>(
    sql`select ${cameraColumns} from app.camera_exact c left join app.coverage_exact v on v.id = c.id where c.id = ${id}`,
  );
  return rows[0] ?? null;
}

const point = (position: LonLat): Sql =>
  sql`st_transform(st_setsrid(st_makepoint(${position[0]}, ${position[1]}), 4326), 3006)`;

export interface SiteWrite {
  readonly id: string;
  readonly name?: string | undefined;
  readonly purpose?: string | undefined;
  readonly placeType?: string | null | undefined;
  readonly stage?: string | undefined;
  readonly position?: LonLat | undefined;
}

export async function createSite(
  tx: Tx,
  eventId: string,
  site: SiteWrite & { name: string; position: LonLat },
  origin: 'own' | 'suggestion',
): Promise<void> {
  await tx.query(
    sql`select app.create_site(${site.id}, ${site.name}, ${site.purpose ?? ''}, ${site.placeType}, ${origin}, ${point(site.position)}, ${eventId})`,
  );
}

export async function updateSite(tx: Tx, eventId: string, site: SiteWrite & { rowVersion: number }): Promise<void> {
  await tx.query(sql`select app.update_site(${site.id}, ${site.rowVersion}::int, ${site.name}, ${site.purpose}, ${site.placeType}, ${site.stage},
    ${site.position ? point(site.position) : sql`null`}, ${eventId})`);
}

export async function setSiteOpened(
  tx: Tx,
  eventId: string,
  id: string,
  rowVersion: number,
  opened: boolean,
): Promise<void> {
  await tx.query(sql`select app.set_site_opened(${id}, ${rowVersion}::int, ${opened}::boolean, ${eventId})`);
}

export async function deleteSite(tx: Tx, eventId: string, id: string): Promise<void> {
  await tx.query(sql`select app.delete_site(${id}, ${eventId})`);
}

/** Writes a camera with the polygon of what it sees (EPSG:3006 rings, or null where the bearing is unknown). */
export async function saveCamera(
  tx: Tx,
  eventId: string,
  id: string,
  siteId: string,
  rowVersion: number | null,
  camera: NewCamera,
  view: readonly (readonly Position[])[] | null,
): Promise<void> {
  const coverage = view
    ? sql`st_setsrid(st_geomfromgeojson(${JSON.stringify({ type: 'Polygon', coordinates: view })}), 3006)`
    : sql`null`;
  await tx.query(sql`select app.save_camera(${id}, ${siteId}, ${rowVersion}::int, ${camera.name}, ${camera.kind}, ${camera.status},
    ${camera.bearing_deg}::double precision, ${camera.angle_deg}::double precision, ${camera.range_m}::double precision, ${camera.height_m}::double precision,
    ${point(camera.position)}, ${coverage}, ${eventId})`);
}

export async function deleteCamera(tx: Tx, eventId: string, id: string): Promise<void> {
  await tx.query(sql`select app.delete_camera(${id}, ${eventId})`);
}
