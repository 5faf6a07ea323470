import type { Position } from '#core/position.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Registers place one camera this far apart from file to file. */
const besideMarked_m = 50;

/** Run as the `importer` service. */
export interface KnownSite {
  readonly id: string;
  readonly key: string;
  readonly digest: string | null;
  readonly cameras: readonly string[];
  /** Changed by hand, marked secret or taken further: not to be deleted when the file forgets it. */
  readonly isTouched: boolean;
  /** The decided mask cell, which its position must not leave. */
  readonly cell: readonly [east_m: number, north_m: number, size_m: number] | null;
}

/** What an earlier file of the source made. */
export function sitesOfSource(tx: Tx, sourceId: number): Promise<KnownSite[]> {
  return tx.query(sql`
    select s.id, s.source_key as key, s.source_digest as digest,
      array(select c.id from secret.camera c where c.site_id = s.id order by c.source_key, c.id) as cameras,
      (s.row_version > s.imported_version or s.origin <> 'import' or m.id is not null
        or exists (select from secret.camera c where c.site_id = s.id and (c.source_id is null or c.row_version > c.imported_version))
        or exists (select from secret.stage_event e where e.site_id = s.id)) as "isTouched",
      case when m.cell_size_m is not null then array[m.cell_east_m, m.cell_north_m, m.cell_size_m] end as cell
    from secret.site s
    left join secret.secrecy_marking m on m.site_id = s.id and m.ended_at is null
    where s.source_id = ${sourceId} order by s.source_key, s.id`);
}

export interface SiteToWrite {
  readonly id: string;
  readonly key: string;
  readonly digest: string;
  readonly name: string;
  readonly stage: string;
  readonly e: number;
  readonly n: number;
}

/**
 * New sites of a file are open, as open data is; but not in the shown cell of its own organisation's masked sites, nor beside a
 * withheld one of the same register: a register that is loaded again with another key would else show the very point that a
 * marking hides. Such a one waits for its owner to open it. By the cell and not by the point, so that what stays closed tells
 * no more than the cell does.
 */
export async function insertSites(
  tx: Tx,
  sourceId: number,
  organisationId: string,
  at: Date,
  sites: readonly SiteToWrite[],
): Promise<void> {
  await tx.query(sql`
    insert into secret.site (id, organisation_id, name, stage, opened_at, origin, source_id, source_key, source_digest, created_at)
    select r.id, ${organisationId}, r.name, r.stage,
      case when not exists (
        select from secret.secrecy_marking m
        join secret.site x on x.id = m.site_id
        where m.ended_at is null and m.level = 'masked' and x.organisation_id = ${organisationId}
          and r.e >= m.cell_east_m and r.e < m.cell_east_m + m.cell_size_m
          and r.n >= m.cell_north_m and r.n < m.cell_north_m + m.cell_size_m
      ) and not exists (
        select from secret.secrecy_marking m
        join secret.site x on x.id = m.site_id
        join secret.position p on p.subject_id = x.id
        where m.ended_at is null and m.level = 'withheld' and x.source_id = ${sourceId}
          and st_dwithin(p.geom, st_setsrid(st_makepoint(r.e, r.n), 3006), ${besideMarked_m}::float8)
      ) then ${at}::timestamptz end,
      'import', ${sourceId}, r.key, r.digest, ${at}
    from jsonb_to_recordset(${JSON.stringify(sites)}::jsonb)
      as r (id uuid, key text, digest text, name text, stage text, e float8, n float8)`);
}

/** The name and the digest follow the file; stage, purpose and opening are the owner's. */
export async function updateSites(tx: Tx, sites: readonly SiteToWrite[]): Promise<void> {
  await tx.query(sql`
    update secret.site s set name = r.name, source_digest = r.digest, row_version = s.row_version + 1,
      imported_version = s.row_version + 1
    from jsonb_to_recordset(${JSON.stringify(sites)}::jsonb) as r (id uuid, digest text, name text) where s.id = r.id`);
}

export async function deleteSites(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(sql`delete from secret.site where id = any (${ids}::uuid[])`);
}

/** Positions of sites that are to be deleted and of their cameras; before the sites themselves. */
export async function deleteSitePositions(tx: Tx, siteIds: readonly string[]): Promise<void> {
  await tx.query(sql`
    delete from secret.position where subject_id = any (${siteIds}::uuid[])
      or subject_id in (select id from secret.camera where site_id = any (${siteIds}::uuid[]))`);
}

export interface CameraToWrite {
  readonly id: string;
  readonly siteId: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly bearing: number | null;
  readonly angle: number;
  readonly range: number;
  readonly height: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly e: number;
  readonly n: number;
}

/** Writes the cameras of new and changed sites; a camera that is known by its key keeps its id. */
export async function upsertCameras(tx: Tx, sourceId: number, cameras: readonly CameraToWrite[]): Promise<void> {
  await tx.query(sql`
    insert into secret.camera as c (id, site_id, name, kind, status, bearing_deg, angle_deg, range_m, height_m,
      in_operation_from, in_operation_to, source_id, source_key)
    select r.id, r."siteId", r.name, r.kind, r.status, r.bearing, r.angle, r.range, r.height, r."from", r."to", ${sourceId}, r.key
    from jsonb_to_recordset(${JSON.stringify(cameras)}::jsonb) as r (id uuid, "siteId" uuid, key text, name text, kind text,
      status text, bearing double precision, angle double precision, range double precision, height double precision, "from" date, "to" date)
    on conflict (source_id, source_key) do update set name = excluded.name, kind = excluded.kind, status = excluded.status,
      bearing_deg = excluded.bearing_deg, angle_deg = excluded.angle_deg, range_m = excluded.range_m, height_m = excluded.height_m,
      in_operation_from = excluded.in_operation_from, in_operation_to = excluded.in_operation_to, row_version = c.row_version + 1,
      imported_version = c.row_version + 1`);
}

