import type {
  ImportCounts,
  ImportJob,
  ImportKind,
  ImportNote,
  ImportSettings,
  ImportState,
} from '#core/wire/imports.ts';
import type { Tx } from './driver.ts';
import { hasNoWayBack } from './import-batches.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service; each read names who asks, and who may see a job is decided here. */
export interface Asker {
  readonly accountId: string;
  /** Sees the jobs of others, but for what liaisons bring. */
  readonly isAdministrator: boolean;
  /** Organisations whose planned mounts the asker is cleared for now. */
  readonly clearedFor: readonly string[];
}

export interface StoredJob extends Omit<ImportJob, 'canUndo' | 'files'> {
  readonly accountId: string | null;
  readonly batchId: number | null;
  readonly organisationId: string | null;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly canUndo: boolean;
}

const columns = sql`
  j.id, j.account_id as "accountId", j.state, j.kind, j.source, j.organisation_id as "organisationId", j.files, j.settings,
  j.batch_id as "batchId", case when j.stage is not null then json_build_object('stage', j.stage, 'rows', coalesce(j.rows_done, 0)) end as progress,
  j.counts, j.notes, j.fault, j.created_at as "createdAt", j.finished_at as "finishedAt", a.name as "makerName",
  j.refusals,
  coalesce((select json_agg(json_build_object('row', r.row_number, 'field', r.field, 'value', r.value, 'reason', r.reason) order by r.row_number)
    from (select * from secret.import_refusal where job_id = j.id order by row_number limit 20) r), '[]') as refused,
  j.state = 'published' and exists (
    select from secret.import_batch b where b.id = j.batch_id and b.withdrawn_at is null and b.replaced_at is null
      and not ${hasNoWayBack} and not exists (select from secret.import_batch later where later.source_id = b.source_id
        and later.withdrawn_at is null and later.organisation_id is not distinct from b.organisation_id
        and (later.published_at, later.id) > (b.published_at, b.id))) as "canUndo"`;

const seenBy = ({ accountId, isAdministrator, clearedFor }: Asker) => sql`
  (j.account_id = ${accountId} or (${isAdministrator}::boolean and a.role is distinct from 'liaison' and j.kind is distinct from 'planned-mounts'))
  and (j.organisation_id is null or j.organisation_id = any (${clearedFor}::uuid[]))`;

const from = sql`secret.import_job j left join secret.account a on a.id = j.account_id`;

export async function jobOf(tx: Tx, id: string, asker: Asker): Promise<StoredJob | null> {
  const [row] = await tx.query<StoredJob>(sql`select ${columns} from ${from} where j.id = ${id} and ${seenBy(asker)}`);
  return row ?? null;
}

export function jobsOf(tx: Tx, asker: Asker): Promise<StoredJob[]> {
  return tx.query(sql`select ${columns} from ${from} where ${seenBy(asker)} order by j.created_at desc, j.id limit 50`);
}

