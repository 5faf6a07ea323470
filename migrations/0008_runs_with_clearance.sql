-- A run made with clearance counts what secret cameras see: whoever reads it later must still be cleared.
alter table secret.suggestion_run add column used_clearance boolean not null default false;
