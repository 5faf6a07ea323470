import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. */
export interface AreaSet {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly kind: 'survey_area' | 'city_district' | 'deso' | 'regso' | 'municipality' | 'other';
  readonly sourceId: number;
}

export async function ensureAreaSet(tx: Tx, set: AreaSet): Promise<number> {
  const [row] = await tx.query<{ id: number }>(sql`
    insert into app.area_set (code, name_sv, name_en, kind, source_id)
    values (${set.code}, ${set.nameSv}, ${set.nameEn}, ${set.kind}, ${set.sourceId})
    on conflict (code) do update set source_id = excluded.source_id returning id`);
  return row?.id ?? 0;
}

export const incomingAreaColumns = [
  'row_number',
  'code',
  'name',
  'population',
  'valid_from',
  'valid_to',
  'wkt',
] as const;

export async function makeIncomingAreas(tx: Tx): Promise<void> {
  await tx.query(sql`
    create temp table incoming_area (row_number int, code text, name text, population int, valid_from date, valid_to date,
      wkt text) on commit drop`);
}

/** One row an area: parts of one code are joined, and what is no valid polygon is made one. */
export async function shapeIncomingAreas(tx: Tx): Promise<void> {
  await tx.query(sql`
    create temp table shaped_area on commit drop as
    select code, valid_from, min(name) as name, max(population) as population, max(valid_to) as valid_to,
      min(row_number) as row_number, count(*)::int as parts, bool_and(st_isvalid(g)) as was_valid,
      st_multi(st_collectionextract(st_makevalid(st_union(st_collectionextract(st_makevalid(g), 3))), 3))::geometry(MultiPolygon, 3006) as geom
    from pg_temp.incoming_area, st_geomfromtext(wkt, 3006) g
    group by code, valid_from`);
}

export interface ShapedArea {
  readonly row: number;
  readonly code: string;
  readonly parts: number;
  readonly wasValid: boolean;
  readonly isEmpty: boolean;
}

/** What had to be done to the areas, for the report: only those that were not in order. */
export function mendedAreas(tx: Tx): Promise<ShapedArea[]> {
  return tx.query(sql`
    select row_number as row, code, parts, was_valid as "wasValid", st_isempty(geom) as "isEmpty"
    from pg_temp.shaped_area where parts > 1 or not was_valid or st_isempty(geom) order by row_number`);
}

export async function deleteGoneAreas(tx: Tx, areaSetId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with gone as (
      delete from app.area a where a.area_set_id = ${areaSetId} and not exists (
        select from pg_temp.shaped_area i where i.code = a.code and i.valid_from is not distinct from a.valid_from
          and not st_isempty(i.geom)) returning 1)
    select count(*)::int as n from gone`);
  return row?.n ?? 0;
}

/** An area whose outline moved by less than a millimetre is as it was. */
export async function updateChangedAreas(tx: Tx, areaSetId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with changed as (
      update app.area a set name = i.name, population = i.population, valid_to = i.valid_to, geom = i.geom
      from pg_temp.shaped_area i
      where a.area_set_id = ${areaSetId} and i.code = a.code and i.valid_from is not distinct from a.valid_from
        and not st_isempty(i.geom)
        and ((a.name, a.population, a.valid_to) is distinct from (i.name, i.population, i.valid_to)
          or (not a.geom = i.geom and st_hausdorffdistance(a.geom, i.geom) > 0.001)) returning 1)
    select count(*)::int as n from changed`);
  return row?.n ?? 0;
}

export async function insertNewAreas(tx: Tx, areaSetId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with added as (
      insert into app.area (area_set_id, code, name, population, valid_from, valid_to, geom)
      select ${areaSetId}, code, name, population, valid_from, valid_to, geom
      from pg_temp.shaped_area where not st_isempty(geom) order by code, valid_from
      on conflict (area_set_id, code, valid_from) do nothing returning 1)
    select count(*)::int as n from added`);
  return row?.n ?? 0;
}

export interface Extent {
  readonly w: number | null;
  readonly s: number;
  readonly e: number;
  readonly n: number;
}

export async function areaSetExtent(
  tx: Tx,
  areaSetId: number,
): Promise<readonly [number, number, number, number] | null> {
  const [row] = await tx.query<Extent>(sql`
    select st_xmin(b) as w, st_ymin(b) as s, st_xmax(b) as e, st_ymax(b) as n
    from (select st_extent(geom) as b from app.area where area_set_id = ${areaSetId}) x`);
  return row && row.w !== null ? [row.w, row.s, row.e, row.n] : null;
}
