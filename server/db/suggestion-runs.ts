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
  now: Date,
): Promise<void> {
  await tx.query(sql`
    insert into secret.suggestion_run (id, account_id, state, parameters, created_at) values (${id}, ${accountId}, 'running', ${request}::jsonb, ${now})`);
}

export async function runOf(tx: Tx, id: string, accountId: string): Promise<SuggestionRun | null> {
  const rows = await tx.query<SuggestionRun>(
    sql`select ${columns} from secret.suggestion_run where id = ${id} and account_id = ${accountId}`,
  );
  return rows[0] ?? null;
}

export function runsOf(tx: Tx, accountId: string): Promise<SuggestionRun[]> {
  return tx.query(
    sql`select ${columns} from secret.suggestion_run where account_id = ${accountId} order by created_at desc, id limit 20`,
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
