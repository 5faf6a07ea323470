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
  readonly measure: 'INDEX_0_6' | 'PERCENT';
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

export const incomingSurveyColumns = [
  'row_number',
  'area_code',
  'comparison_unit',
  'indicator',
  'year',
  'round',
  'respondents',
  'value',
  'status',
  'answers',
  'response_rate',
] as const;

export async function makeIncomingSurvey(tx: Tx): Promise<void> {
  await tx.query(sql`
    create temp table incoming_survey (row_number int, area_set_id int, area_code text, comparison_unit text, indicator text,
      year int, round text, respondents text, value numeric(6, 2), status text, answers int, response_rate numeric(5, 2)) on commit drop`);
}

/** A row of an area belongs to the set; a line of comparison to none. */
export async function placeIncomingSurvey(tx: Tx, areaSetId: number): Promise<void> {
  await tx.query(sql`update pg_temp.incoming_survey set area_set_id = ${areaSetId} where area_code is not null`);
}

const sameKey = sql`t.area_set_id is not distinct from i.area_set_id and t.area_code is not distinct from i.area_code
  and t.comparison_unit is not distinct from i.comparison_unit and t.indicator = i.indicator and t.year = i.year
  and t.round = i.round and t.respondents = i.respondents`;

/** Rows that another source has given already: those stay as they are, and the rows are taken out. */
export function takeOutGivenByOthers(tx: Tx, sourceId: number): Promise<{ row: number; indicator: string }[]> {
  return tx.query(sql`
    with taken as (
      delete from pg_temp.incoming_survey i using app.survey_value t where t.source_id <> ${sourceId} and ${sameKey}
      returning i.row_number as row, i.indicator)
    select row, indicator from taken order by row`);
}

export async function deleteGoneSurvey(tx: Tx, sourceId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with gone as (delete from app.survey_value t where t.source_id = ${sourceId}
      and not exists (select from pg_temp.incoming_survey i where ${sameKey}) returning 1)
    select count(*)::int as n from gone`);
  return row?.n ?? 0;
}

export async function updateChangedSurvey(tx: Tx, sourceId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with changed as (update app.survey_value t set value = i.value, status = i.status, answers = i.answers, response_rate = i.response_rate
      from pg_temp.incoming_survey i where t.source_id = ${sourceId} and ${sameKey}
        and (t.value, t.status, t.answers, t.response_rate) is distinct from (i.value, i.status, i.answers, i.response_rate) returning 1)
    select count(*)::int as n from changed`);
  return row?.n ?? 0;
}

export async function insertNewSurvey(tx: Tx, sourceId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with added as (
      insert into app.survey_value (source_id, area_set_id, area_code, comparison_unit, indicator, year, round, respondents,
        value, status, answers, response_rate)
      select ${sourceId}, area_set_id, area_code, comparison_unit, indicator, year, round, respondents, value, status, answers, response_rate
      from pg_temp.incoming_survey order by row_number
      on conflict (area_set_id, area_code, comparison_unit, indicator, year, round, respondents) do nothing returning 1)
    select count(*)::int as n from added`);
  return row?.n ?? 0;
}
