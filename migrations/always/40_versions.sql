-- A written table moves the number of the layers drawn from it, so that a server knows when to look again.
-- The number itself is never shown: it would tell that a secret row was written.
create or replace function app.touch() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.data_version as v (layer) select unnest(tg_argv) on conflict (layer) do update set version = v.version + 1;
  return null;
end
$$;

-- Rows of a batch move nothing before the batch is published: only those made here do, which are shown at once.
create or replace function app.touch_made_here() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from touched where batch_id is null) then
    insert into app.data_version as v (layer) select unnest(tg_argv) on conflict (layer) do update set version = v.version + 1;
  end if;
  return null;
end
$$;

do $$
declare
  drawn record;
  event text;
  layers text;
begin
  for drawn in
    select * from (values
      ('secret.site', 'sites cameras coverage'), ('secret.camera', 'sites cameras coverage'), ('secret.position', 'sites cameras coverage planned-mounts'),
      ('secret.coverage', 'coverage'), ('secret.planned_mount', 'planned-mounts'), ('secret.secrecy_marking', 'sites cameras coverage planned-mounts'),
      ('loaded.area_set', 'areas'), ('app.crime_source', 'crime-density')
    ) as t (base, layers)
  loop
    select string_agg(quote_literal(l), ', ') into layers from regexp_split_to_table(drawn.layers, ' ') l;
    execute format('create or replace trigger touch after insert or update or delete on %s for each statement execute function app.touch(%s)',
      drawn.base, layers);
  end loop;
  for drawn in
    select * from (values
      ('area', 'areas'), ('survey_value', 'areas'), ('population', 'areas'), ('place', 'places'), ('building', 'buildings'), ('mast', 'masts'),
      ('street', 'streets'), ('land', 'land'), ('intervention', 'interventions'), ('zone', 'zones'), ('square_count', 'crime-squares')
    ) as t (base, layer)
  loop
    execute format('drop trigger if exists touch on loaded.%I', drawn.base);
    foreach event in array array['insert', 'update', 'delete'] loop
      execute format('create or replace trigger touch_%s after %s on loaded.%I referencing %s table as touched for each statement
        execute function app.touch_made_here(%L)', event, event, drawn.base, case event when 'delete' then 'old' else 'new' end, drawn.layer);
    end loop;
  end loop;
end
$$;

-- Publishing, undoing and withdrawing are one row. A batch of planned mounts is not told of: its rows say it themselves.
drop trigger if exists touch on secret.import_batch;
create or replace trigger touch_shown after update of published_at, withdrawn_at, replaced_at on secret.import_batch
  for each row when (new.kind in ('areas', 'population', 'survey')) execute function app.touch('areas');
create or replace trigger touch_crime after insert or update of published_at, withdrawn_at, replaced_at on secret.import_batch
  for each row when (new.kind in ('incidents', 'area-counts', 'square-counts', 'example')) execute function app.touch('crime-density', 'crime-squares');
create or replace trigger touch_ground after update of published_at, withdrawn_at, replaced_at on secret.import_batch
  for each row when (new.kind in ('osm', 'masts', 'interventions', 'zones'))
  execute function app.touch('places', 'buildings', 'masts', 'streets', 'land', 'interventions', 'zones');
