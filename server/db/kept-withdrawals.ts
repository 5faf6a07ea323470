import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. A source that can be taken away; planned mounts are taken back by undoing alone. */
export interface WithdrawableSource {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
}

/** Null for what is not there, is shown no more, or may not be known of. Within a transaction that writes nobody else changes it. */
export async function withdrawableSource(tx: Tx, sourceId: number): Promise<WithdrawableSource | null> {
  const [row] = await tx.query<WithdrawableSource>(sql`
    select id, name, kind from app.source where id = ${sourceId} and shown and kind <> 'planned-mounts' for update`);
  return row ?? null;
}

/** Cameras of a source that everybody sees where they are: no other number of them is told. */
export async function shownCameras(tx: Tx, sourceId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    select count(*)::int as n from app.camera_shown x join secret.camera c on c.id = x.id
    where c.source_id = ${sourceId} and x.shown_as = 'point'`);
  return row?.n ?? 0;
}

/**
 * Forgets what was counted of a source's points, or within its borders. What was deleted of it stays in the list of
 * deletions, by name alone: the same name loaded again is another beginning.
 */
export async function forgetKept(tx: Tx, sourceId: number): Promise<void> {
  await tx.query(sql`
    delete from secret.kept_count where source_id = ${sourceId}
      or area_set_id in (select id from loaded.area_set where source_id = ${sourceId})`);
  await tx.query(sql`update secret.deletion set source_id = null where source_id = ${sourceId}`);
}

/**
 * Deletes the searches for places that counted a source's crimes, says how many, and stops those on their way: what
 * they have read is not to be answered.
 */
export async function deleteRunsFrom(tx: Tx, source: string, at: Date): Promise<number> {
  await tx.query(sql`
    update secret.suggestion_run set state = 'cancelled', finished_at = ${at} where state in ('waiting', 'running')`);
  const deleted = await tx.query(sql`
    delete from secret.suggestion_run where result -> 'sources' @> ${JSON.stringify([{ name: source }])}::jsonb returning 1`);
  return deleted.length;
}

/** Files of the source (of one organisation) that wait to be published were compared with what is gone: they are read anew. */
export async function cancelWaitingImports(
  tx: Tx,
  sourceId: number,
  organisationId: string | null,
  at: Date,
): Promise<void> {
  await tx.query(sql`
    update secret.import_job j set state = 'cancelled', finished_at = ${at} from secret.import_batch b
    where b.id = j.batch_id and b.source_id = ${sourceId} and b.organisation_id is not distinct from ${organisationId}::uuid
      and b.published_at is null and j.state in ('ready', 'publishing')`);
}

/** A job says that its publishing was taken back, when the command line did it. */
export async function undoJobOf(tx: Tx, batchId: number, at: Date): Promise<void> {
  await tx.query(
    sql`update secret.import_job set state = 'undone', finished_at = ${at} where batch_id = ${batchId} and state = 'published'`,
  );
}

/** Sources that have withdrawn batches, whose rows a killed server may have left. */
export function withdrawnSources(tx: Tx): Promise<{ sourceId: number; kind: string }[]> {
  return tx.query(sql`
    select distinct b.source_id as "sourceId", b.kind from secret.import_batch b
    where b.withdrawn_at is not null order by b.source_id, b.kind`);
}