export async function camerasByKey(tx: Tx, sourceId: number): Promise<{ id: string; key: string }[]> {
  return tx.query(
    sql`select id, source_key as key from secret.camera where source_id = ${sourceId} order by source_key, id`,
  );
}

/** Cameras of the sites that the file no longer gives them; their positions went before. */
export async function deleteCameras(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(sql`
    with placed as (delete from secret.position where subject_id = any (${ids}::uuid[]))
    delete from secret.camera where id = any (${ids}::uuid[])`);
}

export async function putPositions(
  tx: Tx,
  kind: 'site' | 'camera' | 'planned_mount',
  rows: readonly { readonly id: string; readonly e: number; readonly n: number }[],
): Promise<void> {
  await tx.query(sql`
    insert into secret.position (subject_id, kind, geom)
    select r.id, ${kind}, st_setsrid(st_makepoint(r.e, r.n), 3006)
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ id, e, n }) => ({ id, e, n })))}::jsonb)
      as r (id uuid, e double precision, n double precision)
    on conflict (subject_id) do update set geom = excluded.geom`);
}

export interface CameraToSee {
  readonly id: string;
  readonly bearing_deg: number | null;
  readonly angle_deg: number;
  readonly range_m: number;
  readonly position: Position;
}

interface CameraToSeeRow extends Omit<CameraToSee, 'position'> {
  readonly e: number;
  readonly n: number;
}

/** Cameras by id after one, to compute what they see; all that are there, whoever owns them. */
export async function camerasAfter(tx: Tx, after: string, limit: number): Promise<CameraToSee[]> {
  const rows = await tx.query<CameraToSeeRow>(sql`
    select c.id, c.bearing_deg, c.angle_deg, c.range_m, st_x(p.geom) as e, st_y(p.geom) as n
    from secret.camera c join secret.position p on p.subject_id = c.id
    where c.id > ${after} order by c.id limit ${limit}`);
  return rows.map(({ e, n, ...camera }) => ({ ...camera, position: [e, n] }));
}

/** Forgets what cameras see, until it is computed anew. */
export async function forgetCoverage(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(sql`delete from secret.coverage where camera_id = any (${ids}::uuid[])`);
}

/** Cameras whose view is known and not computed yet: the first of them by id. */
export async function camerasUnseen(tx: Tx, limit: number): Promise<CameraToSee[]> {
  const rows = await tx.query<CameraToSeeRow>(sql`
    select c.id, c.bearing_deg, c.angle_deg, c.range_m, st_x(p.geom) as e, st_y(p.geom) as n
    from secret.camera c join secret.position p on p.subject_id = c.id
    where (c.bearing_deg is not null or c.angle_deg >= 360)
      and not exists (select from secret.coverage v where v.camera_id = c.id) order by c.id limit ${limit}`);
  return rows.map(({ e, n, ...camera }) => ({ ...camera, position: [e, n] }));
}

/** Writes what cameras see: a GeoJSON polygon in EPSG:3006, or null for what is not known. */
export async function putCoverage(
  tx: Tx,
  seen: readonly { readonly id: string; readonly polygon: string | null }[],
): Promise<void> {
  await tx.query(sql`
    with seen as (select * from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as r (id uuid, polygon text)),
      blind as (delete from secret.coverage v using seen where v.camera_id = seen.id and seen.polygon is null)
    insert into secret.coverage (camera_id, geom, area_m2)
    select id, g, st_area(g) from seen, lateral st_setsrid(st_geomfromgeojson(polygon), 3006) g where polygon is not null
    on conflict (camera_id) do update set geom = excluded.geom, area_m2 = excluded.area_m2`);
}

/** The organisation that has a code, or null. */
export async function organisationByCode(tx: Tx, code: string): Promise<{ id: string; kind: string } | null> {
  const rows = await tx.query<{ id: string; kind: string }>(
    sql`select id, kind from app.organisation where code = ${code}`,
  );
  return rows[0] ?? null;
}

export async function organisationCodes(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(sql`select code from app.organisation order by code collate "C"`);
  return rows.map((row) => row.code);
}

/** The box around a source's sites that everybody may see, EPSG:3006; a marked one must not move what everybody sees. */
export async function openSitesExtent(
  tx: Tx,
  sourceId: number,
): Promise<readonly [number, number, number, number] | null> {
  const [row] = await tx.query<{ w: number | null; s: number; e: number; n: number }>(sql`
    select st_xmin(b) as w, st_ymin(b) as s, st_xmax(b) as e, st_ymax(b) as n from (
      select st_extent(x.geom) as b from app.site_shown x join secret.site s on s.id = x.id
      where s.source_id = ${sourceId} and x.shown_as = 'point') o`);
  return row && row.w !== null ? [row.w, row.s, row.e, row.n] : null;
}
