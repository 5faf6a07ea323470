import { DatabaseError, type Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. What goes into the log; `detail` is shown to nobody by app.audit_log. */
export interface Event {
  readonly id: string;
  readonly at: Date;
  /** Null: the program itself, or the command line. */
  readonly accountId: string | null;
  readonly action: string;
  readonly subjectId?: string;
  readonly detail: object;
}

export async function logEvent(tx: Tx, event: Event): Promise<void> {
  await tx.query(sql`
    insert into secret.audit_event (id, at, account_id, action, subject_id, detail)
    values (${event.id}, ${event.at}, ${event.accountId}, ${event.action}, ${event.subjectId ?? null}, ${event.detail}::jsonb)`);
}

/**
 * Asks the database once more who somebody is, in the transaction that writes.
 * @throws DatabaseError KP403 when the account has another role or is closed.
 */
export async function requireRole(tx: Tx, accountId: string, roles: readonly string[]): Promise<void> {
  const found = await tx.query(
    sql`select 1 from secret.account where id = ${accountId} and disabled_at is null and role = any (${roles}::text[])`,
  );
  if (found.length === 0) throw new DatabaseError('KP403', 'role');
}
