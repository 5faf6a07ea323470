import type { SourceInfo } from '#core/wire/overlay.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** What is loaded, oldest kind first. Planned mounts say nothing of their files: the number of rows is a number of points. */
export function sourcesOf(tx: Tx): Promise<SourceInfo[]> {
  return tx.query(sql`
    select s.id, s.name, s.kind, s.attribution, s.licence, s.loaded_at as "loadedAt", s.loaded_by as "loadedBy",
      s.rows_read as "rowsRead", s.rows_published as "rowsPublished", s.rows_refused as "rowsRefused",
      case when c.source_id is not null then json_build_object('what', c.what, 'grain', c.grain, 'timeGrain', c.time_grain,
        'periodFrom', c.period_from, 'periodTo', c.period_to, 'pointsFrom', p.points_from, 'shareWithCoordinates', c.share_with_coordinates,
        'refusedForDensity', c.refused_for_density) end as crime
    from app.source s left join app.crime_source c on c.source_id = s.id left join app.points_from p on p.source_id = s.id
    where s.shown and s.kind not in ('planned-mounts', 'cameras') order by s.kind collate "C", app.swedish_key(s.name), s.id`);
}
