import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. */
export interface SurveyAreaSet {
  readonly id: number;
  readonly code: string;
  readonly kind: string;
}

export function areaSets(tx: Tx): Promise<SurveyAreaSet[]> {
  return tx.query(sql`select id, code, kind from app.area_set order by code collate "C", id`);
}

export function areasOfSet(tx: Tx, areaSetId: number): Promise<{ code: string; name: string }[]> {
  return tx.query(sql`select distinct code, name from app.area where area_set_id = ${areaSetId} order by code, name`);
}

export interface IndicatorRow {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly measure: 'INDEX_0_6' | 'PERCENT' | 'INDEX';
  readonly group: string;
  readonly cameraRelevant: boolean;
  readonly sort: number;
}

export function indicators(tx: Tx): Promise<IndicatorRow[]> {
  return tx.query(sql`
    select code, name_sv as "nameSv", name_en as "nameEn", measure, "group", camera_relevant as "cameraRelevant", sort
    from app.indicator order by code collate "C"`);
}

export async function insertIndicators(tx: Tx, rows: readonly IndicatorRow[]): Promise<void> {
  await tx.query(sql`
    insert into app.indicator (code, name_sv, name_en, measure, "group", camera_relevant, sort)
    select r.code, r."nameSv", r."nameEn", r.measure, r."group", r."cameraRelevant", r.sort
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (code text, "nameSv" text, "nameEn" text, measure text, "group" text, "cameraRelevant" boolean, sort int)
    on conflict (code) do nothing`);
}

/** Keys of what other sources show for a set and years: area or comparison, question, year, round and group, parted by \u001f. */
export async function givenByOthers(
  tx: Tx,
  sourceId: number,
  areaSetId: number,
  years: readonly number[],
): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(sql`
    select concat_ws(chr(31), coalesce(area_code, ''), coalesce(comparison_unit, ''), indicator, year, round, respondents) as key
    from app.survey_value
    where source_id <> ${sourceId} and (area_set_id = ${areaSetId} or area_set_id is null) and year = any (${years}::int[])`);
  return rows.map(({ key }) => key);
}
