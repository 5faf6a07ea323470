import type { Tx } from './driver.ts';
import type { ViewerRole } from './gate.ts';
import { sql } from './sql.ts';

/** Run as the `session` service: what signing in needs, and no more. */
export interface Credential {
  readonly id: string;
  readonly role: Exclude<ViewerRole, 'public'>;
  readonly passwordHash: string | null;
}

export async function credentialOf(tx: Tx, username: string): Promise<Credential | null> {
  const rows = await tx.query<Credential>(
    sql`select id, role, password_hash as "passwordHash" from secret.account where username = ${username} and disabled_at is null`,
  );
  return rows[0] ?? null;
}

export async function openSession(
  tx: Tx,
  tokenHash: Uint8Array,
  accountId: string,
  now: Date,
  expires: Date,
): Promise<void> {
  await tx.query(sql`
    insert into secret.session (token_hash, account_id, created_at, seen_at, expires_at)
    values (${tokenHash}, ${accountId}, ${now}, ${now}, ${expires})`);
  await tx.query(sql`delete from secret.session where expires_at < ${now}`);
}

export async function closeSession(tx: Tx, tokenHash: Uint8Array): Promise<void> {
  await tx.query(sql`delete from secret.session where token_hash = ${tokenHash}`);
}

export async function sessionAccount(
  tx: Tx,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Pick<Credential, 'id' | 'role'> | null> {
  const rows = await tx.query<Pick<Credential, 'id' | 'role'>>(sql`
    select a.id, a.role from secret.session s join secret.account a on a.id = s.account_id
    where s.token_hash = ${tokenHash} and s.expires_at > ${now} and a.disabled_at is null`);
  return rows[0] ?? null;
}

export async function tokenAccount(
  tx: Tx,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Pick<Credential, 'id' | 'role'> | null> {
  const rows = await tx.query<Pick<Credential, 'id' | 'role'>>(sql`
    select a.id, a.role from secret.access_token t join secret.account a on a.id = t.account_id
    where t.token_hash = ${tokenHash} and t.expires_at > ${now} and t.revoked_at is null and a.disabled_at is null`);
  return rows[0] ?? null;
}
