import type { ImportKind } from '#core/wire/imports.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. */
export interface ImportSource {
  readonly id: number;
  readonly kind: string;
  /** SHA-256 of the file last published; null before the first. */
  readonly fileDigest: string | null;
}

export async function sourceByName(tx: Tx, name: string): Promise<ImportSource | null> {
  const rows = await tx.query<ImportSource>(
    sql`select id, kind, file_digest as "fileDigest" from app.source where name = ${name}`,
  );
  return rows[0] ?? null;
}

/**
 * The source's id: the one that has the name, or a new one that nothing has been published of. One that is there takes no
 * number from the sequence: a gap among the numbers that everybody sees would tell how often the police bring mounts in.
 */
export async function ensureSource(tx: Tx, name: string, kind: ImportKind): Promise<number> {
  const known = await sourceByName(tx, name);
  if (known) return known.id;
  const [row] = await tx.query<{ id: number }>(sql`
    insert into app.source (name, kind, shown) values (${name}, ${kind}, false)
    on conflict (name) do update set name = excluded.name returning id`);
  return row?.id ?? 0;
}

export interface PublishedFile {
  readonly sourceId: number;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly read: number;
  readonly published: number;
  readonly refused: number;
}

/** What the source says of itself after a publish; a licence once given stays until another is. */
export async function describeSource(tx: Tx, file: PublishedFile): Promise<void> {
  await tx.query(sql`
    update app.source set file_name = ${file.fileName}, file_digest = ${file.fileDigest},
      licence = coalesce(${file.licence}, licence), attribution = coalesce(${file.attribution}, attribution),
      loaded_at = ${file.at}, loaded_by = ${file.by}, shown = true, rows_read = ${file.read}, rows_published = ${file.published}, rows_refused = ${file.refused}
    where id = ${file.sourceId}`);
}

/** A source whose only publishing was taken back, or that was withdrawn: nothing is said of it any more. */
export async function forgetSource(tx: Tx, sourceId: number): Promise<void> {
  await tx.query(sql`
    update app.source set shown = false, file_name = null, file_digest = null, loaded_at = null, loaded_by = null, rows_read = null,
      rows_published = null, rows_refused = null where id = ${sourceId}`);
  await tx.query(sql`delete from app.crime_source where source_id = ${sourceId}`);
  await tx.query(sql`update loaded.area_set set shown = false where source_id = ${sourceId}`);
}

/** Takes away every source that nothing was ever published of and that has no batch. */
export async function dropUnusedSources(tx: Tx): Promise<void> {
  await tx.query(sql`
    delete from app.source s where not s.shown and s.loaded_at is null and s.kind <> 'planned-mounts'
      and not exists (select from secret.import_batch b where b.source_id = s.id)`);
}

/** Takes away a source that nothing was ever published of, once its last batch is gone. */
export async function dropUnusedSource(tx: Tx, sourceId: number): Promise<void> {
  await tx.query(sql`
    delete from app.source s where s.id = ${sourceId} and s.loaded_at is null and s.kind <> 'planned-mounts'
      and not exists (select from secret.import_batch b where b.source_id = s.id)`);
}
