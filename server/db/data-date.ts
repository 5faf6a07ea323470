import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/**
 * The day on which the ground, the survey or the crimes were last loaded (YYYY-MM-DD, UTC); null when nothing is. Reports
 * carry it in place of the clock's day. Files of cameras and planned mounts have no part in it: their dates would tell that something secret was written.
 */
export async function dataDate(tx: Tx): Promise<string | null> {
  const rows = await tx.query<{ day: string | null }>(sql`
    select max(o.loaded_at)::date as day from app.source o where o.kind not in ('cameras', 'planned-mounts')`);
  return rows[0]?.day ?? null;
}
