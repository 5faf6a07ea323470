-- Who owns, who asks, who is cleared.

create table app.organisation (
  id uuid primary key,
  code text not null unique,
  name_sv text not null,
  name_en text not null,
  kind text not null check (kind in ('committee', 'municipal_company', 'police', 'other')),
  name_key text collate "C" generated always as (app.swedish_key(name_sv)) stored
);
comment on table app.organisation is 'A data controller (personuppgiftsansvarig) that owns plant, sites or planned mounts.';

create table secret.account (
  id uuid primary key,
  username text not null unique check (username = lower(username) and length(username) between 1 and 60),
  name text not null,
  organisation_id uuid not null references app.organisation on delete restrict,
  -- A role is a kind of viewer and thereby a database role; it never carries a clearance (OSL 8:2).
  role text not null check (role in ('planner', 'liaison', 'analyst', 'reviewer', 'administrator', 'fitter')),
  locale text not null default 'sv' check (locale in ('sv', 'en')),
  password_hash text,
  disabled_at timestamptz
);

create table secret.session (
  -- SHA-256 of the cookie's value: a read of this table opens no session.
  token_hash bytea primary key,
  account_id uuid not null references secret.account on delete cascade,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on secret.session (account_id);

create table secret.access_token (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references secret.account on delete cascade,
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index access_token_account on secret.access_token (account_id);
comment on table secret.access_token is 'For QGIS and GDAL: carries its account''s role and never a clearance.';
