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

export async function areaSetByCode(
  tx: Tx,
  code: string,
): Promise<{ id: number; sourceId: number | null; source: string | null } | null> {
  const [row] = await tx.query<{ id: number; sourceId: number | null; source: string | null }>(sql`
    select s.id, s.source_id as "sourceId", o.name as source
    from loaded.area_set s left join app.source o on o.id = s.source_id where s.code = ${code}`);
  return row ?? null;
}

/** The set's id; a new one is not shown before its first areas are published. */
export async function ensureAreaSet(tx: Tx, set: AreaSet): Promise<number> {
  const [row] = await tx.query<{ id: number }>(sql`
    insert into loaded.area_set (code, name_sv, name_en, kind, source_id, shown)
    values (${set.code}, ${set.nameSv}, ${set.nameEn}, ${set.kind}, ${set.sourceId}, false)
    on conflict (code) do update set source_id = excluded.source_id returning id`);
  return row?.id ?? 0;
}

export async function showAreaSet(tx: Tx, areaSetId: number): Promise<void> {
  await tx.query(sql`update loaded.area_set set shown = true where id = ${areaSetId} and not shown`);
}

/** The box around a batch's areas, EPSG:3006. */
export async function areaSetExtentOfBatch(
  tx: Tx,
  batchId: number,
): Promise<readonly [number, number, number, number] | null> {
  const [row] = await tx.query<{ w: number | null; s: number; e: number; n: number }>(sql`
    select st_xmin(b) as w, st_ymin(b) as s, st_xmax(b) as e, st_ymax(b) as n
    from (select st_extent(geom) as b from loaded.area where batch_id = ${batchId}) x`);
  return row && row.w !== null ? [row.w, row.s, row.e, row.n] : null;
}

export interface Overlap {
  readonly one: string;
  readonly other: string;
  readonly m2: number;
}

/**
 * Areas of a batch that lie over each other at the same time by more than `least_m2`, looked for among so many areas at a
 * time: on the embedded engine nobody then waits long.
 */
export async function overlapsAmong(
  tx: Tx,
  batchId: number,
  after: number,
  limit: number,
  least_m2: number,
): Promise<{ readonly last: number | null; readonly found: Overlap[] }> {
  const some = await tx.query<{ id: number }>(
    sql`select id from loaded.area where batch_id = ${batchId} and id > ${after} order by id limit ${limit}`,
  );
  const ids = some.map(({ id }) => id);
  const found = await tx.query<Overlap>(sql`
    select a.name as one, b.name as other, round(st_area(st_intersection(a.geom, b.geom)))::float8 as m2
    from loaded.area a join loaded.area b on b.batch_id = a.batch_id and b.id > a.id and b.geom && a.geom and st_intersects(a.geom, b.geom)
    where a.batch_id = ${batchId} and a.id = any (${ids}::int[])
      and coalesce(a.valid_from, '-infinity'::date) <= coalesce(b.valid_to, 'infinity'::date)
      and coalesce(b.valid_from, '-infinity'::date) <= coalesce(a.valid_to, 'infinity'::date)
      and st_area(st_intersection(a.geom, b.geom)) > ${least_m2}::float8
    order by m2 desc, one, other`);
  return { last: some.length < limit ? null : (ids.at(-1) ?? null), found };
}

/** Holes among a batch's areas of today that are larger than `least_m2`: ground that no area holds. */
export async function gapsAmong(tx: Tx, batchId: number, least_m2: number): Promise<{ holes: number; m2: number }> {
  const [row] = await tx.query<{ holes: number; m2: number }>(sql`
    with whole as (select st_union(st_simplify(geom, 1)) as geom from loaded.area where batch_id = ${batchId} and valid_to is null),
      rings as (select st_makepolygon(st_interiorringn(d.geom, n)) as hole
        from whole, st_dump(whole.geom) d, generate_series(1, st_numinteriorrings(d.geom)) n)
    select count(*)::int as holes, coalesce(round(sum(st_area(hole))), 0)::float8 as m2 from rings where st_area(hole) > ${least_m2}::float8`);
  return row ?? { holes: 0, m2: 0 };
}
