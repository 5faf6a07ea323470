-- The house: two schemas. `app` holds what is public inside the municipality and the views that decide;
-- `secret` holds what nobody reads except through those views. Everything belongs to kp_owner, whom nobody logs in as
-- (roles are made by always/00_roles.sql, which runs before the first numbered file too).
create schema app;
create schema secret;

comment on schema app is 'What a viewer may read: public layers as tables, protected ones as views.';
comment on schema secret is 'Base tables with secrets. No viewer role has usage here.';

-- Swedish alphabetical order on both engines, whose only common collation is C: Å Ä Ö follow Z.
-- The same mapping as server/core/swedish/sort-key.ts.
create function app.swedish_key(name text) returns text
language sql immutable strict parallel safe
return translate(lower(translate(name, 'ÅÄÖÆØÜÉÈÁÀ', 'åäöæøüéèáà')), 'åäöæøüéèáà', '{|}|}yeeaa') collate "C";
