import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. Rows of cameras and planned mounts as their file gave them, in its order. */
export async function putStagedRows(
  tx: Tx,
  batchId: number,
  rows: readonly { readonly row: number; readonly data: object }[],
): Promise<void> {
  await tx.query(sql`
    insert into secret.staged_row (batch_id, row_number, data)
    select ${batchId}, r."row", r.data from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("row" int, data jsonb)
    on conflict do nothing`);
}

export async function stagedRows<Row>(tx: Tx, batchId: number): Promise<Row[]> {
  const rows = await tx.query<{ data: Row }>(
    sql`select data from secret.staged_row where batch_id = ${batchId} order by row_number`,
  );
  return rows.map(({ data }) => data);
}

export async function deleteStagedRows(tx: Tx, batchId: number): Promise<void> {
  await tx.query(sql`delete from secret.staged_row where batch_id = ${batchId}`);
}
