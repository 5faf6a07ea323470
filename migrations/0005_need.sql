-- The survey and the crimes.

create table app.indicator (
  code text primary key,
  name_sv text not null,
  name_en text not null,
  -- INDEX_0_6: 0 nearly no problem, 6 alarming. PERCENT: 0-100.
  measure text not null check (measure in ('INDEX_0_6', 'PERCENT')),
  "group" text not null,
  camera_relevant boolean not null default false,
  sort int not null default 100
);

create table app.survey_value (
  id int generated always as identity primary key,
  source_id int not null references app.source on delete cascade,
  area_set_id int references app.area_set on delete cascade,
  area_code text,
  -- A comparison line that is no area on the map (the police region, another municipality).
  comparison_unit text,
  indicator text not null references app.indicator on delete restrict,
  year int not null check (year between 1990 and 2100),
  round text not null default 'autumn' check (round in ('autumn', 'extra')),
  respondents text not null default 'all' check (respondents in ('all', 'women', 'men')),
  -- Null when the status says why there is none.
  value numeric(6, 2),
  status text not null default 'published' check (status in ('published', 'too_few', 'missing')),
  answers int check (answers >= 0),
  response_rate numeric(5, 2) check (response_rate between 0 and 100),
  check (num_nonnulls(area_code, comparison_unit) = 1),
  check ((area_code is null) = (area_set_id is null)),
  check ((status = 'published') = (value is not null)),
  unique nulls not distinct (area_set_id, area_code, comparison_unit, indicator, year, round, respondents)
);

create table app.incident_category (
  code text primary key check (code in ('drug', 'vehicle', 'property', 'violence', 'disorder', 'other')),
  name_sv text not null,
  name_en text not null,
  sort int not null
);

create table app.crime_source (
  source_id int primary key references app.source on delete cascade,
  -- Recorded crime and the municipality's own händelser are never added together.
  what text not null check (what in ('recorded_crime', 'own_incidents')),
  grain text not null check (grain in ('point', 'square', 'area')),
  time_grain text not null check (time_grain in ('minute', 'hour', 'day', 'month')),
  period_from date,
  period_to date,
  share_with_coordinates numeric(5, 4),
  -- Why the points may not carry a density (stacked midpoints), or null when they may.
  refused_for_density text,
  distinct_points int
);

-- A batch is seen by nobody until it is published: publishing is one row.
create table secret.import_batch (
  id int generated always as identity primary key,
  source_id int not null references app.source on delete cascade,
  kind text not null,
  file_name text not null,
  file_digest text not null,
  started_at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  rows_read int not null default 0,
  rows_new int not null default 0,
  rows_changed int not null default 0,
  rows_same int not null default 0,
  rows_gone int not null default 0,
  rows_refused int not null default 0
);

-- Of a crime the product keeps time, category, indoors or out, and position: nothing else, and gives it to nobody.
create table secret.incident (
  source_id int not null references app.source on delete cascade,
  -- Digest of the kept content and its ordinal among equals: the same row again is the same row.
  row_key uuid not null,
  batch_id int not null references secret.import_batch on delete cascade,
  occurred_at timestamp not null,
  -- Local time. Hour 0-23, or null where the source gives no time of day.
  hour smallint check (hour between 0 and 23),
  category text not null references app.incident_category on delete restrict,
  indoors boolean not null default false,
  geom geometry(Point, 3006) not null,
  primary key (source_id, row_key)
);
create index incident_batch on secret.incident (batch_id);
create index incident_geom on secret.incident using gist (geom);
comment on table secret.incident is 'Single crimes. No view shows one; kp_deriver reads them to make densities and counts.';
