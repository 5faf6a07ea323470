import type { AreaSet, AreaSummary } from '#core/wire/areas.ts';
import type { Tx } from './driver.ts';
import { raw, sql, type Sql } from './sql.ts';

/**
 * A survey value stands by code and year; a code may have meant another area before a border was moved. The survey is
 * in the field in autumn, so the area meant is the one in force on 1 October: by then both readings of a last day
 * (31 December, or 1 January of the next year) agree.
 * For use where the area is `a` and the row with the year is `v`.
 */
export const inForceThatYear = raw(
  `coalesce(a.valid_from, '-infinity') <= make_date(v.year, 10, 1) and make_date(v.year, 10, 1) <= coalesce(a.valid_to, 'infinity')`,
);

/** People of the area `a` in the newest year that passes; of two sources of one year the later. */
export function newestPopulation(within: Sql): Sql {
  return sql`select p.persons, p.year, o.name as source from app.population p join app.source o on o.id = p.source_id
    where p.area_set_id = a.area_set_id and p.area_code = a.code and ${within}
      and (a.valid_from is null or a.valid_from <= make_date(p.year, 12, 31)) and (a.valid_to is null or a.valid_to >= make_date(p.year, 1, 1))
    order by p.year desc, p.source_id desc limit 1`;
}

/** An area without its figures. `bounds` is [west, south, east, north], WGS84 degrees. */
export interface AreaRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly setCode: string;
  readonly setNameSv: string;
  readonly setNameEn: string;
  /** Where the borders come from; null when not said. */
  readonly attribution: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly area_km2: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** All sets with their areas, both in Swedish alphabetical order; later borders of one name after earlier ones. */
export async function areaSets(tx: Tx): Promise<AreaSet[]> {
  const rows = await tx.query<{
    setCode: string;
    setNameSv: string;
    setNameEn: string;
    id: number | null;
    code: string;
    name: string;
    validFrom: string | null;
    validTo: string | null;
  }>(sql`
    select s.code as "setCode", s.name_sv as "setNameSv", s.name_en as "setNameEn",
      a.id, a.code, a.name, a.valid_from as "validFrom", a.valid_to as "validTo"
    from app.area_set s
    left join app.area a on a.area_set_id = s.id
    order by app.swedish_key(s.name_sv), s.id, a.name_key, a.valid_from nulls first, a.id`);
  const sets = new Map<string, AreaSet & { areas: AreaSet['areas'][number][] }>();
  for (const { setCode, setNameSv, setNameEn, id, ...area } of rows) {
    const set = sets.get(setCode) ?? { code: setCode, nameSv: setNameSv, nameEn: setNameEn, areas: [] };
    sets.set(setCode, set);
    if (id !== null) set.areas.push({ id, ...area });
  }
  return [...sets.values()];
}

/** The area, or null when there is none by that id. */
export async function findArea(tx: Tx, id: number): Promise<AreaRow | null> {
  const rows = await tx.query<AreaRow>(sql`
    with found as (
      select a.*, st_area(a.geom) / 1e6 as km2, st_envelope(st_transform(a.geom, 4326)) as box from app.area a where a.id = ${id}
    )
    select a.id, a.code, a.name, s.code as "setCode", s.name_sv as "setNameSv", s.name_en as "setNameEn", o.attribution,
      a.valid_from as "validFrom", a.valid_to as "validTo", round(a.km2::numeric, 3) as area_km2,
      round(st_xmin(a.box)::numeric, 6) as west, round(st_ymin(a.box)::numeric, 6) as south,
      round(st_xmax(a.box)::numeric, 6) as east, round(st_ymax(a.box)::numeric, 6) as north
    from found a
    join app.area_set s on s.id = a.area_set_id
    left join app.source o on o.id = s.source_id`);
  return rows[0] ?? null;
}

/** People in an area, and who says so. */
export interface Population {
  readonly persons: number | null;
  /** Null: the figure came with the area's outline. */
  readonly year: number | null;
  readonly source: string | null;
}

/** The newest figure of the year or before while the area was in force, else what came with its outline. */
export async function populationIn(tx: Tx, areaId: number, year: number): Promise<Population> {
  const [row] = await tx.query<Population>(sql`
    select coalesce(p.persons, a.population) as persons, p.year, case when p.year is null then d.name else p.source end as source
    from app.area a
    join app.area_set s on s.id = a.area_set_id
    left join app.source d on d.id = s.source_id
    left join lateral (${newestPopulation(sql`p.year <= ${year}::int`)}) p on true
    where a.id = ${areaId}`);
  return row?.persons === null || !row ? { persons: null, year: null, source: null } : row;
}

/** Places by kind; a place on the border is counted where its middle lies. */
export function placeCounts(tx: Tx, areaId: number): Promise<AreaSummary['places'][number][]> {
  return tx.query(sql`
    select t.code as "placeType", t.name_sv as "nameSv", t.name_en as "nameEn", count(*)::int as count
    from app.area a
    join app.place p on p.geom && a.geom and st_intersects(a.geom, st_pointonsurface(p.geom))
    join app.place_type t on t.code = p.place_type
    where a.id = ${areaId}
    group by t.code, t.name_sv, t.name_en
    order by app.swedish_key(t.name_sv), t.code`);
}

/** Other measures that touch the area and were in force some day of the year. */
export function interventionsIn(tx: Tx, areaId: number, year: number): Promise<AreaSummary['interventions'][number][]> {
  return tx.query(sql`
    select i.kind, i.name, i.valid_from as "validFrom", i.valid_to as "validTo"
    from app.area a
    join app.intervention i on i.geom && a.geom and st_intersects(a.geom, i.geom)
    where a.id = ${areaId}
      and coalesce(i.valid_from, '-infinity') <= make_date(${year}::int, 12, 31)
      and coalesce(i.valid_to, 'infinity') >= make_date(${year}::int, 1, 1)
    order by i.kind, app.swedish_key(i.name), i.valid_from nulls first, i.id`);
}

/** The names of the sources of the area's places and of its other measures, each joined; null where there are none. */
export async function groundSourcesIn(
  tx: Tx,
  areaId: number,
): Promise<{ places: string | null; interventions: string | null }> {
  const rows = await tx.query<{ places: string | null; interventions: string | null }>(sql`
    select string_agg(o.name, '; ' order by o.name) filter (where exists (
        select from app.place p where p.source_id = o.id and p.geom && a.geom and st_intersects(a.geom, p.geom))) as places,
      string_agg(o.name, '; ' order by o.name) filter (where exists (
        select from app.intervention i where i.source_id = o.id and i.geom && a.geom and st_intersects(a.geom, i.geom))) as interventions
    from app.area a cross join app.source o
    where a.id = ${areaId}`);
  return rows[0] ?? { places: null, interventions: null };
}
