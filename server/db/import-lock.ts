import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Any number of ours, so that these locks meet no others. */
const lockSpace = 1_802_465_128;

/** Takes a name until the transaction ends, unless another holds it. PostgreSQL frees it when the holder dies. */
export async function tryLock(tx: Tx, name: string): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${lockSpace}, hashtext(${name})) as taken`,
  );
  return row?.taken ?? false;
}

/** Waits for a name and takes it until the transaction ends. */
export async function waitForLock(tx: Tx, name: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${name}))`);
}
