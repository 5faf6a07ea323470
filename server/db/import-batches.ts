import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. A batch is seen by nobody until `publishBatch`. */
export interface NewBatch {
  readonly sourceId: number;
  readonly kind: string;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly at: Date;
}

export async function startBatch(tx: Tx, batch: NewBatch): Promise<number> {
  const [row] = await tx.query<{ id: number }>(sql`
    insert into secret.import_batch (source_id, kind, file_name, file_digest, started_at)
    values (${batch.sourceId}, ${batch.kind}, ${batch.fileName}, ${batch.fileDigest}, ${batch.at}) returning id`);
  return row?.id ?? 0;
}

export interface BatchCounts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly gone: number;
  readonly refused: number;
  readonly withoutPosition: number;
}

export async function publishBatch(tx: Tx, batchId: number, at: Date, counts: BatchCounts): Promise<void> {
  await tx.query(sql`
    update secret.import_batch set published_at = ${at}, rows_read = ${counts.read}, rows_new = ${counts.new},
      rows_changed = ${counts.changed}, rows_same = ${counts.same}, rows_gone = ${counts.gone},
      rows_refused = ${counts.refused}, rows_without_position = ${counts.withoutPosition}
    where id = ${batchId}`);
}

export interface Leftover {
  readonly batchId: number;
  readonly sourceId: number;
  readonly source: string;
  readonly startedAt: string;
}

/** Batches that nobody will see: begun and not published, or withdrawn and not yet cleared of their rows. */
export function unpublishedBatches(tx: Tx): Promise<Leftover[]> {
  return tx.query(sql`
    select b.id as "batchId", b.source_id as "sourceId", s.name as source, b.started_at as "startedAt"
    from secret.import_batch b join app.source s on s.id = b.source_id
    where b.published_at is null order by b.id`);
}

/** Deletes some of a batch's incidents and says how many: none when it is empty. */
export async function deleteBatchRows(tx: Tx, batchId: number, limit: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with dropped as (
      delete from secret.incident i using (
        select source_id, row_key from secret.incident where batch_id = ${batchId} limit ${limit}) d
      where i.source_id = d.source_id and i.row_key = d.row_key returning 1)
    select count(*)::int as n from dropped`);
  return row?.n ?? 0;
}

export async function deleteBatch(tx: Tx, batchId: number): Promise<void> {
  await tx.query(sql`delete from secret.import_batch where id = ${batchId}`);
}

/** A source's withdrawn batches, whose rows must not stand in the way of the same rows given again. */
export async function withdrawnBatches(tx: Tx, sourceId: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    sql`select id from secret.import_batch where source_id = ${sourceId} and withdrawn_at is not null order by id`,
  );
  return rows.map((row) => row.id);
}
