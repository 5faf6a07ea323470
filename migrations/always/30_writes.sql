-- Every write of a viewer is one of these functions: the role may call it, the function decides, the log remembers.
-- SQLSTATEs: KP404 not there for you · KP403 seen but not yours to change · KP409 somebody wrote in between · KP422 not possible.

create or replace function app.refuse(code text, what text) returns void
language plpgsql as $$
begin
  raise exception using errcode = code, message = what;
end
$$;

create or replace function app.record(event_id uuid, action text, subject uuid, detail jsonb default '{}') returns void
language sql security definer set search_path = pg_catalog, pg_temp as
$$ insert into secret.audit_event (id, at, account_id, action, subject_id, detail)
   values (event_id, app.moment(), app.account_id(), action, subject, detail) $$;

-- The site, when the asking planner's own organisation owns it.
create or replace function app.own_site(wanted uuid) returns secret.site
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found_site secret.site;
begin
  select s.* into found_site from secret.site s join app.site_exact x on x.id = s.id where s.id = wanted for update of s;
  if found_site.id is null then perform app.refuse('KP404', 'site'); end if;
  if found_site.organisation_id is distinct from (select organisation_id from app.me where role = 'planner') then
    perform app.refuse('KP403', 'site');
  end if;
  return found_site;
end
$$;

-- A marked site keeps its cell; a move out of it, of the site or of a camera, needs a new marking with a recorded decision.
create or replace function app.leaves_cell(its_site uuid, new_geom geometry) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select exists (
     select from secret.secrecy_marking m
     where m.site_id = its_site and m.ended_at is null and m.cell_size_m is not null
       and not st_intersects(new_geom, st_setsrid(st_makeenvelope(m.cell_east_m, m.cell_north_m, m.cell_east_m + m.cell_size_m, m.cell_north_m + m.cell_size_m), 3006))) $$;

create or replace function app.create_site(
  new_id uuid, new_name text, new_purpose text, new_place_type text, new_origin text, new_geom geometry, event_id uuid
) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  organisation uuid;
begin
  select organisation_id into organisation from app.me where role = 'planner';
  if organisation is null then perform app.refuse('KP403', 'site'); end if;
  insert into secret.site (id, organisation_id, name, purpose, place_type, stage, origin, created_at, created_by)
  values (new_id, organisation, new_name, new_purpose, new_place_type, 'idea', new_origin, app.moment(), app.account_id());
  insert into secret.position (subject_id, kind, geom) values (new_id, 'site', new_geom);
  perform app.record(event_id, 'site.create', new_id);
end
$$;

create or replace function app.update_site(
  wanted uuid, seen_version int, new_name text, new_purpose text, new_place_type text, new_stage text, new_geom geometry, event_id uuid
) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  site secret.site := app.own_site(wanted);
begin
  if site.row_version <> seen_version then perform app.refuse('KP409', 'site'); end if;
  -- What has been installed does not become an idea again: it is ended.
  if new_stage in ('idea', 'in_dialogue') and site.stage not in ('idea', 'in_dialogue') then perform app.refuse('KP422', 'stage'); end if;
  update secret.site set
    name = coalesce(new_name, name), purpose = coalesce(new_purpose, purpose), place_type = coalesce(new_place_type, place_type),
    stage = coalesce(new_stage, stage), row_version = row_version + 1
  where id = wanted;
  if new_geom is not null then
    if app.leaves_cell(wanted, new_geom) then perform app.refuse('KP422', 'outside_cell'); end if;
    update secret.position set geom = new_geom where subject_id = wanted;
  end if;
  perform app.record(event_id, 'site.update', wanted);
  return seen_version + 1;
end
$$;

