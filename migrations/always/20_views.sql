-- The gate's views. Two forms of each protected thing:
--   *_shown  what every signed-in person sees who is not cleared: the same for all of them, fit for tiles and caches.
--   *_exact  what this account may see exactly: open ones, its own organisation's unopened ones, and those it is cleared for.
-- A masked site is its cell and the marking's three fields. A withheld one is no row at all.

drop view if exists app.coverage_shown, app.coverage_exact, app.camera_shown, app.camera_exact,
  app.planned_mount_shown, app.planned_mount_exact, app.site_shown, app.site_exact, app.my_clearance, app.me, app.audit_log cascade;

create view app.me with (security_barrier) as
select a.id, a.username, a.name, a.role, a.locale, a.organisation_id, o.code as organisation_code,
  o.name_sv as organisation_name_sv, o.name_en as organisation_name_en, o.kind as organisation_kind
from secret.account a
join app.organisation o on o.id = a.organisation_id
where a.id = app.account_id() and a.disabled_at is null;
comment on view app.me is 'The asking account, one row or none.';

create view app.my_clearance with (security_barrier) as
select c.id, c.organisation_id, c.list_id, c.subject_id, c.valid_from, c.valid_to, c.reason
from secret.clearance c
where c.account_id = app.account_id()
  and app.uses_clearance()
  and c.revoked_at is null
  and c.valid_from <= app.moment() and app.moment() < c.valid_to;
comment on view app.my_clearance is 'Clearances in force for the asking account; empty for tokens and for "see as not cleared".';

create view app.site_exact with (security_barrier) as
select s.id, s.organisation_id, s.name, s.purpose, s.place_type, s.stage, s.opened_at, s.origin, s.row_version, s.created_at,
  m.level, m.provision, m.authority, m.decided_on, m.cell_east_m, m.cell_north_m, m.cell_size_m,
  m.id is not null as secret,
  p.geom
from secret.site s
left join secret.position p on p.subject_id = s.id
left join secret.secrecy_marking m on m.site_id = s.id and m.ended_at is null
where case
  when m.id is null then s.opened_at is not null or s.organisation_id = (select me.organisation_id from app.me)
  else exists (
    select from app.my_clearance c
    left join secret.subject_list l on l.id = c.list_id and l.organisation_id = s.organisation_id
    left join secret.subject_list_member lm on lm.list_id = l.id and lm.subject_id = s.id
    where c.organisation_id = s.organisation_id or c.subject_id = s.id or lm.subject_id is not null)
  end;

create view app.site_shown with (security_barrier) as
select s.id, s.organisation_id,
  case when m.id is null then s.name end as name,
  case when m.id is null then s.place_type end as place_type,
  case when m.id is null then s.stage end as stage,
  case when m.id is null then 'point' else 'cell' end as shown_as,
  m.cell_size_m, m.provision, m.authority, m.decided_on,
  case when m.id is null then p.geom
    else st_setsrid(st_makeenvelope(m.cell_east_m, m.cell_north_m, m.cell_east_m + m.cell_size_m, m.cell_north_m + m.cell_size_m), 3006)
  end as geom
from secret.site s
left join secret.position p on p.subject_id = s.id
left join secret.secrecy_marking m on m.site_id = s.id and m.ended_at is null
where (m.id is null and s.opened_at is not null) or m.level = 'masked';

create view app.camera_exact with (security_barrier) as
select c.id, c.site_id, s.organisation_id, c.name, c.kind, c.status, c.bearing_deg, c.angle_deg, c.range_m, c.height_m,
  c.housings, c.lenses, c.in_operation_from, c.in_operation_to, c.row_version, s.secret, s.opened_at, s.level, p.geom
from secret.camera c
join app.site_exact s on s.id = c.site_id
join secret.position p on p.subject_id = c.id;

