import type { ImportFile } from '#core/wire/imports.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service; a file is its sender's alone. */
const columns = sql`id, name, bytes, received`;

export async function insertFile(
  tx: Tx,
  file: {
    readonly id: string;
    readonly accountId: string;
    readonly name: string;
    readonly bytes: number;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(sql`
    insert into secret.import_file (id, account_id, name, bytes, created_at)
    values (${file.id}, ${file.accountId}, ${file.name}, ${file.bytes}::bigint, ${file.at})`);
}

export async function fileOf(tx: Tx, id: string, accountId: string): Promise<ImportFile | null> {
  const [row] = await tx.query<ImportFile>(
    sql`select ${columns} from secret.import_file where id = ${id} and account_id = ${accountId}`,
  );
  return row ?? null;
}

/** Notes that bytes have come; false when another request wrote at the same place first. */
export async function receive(tx: Tx, id: string, offset: number, bytes: number): Promise<boolean> {
  const rows = await tx.query(sql`
    update secret.import_file set received = received + ${bytes}::bigint
    where id = ${id} and received = ${offset}::bigint and received + ${bytes}::bigint <= bytes returning 1`);
  return rows.length > 0;
}

export async function filesHeldBy(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    sql`select count(*)::int as n from secret.import_file where account_id = ${accountId}`,
  );
  return row?.n ?? 0;
}

export async function deleteFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(sql`delete from secret.import_file where id = any (${ids}::uuid[])`);
}

/**
 * Files that no job needs any more: of ended jobs, and those older than a time that led to nothing. One that was read may
 * be read another way until it is published; one whose reading failed, until it is old. Of those stored (their ids) also
 * what nobody has announced: a part that came as its file was thrown away.
 */
export async function filesToDrop(tx: Tx, before: Date, stored: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    select stray.id from unnest(${stored}::uuid[]) as stray (id)
    where not exists (select from secret.import_file f where f.id = stray.id)
    union all
    select f.id from secret.import_file f
    where not exists (select from secret.import_job j where j.state in ('draft', 'waiting', 'reading', 'ready', 'publishing')
        and j.files @> jsonb_build_array(jsonb_build_object('id', f.id)))
      and (f.created_at < ${before} or exists (
        select from secret.import_job j where j.state <> 'failed' and j.files @> jsonb_build_array(jsonb_build_object('id', f.id))))
    order by id`);
  return rows.map(({ id }) => id);
}
