import { MINIMUM_COUNT } from '#core/survey/too-few.ts';
import type { GivenCount } from '#core/wire/areas.ts';
import type { CrimeCountRow } from './crime-counts.ts';
import type { Tx } from './driver.ts';
import { raw, sql } from './sql.ts';

/** A count that a source gives by area, under the source's own word for the crime. */
export interface GivenCountRow extends Omit<CrimeCountRow, 'count'> {
  readonly count: GivenCount;
}

/**
 * Counts that sources give by area, by their own word for the crime and calendar year, as the `deriver`. What a source holds
 * back or leaves out in some part of a year stays so for the year; small counts are taken away here, before they leave the
 * database, as those from points are, and no total is given that they could be subtracted from.
 */
export function givenCounts(tx: Tx, areaId: number): Promise<GivenCountRow[]> {
  return tx.query(sql`
    select c.source_id as "sourceId", c.category, c.source_category as "nameSv", c.source_category as "nameEn",
      extract(year from c.period_from)::int as year,
      case when bool_or(c.status = 'withheld') then to_jsonb('withheld'::text) when bool_or(c.status = 'missing') then to_jsonb('missing'::text)
        when sum(c.count) between 1 and ${raw(String(MINIMUM_COUNT - 1))} then to_jsonb('suppressed'::text)
        else to_jsonb(sum(c.count)::int) end as count
    from app.area a
    join app.area_count c on c.area_set_id = a.area_set_id and c.area_code = a.code
      and (a.valid_from is null or a.valid_from <= c.period_to) and (a.valid_to is null or a.valid_to >= c.period_from)
    join app.incident_category k on k.code = c.category
    where a.id = ${areaId}
    group by c.source_id, c.category, c.source_category, k.sort, extract(year from c.period_from)
    order by c.source_id, k.sort, c.source_category collate "C", year`);
}
