import type { Gate } from '../db/gate.ts';
import { putStagedRows } from '../db/staged-rows.ts';

/** Rows to a statement: a list of this many stays a few hundred kilobytes. */
const rowsAtOnce = 1000;

/** Keeps the rows of a kind that is merged, in the order of the file: publishing and undoing read them again. */
export async function putStaged(gate: Gate, batchId: number, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce).map((data, index) => ({ row: start + index + 1, data }));
    await gate.service('importer', (tx) => putStagedRows(tx, batchId, part));
  }
}
