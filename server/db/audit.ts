import type { AuditEvent } from '#core/wire/overlay.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Remembers that the asking account read the exact position of these subjects: ids, no coordinates. */
export async function recordRead(tx: Tx, eventId: string, action: string, subjects: readonly string[]): Promise<void> {
  await tx.query(sql`select app.record(${eventId}, ${action}, null, ${{ subjects }}::jsonb)`);
}

export function auditLog(tx: Tx, limit: number): Promise<AuditEvent[]> {
  return tx.query(sql`
    select id, at, account_name as "accountName", action, subject_id as "subjectId" from app.audit_log order by at desc, id limit ${limit}::int`);
}
