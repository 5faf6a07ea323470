import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. A batch is seen by nobody until it is published. */
export interface NewBatch {
  readonly sourceId: number;
  readonly kind: string;
  /** Of planned mounts: whose. */
  readonly organisationId: string | null;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly at: Date;
}

export async function startBatch(tx: Tx, batch: NewBatch): Promise<number> {
  const [row] = await tx.query<{ id: number }>(sql`
    insert into secret.import_batch (source_id, kind, organisation_id, file_name, file_digest, started_at)
    values (${batch.sourceId}, ${batch.kind}, ${batch.organisationId}, ${batch.fileName}, ${batch.fileDigest}, ${batch.at}) returning id`);
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

/** What publishing does beside showing the rows; kept with the batch, so that it can be done after a restart. */
export interface Publishing {
  readonly licence?: string | null;
  readonly attribution?: string | null;
  /** The name of the person who brought it in. */
  readonly by?: string | null;
  /** Of crimes in any grain. */
  readonly crime?: {
    readonly what: string;
    readonly grain: 'point' | 'square' | 'area';
    readonly timeGrain: string;
    readonly periodFrom: string;
    readonly periodTo: string;
    readonly refusedForDensity: string | null;
    readonly distinctPoints: number | null;
  };
  readonly areaSetId?: number;
  /** The ground that the rows lie on, EPSG:3006. */
  readonly extent?: readonly [number, number, number, number] | null;
  /** What the kind itself needs, as text. */
  readonly own?: Readonly<Record<string, string | boolean | null>>;
}

/** Writes down what a batch came to, once all of it has been read. */
export async function describeBatch(
  tx: Tx,
  batchId: number,
  counts: BatchCounts,
  publishing: Publishing,
): Promise<void> {
  await tx.query(sql`
    update secret.import_batch set rows_read = ${counts.read}, rows_new = ${counts.new}, rows_changed = ${counts.changed},
      rows_same = ${counts.same}, rows_gone = ${counts.gone}, rows_refused = ${counts.refused},
      rows_without_position = ${counts.withoutPosition}, publishing = ${publishing}::jsonb
    where id = ${batchId}`);
}

export interface Batch {
  readonly id: number;
  readonly sourceId: number;
  readonly source: string;
  readonly kind: string;
  readonly organisationId: string | null;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly publishedAt: string | null;
  readonly publishing: Publishing;
  readonly counts: BatchCounts;
}

const batchColumns = sql`b.id, b.source_id as "sourceId", s.name as source, b.kind, b.organisation_id as "organisationId",
  b.file_name as "fileName", b.file_digest as "fileDigest", b.published_at as "publishedAt", b.publishing,
  json_build_object('read', b.rows_read, 'new', b.rows_new, 'changed', b.rows_changed, 'same', b.rows_same, 'gone', b.rows_gone,
    'refused', b.rows_refused, 'withoutPosition', b.rows_without_position) as counts`;

export async function batchOf(tx: Tx, batchId: number): Promise<Batch | null> {
  const [row] = await tx.query<Batch>(sql`
    select ${batchColumns} from secret.import_batch b join app.source s on s.id = b.source_id where b.id = ${batchId}`);
  return row ?? null;
}

/** The batch that a source (of one organisation) shows now, the newest where rows are added; null when it shows none. */
export async function shownBatch(tx: Tx, sourceId: number, organisationId: string | null): Promise<Batch | null> {
  const [row] = await tx.query<Batch>(sql`
    select ${batchColumns} from secret.import_batch b join app.source s on s.id = b.source_id
    where b.source_id = ${sourceId} and b.organisation_id is not distinct from ${organisationId}::uuid
      and b.published_at is not null and b.withdrawn_at is null and b.replaced_at is null
    order by b.published_at desc, b.id desc limit 1`);
  return row ?? null;
}

/** The batch that the shown one took the place of; null when there was none or its rows are gone. */
export async function replacedBatch(tx: Tx, sourceId: number, organisationId: string | null): Promise<Batch | null> {
  const [row] = await tx.query<Batch>(sql`
    select ${batchColumns} from secret.import_batch b join app.source s on s.id = b.source_id
    where b.source_id = ${sourceId} and b.organisation_id is not distinct from ${organisationId}::uuid
      and b.replaced_at is not null and b.withdrawn_at is null
    order by b.replaced_at desc, b.id desc limit 1`);
  return row ?? null;
}

/** Whether a file of the source (of one organisation) has been read and waits to be published, once leftovers are gone. */
export async function hasWaitingBatch(tx: Tx, sourceId: number, organisationId: string | null): Promise<boolean> {
  const rows = await tx.query(sql`
    select from secret.import_batch where source_id = ${sourceId} and published_at is null
      and organisation_id is not distinct from ${organisationId}::uuid limit 1`);
  return rows.length > 0;
}

/**
 * Holds of a batch `b` that took the place of one whose rows are gone: a batch between was taken back, and only the last
 * publishing can be. Taking `b` back too would leave nothing where there was something.
 */
export const hasNoWayBack = sql`exists (
  select from secret.import_batch p where p.source_id = b.source_id and p.id <> b.id and p.withdrawn_at is not null
    and p.organisation_id is not distinct from b.organisation_id and p.replaced_at = b.published_at)`;

export async function canGoBack(tx: Tx, batchId: number): Promise<boolean> {
  const rows = await tx.query(sql`select from secret.import_batch b where b.id = ${batchId} and not ${hasNoWayBack}`);
  return rows.length > 0;
}

/** Shows a batch; with `replaces` it takes the place of what the source showed. */
export async function showBatch(tx: Tx, batch: Batch, at: Date, replaces: boolean): Promise<void> {
  if (replaces) {
    // What it replaced before cannot come back any more: only the last publishing can be undone.
    await tx.query(sql`
      update secret.import_batch set withdrawn_at = ${at}
      where source_id = ${batch.sourceId} and organisation_id is not distinct from ${batch.organisationId}::uuid
        and replaced_at is not null and withdrawn_at is null`);
    await tx.query(sql`
      update secret.import_batch set replaced_at = ${at}
      where source_id = ${batch.sourceId} and organisation_id is not distinct from ${batch.organisationId}::uuid
        and published_at is not null and replaced_at is null and withdrawn_at is null`);
  }
  await tx.query(sql`update secret.import_batch set published_at = ${at} where id = ${batch.id}`);
}

/** Takes a batch back; what it replaced is shown again. */
export async function hideBatch(tx: Tx, batchId: number, at: Date, instead: number | null): Promise<void> {
  await tx.query(sql`update secret.import_batch set withdrawn_at = ${at} where id = ${batchId}`);
  if (instead !== null) await tx.query(sql`update secret.import_batch set replaced_at = null where id = ${instead}`);
}

/** Where the batches that are shown lie, EPSG:3006; those that say nothing of it are left out. */
export async function shownExtents(tx: Tx): Promise<(readonly [number, number, number, number])[]> {
  const rows = await tx.query<{ extent: readonly [number, number, number, number] }>(sql`
    select publishing -> 'extent' as extent from secret.import_batch
    where published_at is not null and withdrawn_at is null and replaced_at is null and kind <> 'planned-mounts'
      and jsonb_typeof(publishing -> 'extent') = 'array' order by id`);
  return rows.map(({ extent }) => extent);
}

/** Hides everything that a source has ever given. */
export async function hideSource(tx: Tx, sourceId: number, at: Date): Promise<void> {
  await tx.query(sql`
    update secret.import_batch set withdrawn_at = ${at}
    where source_id = ${sourceId} and published_at is not null and withdrawn_at is null`);
}

/** Whether points of the source have been deleted for their age since the batch was published: then it cannot be undone. */
export async function hasLostPoints(tx: Tx, batch: Pick<Batch, 'sourceId' | 'publishedAt'>): Promise<boolean> {
  const rows = await tx.query(
    sql`select from secret.deletion where source_id = ${batch.sourceId} and at >= ${batch.publishedAt}::timestamptz limit 1`,
  );
  return rows.length > 0;
}

export interface Leftover {
  readonly batchId: number;
  readonly sourceId: number;
  readonly source: string;
  readonly kind: string;
  readonly startedAt: string;
}

/** Batches begun and not published that no job waits with: a process died over them, or somebody threw them away. */
export function leftBatches(tx: Tx, kind: string | null): Promise<Leftover[]> {
  return tx.query(sql`
    select b.id as "batchId", b.source_id as "sourceId", s.name as source, b.kind, b.started_at as "startedAt"
    from secret.import_batch b join app.source s on s.id = b.source_id
    where b.published_at is null and (${kind}::text is null or b.kind = ${kind}::text)
      and not exists (select from secret.import_job j where j.batch_id = b.id and j.state in ('ready', 'publishing'))
    order by b.id`);
}

/** Batches whose rows are not needed any more, and may still be there. */
export async function withdrawnBatches(tx: Tx, sourceId: number): Promise<{ id: number; kind: string }[]> {
  return tx.query(
    sql`select id, kind from secret.import_batch where source_id = ${sourceId} and withdrawn_at is not null order by id`,
  );
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
