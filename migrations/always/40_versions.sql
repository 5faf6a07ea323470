-- A written table moves the number of the layers drawn from it, so that a server knows when to look again.
-- The number itself is never shown: it would tell that a secret row was written.
create or replace function app.touch() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.data_version as v (layer) select unnest(tg_argv) on conflict (layer) do update set version = v.version + 1;
  return null;
end
$$;

do $$
declare
  drawn record;
begin
  for drawn in
    select * from (values
      ('secret.site', 'sites cameras coverage'), ('secret.camera', 'sites cameras coverage'), ('secret.position', 'sites cameras coverage planned-mounts'),
      ('secret.coverage', 'coverage'), ('secret.planned_mount', 'planned-mounts'), ('secret.secrecy_marking', 'sites cameras coverage planned-mounts'),
      ('app.area', 'areas'), ('app.survey_value', 'areas'), ('app.place', 'places'), ('app.building', 'buildings'), ('app.mast', 'masts'),
      ('app.street', 'streets'), ('app.land', 'land'), ('app.intervention', 'interventions'), ('app.crime_source', 'crime-density'),
      ('secret.import_batch', 'crime-density')
    ) as t (base, layers)
  loop
    execute format('create or replace trigger touch after insert or update or delete on %s for each statement execute function app.touch(%s)',
      drawn.base, (select string_agg(quote_literal(l), ', ') from regexp_split_to_table(drawn.layers, ' ') l));
  end loop;
end
$$;
