-- Where things come from, and the ground that everybody may see. Geometry in EPSG:3006.

create table app.source (
  id int generated always as identity primary key,
  -- What the importer calls it; the same name again is the same source.
  name text not null unique,
  kind text not null check (kind in ('areas', 'survey', 'incidents', 'cameras', 'planned-mounts', 'osm', 'interventions', 'example')),
  file_name text,
  -- SHA-256 of the file last published: the same file again changes nothing.
  file_digest text,
  licence text,
  attribution text,
  loaded_at timestamptz,
  rows_read int,
  rows_published int,
  rows_refused int
);
comment on table app.source is 'Never holds the name of a file of planned mounts: that is said in secret.import_batch.';

create table app.area_set (
  id int generated always as identity primary key,
  code text not null unique,
  name_sv text not null,
  name_en text not null,
  kind text not null check (kind in ('survey_area', 'city_district', 'deso', 'regso', 'municipality', 'other')),
  source_id int references app.source on delete set null
);

create table app.area (
  id int generated always as identity primary key,
  area_set_id int not null references app.area_set on delete cascade,
  code text not null,
  name text not null,
  valid_from date,
  valid_to date,
  population int check (population >= 0),
  geom geometry(MultiPolygon, 3006) not null,
  name_key text collate "C" generated always as (app.swedish_key(name)) stored,
  -- One code may stand for two areas in different years (a district that was split).
  unique nulls not distinct (area_set_id, code, valid_from)
);
create index area_geom on app.area using gist (geom);

create table app.place_type (
  code text primary key,
  name_sv text not null,
  name_en text not null,
  privacy_sensitive boolean not null default false
);
comment on table app.place_type is 'Filled from server/core/evidence/place-types.ts at every start; evidence and exemptions are read there.';

create table app.place (
  id int generated always as identity primary key,
  source_id int not null references app.source on delete cascade,
  source_key text not null,
  place_type text not null references app.place_type on delete restrict,
  name text,
  geom geometry(Geometry, 3006) not null,
  name_key text collate "C" generated always as (app.swedish_key(name)) stored,
  unique (source_id, source_key)
);
create index place_geom on app.place using gist (geom);

create table app.building (
  id int generated always as identity primary key,
  source_id int not null references app.source on delete cascade,
  source_key text not null,
  -- Null: not known.
  height_m real check (height_m > 0 and height_m < 400),
  use text,
  geom geometry(Polygon, 3006) not null,
  unique (source_id, source_key)
);
create index building_geom on app.building using gist (geom);

create table app.mast (
  id int generated always as identity primary key,
  source_id int not null references app.source on delete cascade,
  source_key text not null,
  kind text not null check (kind in ('mast', 'lamp', 'pole')),
  owner text,
  height_m real check (height_m > 0 and height_m < 400),
  has_power boolean,
  has_fibre boolean,
  geom geometry(Point, 3006) not null,
  unique (source_id, source_key)
);
create index mast_geom on app.mast using gist (geom);

create table app.street (
  id int generated always as identity primary key,
  source_id int not null references app.source on delete cascade,
  source_key text not null,
  class text not null check (class in ('motorway', 'primary', 'secondary', 'residential', 'service', 'pedestrian', 'path', 'rail')),
  name text,
  geom geometry(MultiLineString, 3006) not null,
  name_key text collate "C" generated always as (app.swedish_key(name)) stored,
  unique (source_id, source_key)
);
create index street_geom on app.street using gist (geom);

create table app.land (
  id int generated always as identity primary key,
  source_id int not null references app.source on delete cascade,
  source_key text not null,
  class text not null check (class in ('water', 'park', 'forest', 'farmland', 'residential', 'industrial', 'commercial', 'square', 'parking')),
  name text,
  geom geometry(MultiPolygon, 3006) not null,
  unique (source_id, source_key)
);
create index land_geom on app.land using gist (geom);

create table app.intervention (
  id int generated always as identity primary key,
  source_id int references app.source on delete cascade,
  source_key text,
  kind text not null check (kind in ('lighting', 'guards', 'patrols', 'sight_lines', 'locks', 'social_work', 'other')),
  name text not null,
  valid_from date,
  valid_to date,
  geom geometry(Geometry, 3006) not null,
  unique (source_id, source_key)
);
create index intervention_geom on app.intervention using gist (geom);
comment on table app.intervention is 'Other measures at a place: research sees effect only beside two or more of them.';