-- A masked site is one row whatever it holds: neither the number of its cameras is told, nor whether there is one.
create view app.camera_shown with (security_barrier) as
select c.id, c.site_id, s.organisation_id, c.name, c.kind, c.status, c.bearing_deg, c.angle_deg, c.range_m, c.height_m,
  c.in_operation_from, c.in_operation_to, 'point' as shown_as, null::int as cell_size_m,
  null::text as provision, null::text as authority, null::date as decided_on, p.geom
from secret.camera c
join app.site_shown s on s.id = c.site_id and s.shown_as = 'point'
join secret.position p on p.subject_id = c.id
union all
select s.id, s.id, s.organisation_id, null, null, null, null, null, null, null,
  null, null, 'cell', s.cell_size_m, s.provision, s.authority, s.decided_on, s.geom
from app.site_shown s
where s.shown_as = 'cell';

create view app.coverage_exact with (security_barrier) as
select v.camera_id as id, c.site_id, c.organisation_id, c.name, c.status, c.secret, c.opened_at, v.area_m2, v.geom
from secret.coverage v
join app.camera_exact c on c.id = v.camera_id;

create view app.coverage_shown with (security_barrier) as
select v.camera_id as id, c.site_id, c.organisation_id, c.name, c.status, v.area_m2, v.geom
from secret.coverage v
join app.camera_shown c on c.id = v.camera_id and c.shown_as = 'point';

create view app.planned_mount_exact with (security_barrier) as
select k.id, k.organisation_id, k.code, k.name, k.stage, k.stage_since, k.waiting_for, k.waiting_since, k.waiting_on_organisation_id,
  k.priority, k.priority_reason, k.row_version,
  m.level, m.provision, m.authority, m.decided_on, m.cell_east_m, m.cell_north_m, m.cell_size_m,
  m.id is not null as secret,
  p.geom
from secret.planned_mount k
join secret.position p on p.subject_id = k.id
left join secret.secrecy_marking m on m.planned_mount_id = k.id and m.ended_at is null
where m.id is null or exists (
  select from app.my_clearance c
  left join secret.subject_list l on l.id = c.list_id and l.organisation_id = k.organisation_id
  left join secret.subject_list_member lm on lm.list_id = l.id and lm.subject_id = k.id
  where c.organisation_id = k.organisation_id or c.subject_id = k.id or lm.subject_id is not null);

create view app.planned_mount_shown with (security_barrier) as
select k.id, k.organisation_id,
  case when m.id is null then k.code end as code,
  case when m.id is null then k.name end as name,
  case when m.id is null then k.stage end as stage,
  case when m.id is null then k.stage_since end as stage_since,
  case when m.id is null then k.priority end as priority,
  case when m.id is null then 'point' else 'cell' end as shown_as,
  m.cell_size_m, m.provision, m.authority, m.decided_on,
  case when m.id is null then p.geom
    else st_setsrid(st_makeenvelope(m.cell_east_m, m.cell_north_m, m.cell_east_m + m.cell_size_m, m.cell_north_m + m.cell_size_m), 3006)
  end as geom
from secret.planned_mount k
join secret.position p on p.subject_id = k.id
left join secret.secrecy_marking m on m.planned_mount_id = k.id and m.ended_at is null
where m.id is null or m.level = 'masked';

-- Ids only of what everybody may know of; a secret camera's events are its site's, so that nobody counts cameras in the log.
create view app.audit_log with (security_barrier) as
select e.id, e.at, e.account_id, a.name as account_name,
  case when e.action like 'camera.%' and not known.shown then 'site.update' else e.action end as action,
  case when known.shown then e.subject_id end as subject_id
from secret.audit_event e
left join secret.account a on a.id = e.account_id
cross join lateral (
  select exists (select from app.site_shown s where s.id = e.subject_id)
    or exists (select from app.camera_shown c where c.id = e.subject_id)
    or exists (select from app.planned_mount_shown k where k.id = e.subject_id) as shown
) known;