create or replace function app.set_site_opened(wanted uuid, seen_version int, opened boolean, event_id uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  site secret.site := app.own_site(wanted);
begin
  if site.row_version <> seen_version then perform app.refuse('KP409', 'site'); end if;
  if exists (select from secret.secrecy_marking m where m.site_id = wanted and m.ended_at is null) then
    perform app.refuse('KP422', 'marked');
  end if;
  update secret.site set opened_at = case when opened then app.moment() end, row_version = row_version + 1 where id = wanted;
  perform app.record(event_id, case when opened then 'site.open' else 'site.close' end, wanted);
  return seen_version + 1;
end
$$;

create or replace function app.delete_site(wanted uuid, event_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  site secret.site := app.own_site(wanted);
begin
  if site.stage not in ('idea', 'in_dialogue') then perform app.refuse('KP422', 'stage'); end if;
  -- A marking is a decision, also when it has ended: it is kept, and its site with it.
  if exists (select from secret.secrecy_marking m where m.site_id = wanted) then perform app.refuse('KP422', 'marked'); end if;
  delete from secret.position where subject_id = wanted or subject_id in (select id from secret.camera where site_id = wanted);
  delete from secret.site where id = wanted;
  perform app.record(event_id, 'site.delete', wanted);
end
$$;

-- Writes a camera of an own site, with what it sees; seen_version null creates.
create or replace function app.save_camera(
  wanted uuid, its_site uuid, seen_version int, new_name text, new_kind text, new_status text,
  new_bearing_deg double precision, new_angle_deg double precision, new_range_m double precision, new_height_m double precision,
  new_geom geometry, new_coverage geometry, event_id uuid
) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  site secret.site := app.own_site(its_site);
  before secret.camera;
begin
  if app.leaves_cell(its_site, new_geom) then perform app.refuse('KP422', 'outside_cell'); end if;
  select * into before from secret.camera where id = wanted for update;
  if seen_version is null then
    if before.id is not null then perform app.refuse('KP409', 'camera'); end if;
    insert into secret.camera (id, site_id, name, kind, status, bearing_deg, angle_deg, range_m, height_m)
    values (wanted, its_site, new_name, new_kind, new_status, new_bearing_deg, new_angle_deg, new_range_m, new_height_m);
    insert into secret.position (subject_id, kind, geom) values (wanted, 'camera', new_geom);
  else
    if before.id is null or before.site_id <> its_site then perform app.refuse('KP404', 'camera'); end if;
    if before.row_version <> seen_version then perform app.refuse('KP409', 'camera'); end if;
    update secret.camera set name = new_name, kind = new_kind, status = new_status, bearing_deg = new_bearing_deg,
      angle_deg = new_angle_deg, range_m = new_range_m, height_m = new_height_m, row_version = row_version + 1
    where id = wanted;
    update secret.position set geom = new_geom where subject_id = wanted;
  end if;
  delete from secret.coverage where camera_id = wanted;
  if new_coverage is not null then
    insert into secret.coverage (camera_id, geom, area_m2) values (wanted, new_coverage, st_area(new_coverage));
  end if;
  perform app.record(event_id, case when seen_version is null then 'camera.create' else 'camera.update' end, wanted);
  return coalesce(seen_version, 0) + 1;
end
$$;

create or replace function app.delete_camera(wanted uuid, event_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  its_site uuid;
begin
  select site_id into its_site from app.camera_exact where id = wanted;
  if its_site is null then perform app.refuse('KP404', 'camera'); end if;
  perform app.own_site(its_site);
  delete from secret.position where subject_id = wanted;
  delete from secret.camera where id = wanted;
  perform app.record(event_id, 'camera.delete', wanted);
end
$$;

-- The police's own liaison ranks a planned mount she sees exactly; null takes the rank away.
create or replace function app.set_mount_priority(wanted uuid, seen_version int, new_priority int, new_reason text, event_id uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  mount record;
begin
  select x.id, x.organisation_id into mount from app.planned_mount_exact x where x.id = wanted;
  if mount.id is null then perform app.refuse('KP404', 'planned_mount'); end if;
  if mount.organisation_id is distinct from (select organisation_id from app.me where role = 'liaison') then
    perform app.refuse('KP403', 'planned_mount');
  end if;
  update secret.planned_mount set priority = new_priority, priority_reason = case when new_priority is not null then new_reason end,
    row_version = row_version + 1
  where id = wanted and row_version = seen_version;
  if not found then perform app.refuse('KP409', 'planned_mount'); end if;
  perform app.record(event_id, 'planned_mount.priority', wanted);
  return seen_version + 1;
end
$$;
