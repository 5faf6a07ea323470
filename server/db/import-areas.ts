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
