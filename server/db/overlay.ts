import type { OverlayProperties } from '#core/wire/overlay.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

export interface OverlayFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: object;
  readonly properties: OverlayProperties;
}

/** What the asking viewer sees exactly beyond the shown form: secret sites and mounts, and own unopened ones. WGS84. */
export async function overlayOf(tx: Tx): Promise<OverlayFeature[]> {
  const rows = await tx.query<{ geometry: object; properties: OverlayProperties }>(sql`
    select st_asgeojson(st_transform(f.geom, 4326), 7)::json as geometry, f.properties from (
      select 1 as sort, s.id, s.geom, json_build_object('kind', 'site', 'id', s.id, 'siteId', s.id, 'name', s.name, 'secret', s.secret, 'stage', s.stage,
        'replaces', case when s.level = 'masked' then s.id end) as properties
      from app.site_exact s where (s.secret or s.opened_at is null) and s.geom is not null
      union all
      select 2, c.id, c.geom, json_build_object('kind', 'camera', 'id', c.id, 'siteId', c.site_id, 'name', c.name, 'secret', c.secret, 'status', c.status,
        'cameraKind', c.kind, 'bearing_deg', c.bearing_deg, 'replaces', case when c.level = 'masked' then c.site_id end)
      from app.camera_exact c where c.secret or c.opened_at is null
      union all
      select 3, v.id, v.geom, json_build_object('kind', 'coverage', 'id', v.id, 'siteId', v.site_id, 'name', v.name, 'secret', v.secret, 'status', v.status, 'replaces', null)
      from app.coverage_exact v where v.secret or v.opened_at is null
      union all
      select 4, k.id, k.geom, json_build_object('kind', 'planned-mount', 'id', k.id, 'siteId', null, 'name', k.code, 'secret', k.secret, 'stage', k.stage,
        'priority', k.priority, 'replaces', case when k.level = 'masked' then k.id end)
      from app.planned_mount_exact k where k.secret
    ) f order by f.sort, f.id`);
  return rows.map(({ geometry, properties }) => ({ type: 'Feature', id: properties.id, geometry, properties }));
}
