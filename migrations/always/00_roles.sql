-- Database roles: one per kind of viewer, three for services, one owner. Run as the migrating login, before anything else.
-- Roles belong to the whole cluster, so two databases of one server share them; what they may do is granted per database.
do $$
declare
  wanted text;
begin
  foreach wanted in array array[
    'kp_owner', 'kp_public', 'kp_planner', 'kp_liaison', 'kp_analyst', 'kp_reviewer', 'kp_administrator', 'kp_fitter',
    'kp_session', 'kp_deriver', 'kp_importer'
  ] loop
    begin
      execute format('create role %I nologin noinherit', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
  -- What the server is between two requests: a member of every viewer's role, with no rights of its own.
  begin
    create role kp_server nologin noinherit;
  exception when duplicate_object or unique_violation then null;
  end;
end
$$;

do $$
declare
  viewer text;
begin
  foreach viewer in array array[
    'kp_public', 'kp_planner', 'kp_liaison', 'kp_analyst', 'kp_reviewer', 'kp_administrator', 'kp_fitter',
    'kp_session', 'kp_deriver', 'kp_importer'
  ] loop
    if not pg_has_role('kp_server', viewer, 'member') then
      begin
        execute format('grant %I to kp_server', viewer);
      exception when unique_violation then null; -- another starter was first
      end;
    end if;
  end loop;
  if not pg_has_role(current_user, 'kp_owner', 'member') then
    execute format('grant kp_owner to %I', current_user);
  end if;
end
$$;

do $$
begin
  execute format('grant create on database %I to kp_owner', current_database());
end
$$;
create extension if not exists postgis;
revoke create on schema public from public;
create schema if not exists kamerapunkt authorization kp_owner;
