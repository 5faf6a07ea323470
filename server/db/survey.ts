import type { AreaSummary, SurveyIndex, SurveyMap } from '#core/wire/areas.ts';
import { inForceThatYear } from './areas.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/*
 * The survey as published: no index is ever reckoned anew from its parts, and a value that is not there keeps its
 * reason (`too_few` answers, or `missing`). Series are of the autumn round: an extra round in spring is another measurement.
 */

type Respondents = SurveyMap['respondents'];

/** The indicators that have any value. */
export function indicatorsLoaded(tx: Tx): Promise<SurveyIndex['indicators'][number][]> {
  return tx.query(sql`
    select i.code, i.name_sv as "nameSv", i.name_en as "nameEn", i.measure, i."group", i.camera_relevant as "cameraRelevant"
    from app.indicator i
    where exists (select from app.survey_value v where v.indicator = i.code and v.round = 'autumn')
    order by i.sort, i.code`);
}

/** The years that have any value, ascending. */
export async function surveyYears(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ year: number }>(
    sql`select distinct v.year from app.survey_value v where v.round = 'autumn' and v.area_code is not null order by v.year`,
  );
  return rows.map((row) => row.year);
}

/** The latest earlier year in which the indicator was asked, for all areas alike; null when there is none. */
export async function surveyYearBefore(tx: Tx, indicator: string, year: number): Promise<number | null> {
  const [row] = await tx.query<{ year: number | null }>(sql`
    select max(v.year) as year from app.survey_value v
    where v.indicator = ${indicator} and v.round = 'autumn' and v.area_code is not null and v.year < ${year}`);
  return row?.year ?? null;
}

/**
 * One row for each area in force that year in the sets that have the indicator at all; `missing` where nothing was published.
 * `previous` is the same area's value in `yearBefore`: null when its borders were others then.
 */
export function surveyValues(
  tx: Tx,
  indicator: string,
  year: number,
  respondents: Respondents,
  yearBefore: number | null,
): Promise<SurveyMap['values'][number][]> {
  return tx.query(sql`
    select a.id as "areaId", v.value, coalesce(v.status, 'missing') as status, v.answers, p.value as previous
    from app.area a
    left join app.survey_value v on v.area_set_id = a.area_set_id and v.area_code = a.code and v.indicator = ${indicator}
      and v.year = ${year} and v.round = 'autumn' and v.respondents = ${respondents}
    left join app.survey_value p on p.area_set_id = a.area_set_id and p.area_code = a.code and p.indicator = ${indicator}
      and p.year = ${yearBefore}::int and p.round = 'autumn' and p.respondents = ${respondents}
      and coalesce(a.valid_from, '-infinity') <= make_date(p.year, 10, 1)
    where coalesce(a.valid_from, '-infinity') <= make_date(${year}::int, 10, 1)
      and make_date(${year}::int, 10, 1) <= coalesce(a.valid_to, 'infinity')
      and a.area_set_id in (select s.area_set_id from app.survey_value s where s.indicator = ${indicator})
    order by a.area_set_id, a.name_key, a.id`);
}

/** The names of the sources that an indicator's values of a year come from, joined; null when there are none. */
export async function surveyMapSource(tx: Tx, indicator: string, year: number): Promise<string | null> {
  const rows = await tx.query<{ name: string }>(sql`
    select distinct o.name from app.survey_value v join app.source o on o.id = v.source_id
    where v.indicator = ${indicator} and v.year = ${year} and v.round = 'autumn' and v.area_code is not null
    order by o.name`);
  return joined(rows);
}

export interface SeriesRow {
  readonly indicator: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly measure: 'INDEX_0_6' | 'PERCENT' | 'INDEX';
  readonly group: string;
  readonly year: number;
  readonly respondents: Respondents;
  readonly value: number | null;
  readonly status: 'published' | 'too_few' | 'missing';
  readonly answers: number | null;
  readonly responseRate: number | null;
}

/** Every published value of one area, only for the years in which its code meant these borders. */
export function surveySeries(tx: Tx, areaId: number): Promise<SeriesRow[]> {
  return tx.query(sql`
    select i.code as indicator, i.name_sv as "nameSv", i.name_en as "nameEn", i.measure, i."group",
      v.year, v.respondents, v.value, v.status, v.answers, v.response_rate as "responseRate"
    from app.area a
    join app.survey_value v on v.area_set_id = a.area_set_id and v.area_code = a.code and v.round = 'autumn' and ${inForceThatYear}
    join app.indicator i on i.code = v.indicator
    where a.id = ${areaId}
    order by i.sort, i.code, v.year, array_position(array['all', 'women', 'men'], v.respondents)`);
}

/** Comparison lines that are no area on the map (the municipality, the police region), of the indicators the area has. */
export function surveyComparisons(
  tx: Tx,
  areaId: number,
): Promise<(AreaSummary['survey'][number]['comparison'][number] & { indicator: string })[]> {
  return tx.query(sql`
    select v.indicator, v.comparison_unit as unit, v.year, v.value
    from app.survey_value v
    where v.comparison_unit is not null and v.round = 'autumn' and v.respondents = 'all'
      and v.indicator in (
        select w.indicator from app.area a join app.survey_value w on w.area_set_id = a.area_set_id and w.area_code = a.code
        where a.id = ${areaId})
    order by v.indicator, app.swedish_key(v.comparison_unit), v.comparison_unit, v.year`);
}

/** The names of the sources of one area's values, joined; null when it has none. */
export async function surveySourceOf(tx: Tx, areaId: number): Promise<string | null> {
  const rows = await tx.query<{ name: string }>(sql`
    select distinct o.name
    from app.area a
    join app.survey_value v on v.area_set_id = a.area_set_id and v.area_code = a.code and v.round = 'autumn' and ${inForceThatYear}
    join app.source o on o.id = v.source_id
    where a.id = ${areaId}
    order by o.name`);
  return joined(rows);
}

function joined(rows: readonly { name: string }[]): string | null {
  return rows.length > 0 ? rows.map((row) => row.name).join('; ') : null;
}
