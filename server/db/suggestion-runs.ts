import type { SuggestionRequest, SuggestionResult, SuggestionRun } from '#core/wire/suggestions.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as `deriver`; each names the account, so that a run is its maker's alone. */
const columns = sql`id, state, json_build_object('done', progress_done, 'total', progress_total) as progress,
  parameters as request, created_at as "createdAt", result`;

export async function insertRun(
  tx: Tx,
  id: string,
  accountId: string,
  request: SuggestionRequest,
  usedClearance: boolean,
  now: Date,
): Promise<void> {
  await tx.query(sql`
    insert into secret.suggestion_run (id, account_id, state, parameters, used_clearance, created_at)
    values (${id}, ${accountId}, 'running', ${request}::jsonb, ${usedClearance}::boolean, ${now})`);
}

export async function runOf(tx: Tx, id: string, accountId: string, cleared: boolean): Promise<SuggestionRun | null> {
  const rows = await tx.query<SuggestionRun>(
    sql`select ${columns} from secret.suggestion_run where id = ${id} and account_id = ${accountId} and (not used_clearance or ${cleared}::boolean)`,
  );
  return rows[0] ?? null;
}

export function runsOf(tx: Tx, accountId: string, cleared: boolean): Promise<SuggestionRun[]> {
  return tx.query(
    sql`select ${columns} from secret.suggestion_run where account_id = ${accountId} and (not used_clearance or ${cleared}::boolean) order by created_at desc, id limit 20`,
  );
}

export async function reportProgress(tx: Tx, id: string, done: number, total: number): Promise<void> {
  await tx.query(
    sql`update secret.suggestion_run set progress_done = ${done}::int, progress_total = ${total}::int where id = ${id} and state = 'running'`,
  );
}

/** Ends a run with how far it came: what is kept does not depend on when its progress was last written. */
export async function finishRun(
  tx: Tx,
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  result: SuggestionResult | null,
  progress: SuggestionRun['progress'],
  now: Date,
): Promise<void> {
  await tx.query(sql`
    update secret.suggestion_run set state = ${state}, result = ${result}::jsonb, finished_at = ${now},
      progress_done = ${progress.done}::int, progress_total = ${progress.total}::int
    where id = ${id} and state = 'running'`);
}

export async function rememberKept(tx: Tx, id: string, accountId: string, rank: number, siteId: string): Promise<void> {
  await tx.query(sql`
    update secret.suggestion_run set result = jsonb_set(result, array['suggestions', ${rank - 1}::text, 'keptAsSiteId'], to_jsonb(${siteId}::text))
    where id = ${id} and account_id = ${accountId}`);
}

/** Runs that a stopped server left behind: they will not go on. */
export async function failLeftRuns(tx: Tx, now: Date): Promise<void> {
  await tx.query(sql`update secret.suggestion_run set state = 'failed', finished_at = ${now} where state = 'running'`);
}

/** How many runs of an account have not ended. */
export async function unendedRuns(tx: Tx, accountId: string): Promise<number> {
  const rows = await tx.query<{ n: number }>(
    sql`select count(*) as n from secret.suggestion_run where account_id = ${accountId} and state in ('waiting', 'running')`,
  );
  return rows[0]?.n ?? 0;
}
