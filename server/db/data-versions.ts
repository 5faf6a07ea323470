import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/**
 * How often each layer's tables have been written, read as the `deriver` service. Never shown to anybody: it moves when
 * a secret row is written, too.
 */
export async function dataVersions(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ layer: string; version: number }>(
    sql`select layer, version from app.data_version order by layer`,
  );
  return new Map(rows.map(({ layer, version }) => [layer, version]));
}
