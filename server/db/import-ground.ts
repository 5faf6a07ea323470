import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. The box around a batch's streets and buildings, EPSG:3006; null when it has none. */
export async function groundExtent(tx: Tx, batchId: number): Promise<readonly [number, number, number, number] | null> {
  const [row] = await tx.query<{ w: number | null; s: number; e: number; n: number }>(sql`
    select st_xmin(b) as w, st_ymin(b) as s, st_xmax(b) as e, st_ymax(b) as n from (
      select st_extent(geom) as b from (
        select geom from loaded.building where batch_id = ${batchId}
        union all select geom from loaded.street where batch_id = ${batchId}) g) x`);
  return row && row.w !== null ? [row.w, row.s, row.e, row.n] : null;
}
