import type { AreaSummary } from '#core/wire/areas.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/*
 * Cameras as every signed-in person sees them who is not cleared (the *_shown views): the same figures for all, so that
 * a report can be put before a board. Masked and withheld sites are not counted per area: even a zero would tell.
 */

/** Open cameras that stand in the area, by the organisation that owns them. */
export function openCamerasIn(tx: Tx, areaId: number): Promise<AreaSummary['cameras']['open'][number][]> {
  return tx.query(sql`
    select o.id as "organisationId", o.name_sv as "nameSv", o.name_en as "nameEn",
      count(*) filter (where c.status = 'in_operation')::int as count,
      count(*) filter (where c.status = 'planned')::int as planned,
      count(*) filter (where c.status = 'off')::int as off
    from app.area a
    join app.camera_shown c on c.shown_as = 'point' and st_covers(a.geom, c.geom)
    join app.organisation o on o.id = c.organisation_id
    where a.id = ${areaId}
    group by o.id, o.name_sv, o.name_en, o.name_key
    order by o.name_key, o.id`);
}

/**
 * What the open cameras in operation see of the area's ground, whole square metres; ground that two of them see counts once.
 * Combined on a grid of 1 cm: edges that nearly meet then neither fail nor differ between versions of GEOS.
 */
export async function shownCoverageIn(tx: Tx, areaId: number): Promise<number> {
  const rows = await tx.query<{ area_m2: number }>(sql`
    select coalesce(round(st_area(st_intersection(st_union(v.geom, 0.01), a.geom, 0.01))), 0)::int as area_m2
    from app.area a
    join app.coverage_shown v on v.status = 'in_operation' and st_intersects(v.geom, a.geom)
    where a.id = ${areaId}
    group by a.id, a.geom`);
  return rows[0]?.area_m2 ?? 0;
}
