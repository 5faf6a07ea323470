-- What is shown of what files gave: rows made here, and those of a batch that is published, not withdrawn and not replaced.
-- Plain views, which the planner sees through: a barrier would keep the spatial operators above it.

create or replace view app.area_set as
select id, code, name_sv, name_en, kind, source_id from loaded.area_set where shown;

do $$
declare
  base text;
  listed text;
begin
  foreach base in array array['area', 'survey_value', 'place', 'building', 'mast', 'street', 'land', 'intervention', 'zone', 'population',
    'area_count', 'square_count'] loop
    select string_agg(quote_ident(attname), ', ' order by attnum) into listed from pg_attribute
    where attrelid = format('loaded.%I', base)::regclass and attnum > 0 and not attisdropped and attname <> 'batch_id';
    execute format('create or replace view app.%I as select %s from loaded.%I where batch_id is null or batch_id = any (array(
      select b.id from secret.import_batch b where b.published_at is not null and b.withdrawn_at is null and b.replaced_at is null))',
      base, listed, base);
  end loop;
end
$$;

-- From when points of a source of crimes remain: those from before have been deleted, their time being up.
create or replace view app.points_from as
select source_id, max(before) as points_from from secret.deletion where source_id is not null group by source_id;
