import { MINIMUM_COUNT } from '#core/survey/too-few.ts';
import type { CrimeWhat } from '#core/wire/areas.ts';
import type { Tx } from './driver.ts';
import { borderOf } from './kept-counts.ts';
import { raw, sql } from './sql.ts';

export interface CrimeSourceRow {
  readonly sourceId: number;
  readonly source: string;
  readonly attribution: string | null;
  readonly what: CrimeWhat;
  readonly grain: 'point' | 'square' | 'area';
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly shareWithCoordinates: number | null;
  readonly refusedForDensity: string | null;
}

/** Every source of crimes, recorded crime first: each stands for itself and is never added to another. */
export function crimeSources(tx: Tx): Promise<CrimeSourceRow[]> {
  return tx.query(sql`
    select c.source_id as "sourceId", o.name as source, o.attribution, c.what, c.grain, c.period_from as "periodFrom",
      c.period_to as "periodTo", c.share_with_coordinates as "shareWithCoordinates", c.refused_for_density as "refusedForDensity"
    from app.crime_source c
    join app.source o on o.id = c.source_id
    order by c.what desc, o.name, o.id`);
}

export interface CrimeCountRow {
  readonly sourceId: number;
  readonly category: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly year: number;
  /** Null: there are some, fewer than MINIMUM_COUNT. No row at all: none. */
  readonly count: number | null;
}

/**
 * Crimes within an area by source, category and calendar year, as the `deriver`: small counts are taken away here, before
 * they leave the database (primary suppression), and no total is given, over years or categories, that they could be
 * subtracted from. Tables with totals need secondary suppression (core/survey/too-few.ts) and are not made yet. Points that
 * have been deleted, their time being up, are counted as they were within this very border. Only what has been published is
 * counted, and only from sources whose points may carry a place: points stacked in the middles of municipalities would all
 * fall on one district.
 */
export function crimeCounts(tx: Tx, areaId: number): Promise<CrimeCountRow[]> {
  return tx.query(sql`
    with counted as (
      select i.source_id, i.category, extract(year from i.occurred_at)::int as year, count(*) as n
      from app.area a
      join secret.incident i on i.geom && a.geom and st_covers(a.geom, i.geom)
      join secret.import_batch b on b.id = i.batch_id and b.published_at is not null and b.withdrawn_at is null
      where a.id = ${areaId}
      group by i.source_id, i.category, extract(year from i.occurred_at)
      union all
      select k.source_id, k.category, extract(year from k.month)::int as year, sum(k.count) as n
      from app.area a
      join secret.kept_count k on k.area_set_id = a.area_set_id and k.area_code = ${borderOf}
      where a.id = ${areaId}
      group by k.source_id, k.category, extract(year from k.month)
    )
    select n.source_id as "sourceId", c.code as category, c.name_sv as "nameSv", c.name_en as "nameEn", n.year,
      case when sum(n.n) >= ${raw(String(MINIMUM_COUNT))} then sum(n.n)::int end as count
    from counted n
    join app.crime_source s on s.source_id = n.source_id and s.refused_for_density is null
    join app.incident_category c on c.code = n.category
    group by n.source_id, c.code, c.name_sv, c.name_en, c.sort, n.year
    order by n.source_id, c.sort, c.code, n.year`);
}