export async function insertJob(
  tx: Tx,
  job: {
    readonly id: string;
    readonly accountId: string;
    readonly source: string;
    readonly files: readonly { readonly id: string; readonly name: string }[];
    readonly settings: ImportSettings;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(sql`
    insert into secret.import_job (id, account_id, state, kind, source, files, settings, created_at, seen_at)
    values (${job.id}, ${job.accountId}, 'draft', ${job.settings.kind ?? null}, ${job.source}, ${JSON.stringify(job.files)}::jsonb,
      ${job.settings}::jsonb, ${job.at}, ${job.at})`);
}

export interface JobChange {
  readonly kind?: ImportKind;
  readonly source?: string;
  readonly settings?: ImportSettings;
  readonly organisationId?: string | null;
  readonly batchId?: number | null;
  readonly counts?: ImportCounts | null;
  readonly notes?: readonly ImportNote[];
  readonly refusals?: ImportJob['refusals'];
  readonly fault?: ImportNote | null;
  readonly finishedAt?: Date | null;
}

/**
 * Moves a job from one of some states to another, with what is to be written at the same time; false when somebody else
 * moved it first.
 */
export async function moveJob(
  tx: Tx,
  id: string,
  before: readonly ImportState[],
  after: ImportState,
  change: JobChange = {},
): Promise<boolean> {
  const moved = await tx.query(sql`
    update secret.import_job set state = ${after},
      kind = coalesce(${change.kind ?? null}, kind), source = coalesce(${change.source ?? null}, source),
      settings = coalesce(${change.settings ?? null}::jsonb, settings),
      organisation_id = case when ${change.organisationId !== undefined}::boolean then ${change.organisationId ?? null}::uuid else organisation_id end,
      batch_id = case when ${change.batchId !== undefined}::boolean then ${change.batchId ?? null}::int else batch_id end,
      counts = case when ${change.counts !== undefined}::boolean then ${change.counts ?? null}::jsonb else counts end,
      notes = coalesce(${change.notes ? JSON.stringify(change.notes) : null}::jsonb, notes),
      refusals = coalesce(${change.refusals ? JSON.stringify(change.refusals) : null}::jsonb, refusals),
      fault = case when ${change.fault !== undefined}::boolean then ${change.fault ?? null}::jsonb else fault end,
      finished_at = case when ${change.finishedAt !== undefined}::boolean then ${change.finishedAt ?? null}::timestamptz else finished_at end,
      stage = null, rows_done = null
    where id = ${id} and state = any (${before}::text[]) returning 1`);
  return moved.length > 0;
}

export async function reportJob(tx: Tx, id: string, stage: string, rows: number): Promise<void> {
  await tx.query(
    sql`update secret.import_job set stage = ${stage}, rows_done = ${rows}::int where id = ${id} and state in ('reading', 'publishing')`,
  );
}

/** Jobs that were on their way; at a start those of kinds that nobody has locked are over. */
export function unendedJobs(tx: Tx): Promise<{ id: string; kind: string | null; state: ImportState }[]> {
  return tx.query(
    sql`select id, kind, state from secret.import_job where state in ('waiting', 'reading', 'publishing') order by created_at, id`,
  );
}

export async function openJobsOf(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    select count(*)::int as n from secret.import_job
    where account_id = ${accountId} and state in ('draft', 'waiting', 'reading', 'ready', 'publishing')`);
  return row?.n ?? 0;
}

/** Jobs left lying: never read, or read and not published. Their batches go with the next sweep. */
export async function expireJobs(tx: Tx, before: Date, at: Date): Promise<void> {
  await tx.query(sql`
    update secret.import_job set state = 'cancelled', finished_at = ${at} where state in ('draft', 'ready') and created_at < ${before}`);
}

/** What is kept of an ended job is its counts; its refused rows go. */
export async function forgetRefusals(tx: Tx, before: Date): Promise<void> {
  await tx.query(sql`
    delete from secret.import_refusal r using secret.import_job j where j.id = r.job_id and j.finished_at < ${before}`);
}

export interface RefusalRow {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

export async function insertRefusals(tx: Tx, jobId: string, rows: readonly RefusalRow[]): Promise<void> {
  await tx.query(sql`
    insert into secret.import_refusal (job_id, row_number, field, value, reason)
    select ${jobId}, r."row", r.field, r.value, r.reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("row" int, field text, value text, reason text)`);
}

export async function deleteRefusals(tx: Tx, jobId: string): Promise<void> {
  await tx.query(sql`delete from secret.import_refusal where job_id = ${jobId}`);
}

/** So many refused rows from one on, in the order of the file. */
export function refusalsOf(tx: Tx, jobId: string, offset: number, limit: number): Promise<RefusalRow[]> {
  return tx.query(sql`
    select row_number as row, field, value, reason from secret.import_refusal where job_id = ${jobId}
    order by row_number, field, reason, value offset ${offset} limit ${limit}`);
}
