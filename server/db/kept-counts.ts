import type { Tx } from './driver.ts';
import { raw, sql } from './sql.ts';

/**
 * What a kept count names its area by, for use where the area is `a`: the code, and the border by its area (to 1 000 m²) and
 * its middle (to 10 m), so that a border drawn anew is another area and the same border loaded again is the same one.
 */
export const borderOf = raw(`(a.code || '/' || round(st_area(a.geom) / 1000)::bigint || '/' ||
  round(st_x(st_centroid(a.geom)) / 10)::bigint || '/' || round(st_y(st_centroid(a.geom)) / 10)::bigint)`);

/**
 * Sources whose points had been deleted in part before this area's border was loaded, and the day from which its counts
 * therefore begin. Run as `deriver`.
 */
export function countsFrom(tx: Tx, areaId: number): Promise<{ sourceId: number; from: string }[]> {
  return tx.query(sql`
    select c.source_id as "sourceId", least(lost.before, kept.month) as "from"
    from app.area a
    join app.source o on o.id = a.source_id
    cross join app.crime_source c
    cross join lateral (
      select max(d.before) as before from secret.deletion d where d.source_id = c.source_id and d.at < o.loaded_at) lost
    cross join lateral (
      select min(k.month) as month from secret.kept_count k
      where k.source_id = c.source_id and k.area_set_id = a.area_set_id and k.area_code = ${borderOf}) kept
    where a.id = ${areaId} and lost.before is not null
      and (kept.month is null or kept.month > date_trunc('month', c.period_from)::date)
    order by c.source_id`);
}
