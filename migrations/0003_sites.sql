-- Sites, cameras, the police's planned mounts, and where they are.

create table secret.site (
  id uuid primary key,
  organisation_id uuid not null references app.organisation on delete restrict,
  name text not null check (length(name) between 1 and 120),
  purpose text not null default '' check (length(purpose) <= 2000),
  place_type text,
  stage text not null check (stage in ('idea', 'in_dialogue', 'weighed', 'decided', 'installed', 'in_operation', 'ended')),
  -- Until its organisation opens it, a site is seen by that organisation alone.
  opened_at timestamptz,
  origin text not null default 'own' check (origin in ('own', 'suggestion', 'import')),
  source_id int,
  source_key text,
  row_version int not null default 1,
  created_at timestamptz not null,
  created_by uuid references secret.account on delete set null,
  unique (source_id, source_key)
);
create index site_organisation on secret.site (organisation_id);

create table secret.camera (
  id uuid primary key,
  site_id uuid not null references secret.site on delete cascade,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('fixed', 'dome', 'ptz')),
  status text not null check (status in ('planned', 'in_operation', 'off')),
  -- Null: the bearing is not known; never north by default.
  bearing_deg double precision check (bearing_deg >= 0 and bearing_deg < 360),
  angle_deg double precision not null check (angle_deg > 0 and angle_deg <= 360),
  range_m double precision not null check (range_m > 0 and range_m <= 500),
  height_m double precision check (height_m > 0 and height_m <= 60),
  housings int not null default 1 check (housings between 1 and 20),
  lenses int not null default 1 check (lenses between 1 and 80),
  in_operation_from date,
  in_operation_to date,
  row_version int not null default 1,
  source_id int,
  source_key text,
  unique (source_id, source_key),
  check (in_operation_to is null or in_operation_from is null or in_operation_to >= in_operation_from)
);
create index camera_site on secret.camera (site_id);

create table secret.planned_mount (
  id uuid primary key,
  organisation_id uuid not null references app.organisation on delete restrict,
  code text not null,
  name text not null default '',
  stage text not null check (stage in ('wished', 'prioritised', 'designed', 'right_of_use', 'power_and_fibre', 'mounted', 'in_operation', 'ended', 'not_current')),
  stage_since date not null,
  waiting_for text check (waiting_for in ('right_of_use', 'power', 'fibre', 'mounting')),
  waiting_since date,
  waiting_on_organisation_id uuid references app.organisation on delete restrict,
  -- 1 is first. Null: not ranked.
  priority int check (priority between 1 and 99),
  priority_reason text check (length(priority_reason) <= 2000),
  source_id int,
  source_key text,
  row_version int not null default 1,
  unique (organisation_id, code),
  unique (source_id, source_key),
  check ((priority is null) = (priority_reason is null))
);
comment on table secret.planned_mount is 'Kamerapunkt: the police''s object, with another controller, law and storage time than a municipal site.';

-- One position a subject, apart from everything else about it, so that no grant on the rest can reach it. EPSG:3006.
create table secret.position (
  subject_id uuid primary key,
  kind text not null check (kind in ('site', 'camera', 'planned_mount')),
  geom geometry(Point, 3006) not null
);
create index position_geom on secret.position using gist (geom);

-- What the camera sees on the ground, computed when it is written. EPSG:3006. Its apex is the position: as secret.
create table secret.coverage (
  camera_id uuid primary key references secret.camera on delete cascade,
  geom geometry(Polygon, 3006) not null,
  area_m2 double precision not null
);
create index coverage_geom on secret.coverage using gist (geom);

-- OSL 5:5: a marking states provision, date and authority. The cell is chosen once and stored; it may grow, never follow the site.
create table secret.secrecy_marking (
  id uuid primary key,
  site_id uuid references secret.site on delete cascade,
  planned_mount_id uuid references secret.planned_mount on delete cascade,
  level text not null check (level in ('masked', 'withheld')),
  provision text not null check (length(provision) between 1 and 200),
  decided_on date not null,
  authority text not null check (length(authority) between 1 and 200),
  cell_east_m int,
  cell_north_m int,
  cell_size_m int check (cell_size_m in (250, 500, 1000, 2000, 4000)),
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text,
  check (num_nonnulls(site_id, planned_mount_id) = 1),
  -- A place that no cell takes cannot be masked, only withheld.
  check (level = 'withheld' or num_nulls(cell_east_m, cell_north_m, cell_size_m) = 0),
  check (cell_size_m is null or (cell_east_m % cell_size_m = 0 and cell_north_m % cell_size_m = 0)),
  check ((ended_at is null) = (ended_reason is null))
);
create unique index secrecy_marking_site on secret.secrecy_marking (site_id) where ended_at is null;
create unique index secrecy_marking_mount on secret.secrecy_marking (planned_mount_id) where ended_at is null;

create table secret.subject_list (
  id uuid primary key,
  organisation_id uuid not null references app.organisation on delete cascade,
  name text not null
);
create table secret.subject_list_member (
  list_id uuid not null references secret.subject_list on delete cascade,
  subject_id uuid not null,
  primary key (list_id, subject_id)
);

-- OSL 8:2: clearance is a person's, for an owning organisation's subjects, a list or one subject (site or planned mount), from-to.
create table secret.clearance (
  id uuid primary key,
  account_id uuid not null references secret.account on delete cascade,
  organisation_id uuid references app.organisation on delete cascade,
  list_id uuid references secret.subject_list on delete cascade,
  subject_id uuid,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  reason text not null check (length(reason) between 1 and 500),
  granted_by uuid references secret.account on delete set null,
  revoked_at timestamptz,
  check (num_nonnulls(organisation_id, list_id, subject_id) = 1),
  check (valid_to > valid_from)
);
create index clearance_account on secret.clearance (account_id);

create table secret.stage_event (
  id uuid primary key,
  site_id uuid references secret.site on delete cascade,
  planned_mount_id uuid references secret.planned_mount on delete cascade,
  stage text not null,
  at timestamptz not null,
  account_id uuid references secret.account on delete set null,
  note text not null default '',
  check (num_nonnulls(site_id, planned_mount_id) = 1)
);
