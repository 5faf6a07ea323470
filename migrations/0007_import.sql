-- What the import remembers between two files of one source.

-- Digest of what the file said of it: a row that the file gives as before is left alone, also when a planner has changed it since.
alter table secret.site add column source_digest text;
alter table secret.planned_mount add column source_digest text;

-- Of the rows read, those that were refused for want of a position: the share with coordinates is reckoned over all files.
alter table secret.import_batch add column rows_without_position int not null default 0;

-- Planned mounts have one source, made here, that says nothing: not that there are any, of whom, how many or since when.
insert into app.source (name, kind) values ('planned-mounts', 'planned-mounts');
