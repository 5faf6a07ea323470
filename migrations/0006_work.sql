-- Runs, the log and the versions.

create table secret.suggestion_run (
  id uuid primary key,
  account_id uuid not null references secret.account on delete cascade,
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  parameters jsonb not null,
  progress_done int not null default 0,
  progress_total int not null default 0,
  result jsonb,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index suggestion_run_account on secret.suggestion_run (account_id, created_at desc);

-- Append-only: no role may update or delete. Ids, never coordinates.
create table secret.audit_event (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  action text not null,
  subject_id uuid,
  detail jsonb not null default '{}'
);
create index audit_event_at on secret.audit_event (at desc, id);

-- A layer's number moves when a row under it is written; what a client sees is the digest of the shown bytes, never this.
create table app.data_version (
  layer text primary key,
  version bigint not null default 1
);

create table app.setting (
  key text primary key,
  value jsonb not null
);
comment on table app.setting is 'What the installation says of itself: municipality, today''s date in the example, opening view, k of the mask.';
