-- The whole of who may do what; tests/db/permissions holds the effective result as a snapshot.

revoke all on schema app, secret, loaded from public;
revoke all on all functions in schema app from public;

grant usage on schema app to kp_public, kp_planner, kp_liaison, kp_analyst, kp_reviewer, kp_administrator, kp_fitter, kp_session, kp_deriver, kp_importer;

-- Unsigned: what the sign-in page says of the installation.
grant select on app.setting to kp_public, kp_planner, kp_liaison, kp_analyst, kp_reviewer, kp_administrator, kp_fitter, kp_deriver, kp_importer;
grant execute on function app.account_id(), app.moment(), app.uses_clearance(), app.swedish_key(text)
  to kp_public, kp_planner, kp_liaison, kp_analyst, kp_reviewer, kp_administrator, kp_fitter, kp_session, kp_deriver, kp_importer;

-- Signed in: the ground, the survey, and the shown form of what is protected.
grant select on app.organisation, app.source, app.area_set, app.area, app.place_type, app.place, app.building, app.mast, app.street, app.land,
  app.intervention, app.zone, app.indicator, app.survey_value, app.population, app.incident_category, app.crime_source,
  app.points_from, app.me, app.my_clearance, app.site_shown, app.camera_shown, app.coverage_shown, app.planned_mount_shown
  to kp_planner, kp_liaison, kp_analyst, kp_reviewer, kp_administrator, kp_fitter;

-- Exact forms: never the reviewer, never the administrator.
grant select on app.site_exact, app.camera_exact, app.coverage_exact, app.planned_mount_exact to kp_planner, kp_liaison, kp_analyst, kp_fitter;
grant execute on function app.record(uuid, text, uuid, jsonb) to kp_planner, kp_liaison, kp_analyst, kp_fitter, kp_administrator, kp_reviewer;

grant select on app.audit_log to kp_reviewer;

grant execute on function
  app.create_site(uuid, text, text, text, text, geometry, uuid),
  app.update_site(uuid, int, text, text, text, text, geometry, uuid),
  app.set_site_opened(uuid, int, boolean, uuid),
  app.delete_site(uuid, uuid),
  app.save_camera(uuid, uuid, int, text, text, text, double precision, double precision, double precision, double precision, geometry, geometry, uuid),
  app.delete_camera(uuid, uuid)
  to kp_planner;
grant execute on function app.set_mount_priority(uuid, int, int, text, uuid) to kp_liaison;

-- Signing in and out.
grant usage on schema secret to kp_session, kp_deriver, kp_importer;
grant select on secret.account to kp_session;
grant select, insert, update, delete on secret.session to kp_session;
grant select, insert on secret.access_token to kp_session;
grant update (revoked_at) on secret.access_token to kp_session;
grant select on app.organisation to kp_session;

-- Densities and counts: reads the crimes, and no position of any camera. Counts of a source are read here too and by no
-- viewer: what is shown of them is decided where the small ones are held back.
grant select on secret.incident, secret.import_batch, secret.kept_count, secret.deletion, app.area_count, app.square_count, app.population to kp_deriver;
grant select on app.source, app.crime_source, app.incident_category, app.area_set, app.area, app.place, app.place_type, app.building,
  app.mast, app.street, app.intervention, app.data_version to kp_deriver;
grant select, insert, update, delete on secret.suggestion_run to kp_deriver;

-- Loading files.
grant select, insert, update, delete on all tables in schema app to kp_importer;
revoke insert, update, delete on app.me, app.my_clearance, app.site_shown, app.camera_shown, app.coverage_shown, app.planned_mount_shown,
  app.site_exact, app.camera_exact, app.coverage_exact, app.planned_mount_exact, app.audit_log, app.points_from from kp_importer;
grant select, insert, update, delete on secret.site, secret.camera, secret.planned_mount, secret.position, secret.coverage,
  secret.secrecy_marking, secret.stage_event, secret.subject_list, secret.subject_list_member, secret.clearance,
  secret.account, secret.incident, secret.import_batch, secret.staged_row, secret.import_file, secret.import_job, secret.import_refusal,
  secret.import_mapping, secret.opened_category, secret.kept_count, secret.deletion, secret.suggestion_run to kp_importer;
grant usage on schema loaded to kp_importer;
grant select, insert, update, delete on all tables in schema loaded to kp_importer;
grant usage on all sequences in schema loaded to kp_importer;
grant insert on secret.audit_event to kp_importer;
grant usage on all sequences in schema app, secret to kp_importer;
