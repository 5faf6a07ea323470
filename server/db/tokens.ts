import type { AccessToken } from '#core/wire/overlay.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `session` service, for one account. */
export function tokensOf(tx: Tx, accountId: string, now: Date): Promise<AccessToken[]> {
  return tx.query(sql`
    select id, name, created_at as "createdAt", expires_at as "expiresAt" from secret.access_token
    where account_id = ${accountId} and revoked_at is null and expires_at > ${now} order by created_at desc, id`);
}

export async function createToken(
  tx: Tx,
  token: { id: string; hash: Uint8Array; accountId: string; name: string; now: Date; expires: Date },
): Promise<void> {
  await tx.query(sql`
    insert into secret.access_token (id, token_hash, account_id, name, created_at, expires_at)
    values (${token.id}, ${token.hash}, ${token.accountId}, ${token.name}, ${token.now}, ${token.expires})`);
}

export async function revokeToken(tx: Tx, id: string, accountId: string, now: Date): Promise<boolean> {
  const rows = await tx.query(sql`
    update secret.access_token set revoked_at = ${now} where id = ${id} and account_id = ${accountId} and revoked_at is null returning id`);
  return rows.length > 0;
}
