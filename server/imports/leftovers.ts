import type { Gate } from '../db/gate.ts';
import { deleteBatch, deleteBatchRows, leftBatches, withdrawnBatches } from '../db/import-batches.ts';
import { deleteLoaded } from '../db/import-loaded.ts';
import { dropUnusedSource } from '../db/import-sources.ts';
import { deleteStagedRows } from '../db/staged-rows.ts';
import { kindOf } from './kinds.ts';
import type { Report } from './report.ts';

/** Rows deleted in one transaction: on the embedded engine nobody then waits a quarter of a second. */
const deletedAtOnce = 4000;

/**
 * Removes what a killed process left half read of a kind, and says so. Call it while the kind is locked: what is being
 * read just now looks the same.
 */
export async function removeLeftovers(gate: Gate, report: Report, kind: string): Promise<void> {
  const left = await gate.service('importer', (tx) => leftBatches(tx, kind));
  for (const { batchId, sourceId, source, startedAt } of left) {
    const rows = await removeBatch(gate, batchId, kind, report);
    await gate.service('importer', (tx) => dropUnusedSource(tx, sourceId));
    report.note('leftover_removed', { source, rows, at: startedAt.slice(0, 16).replace('T', ' ') });
  }
}

/** Deletes a batch and its rows in portions; safe to go on with after a kill. */
export async function removeBatch(gate: Gate, batchId: number, kind: string, report?: Report): Promise<number> {
  const rows = await emptyBatch(gate, batchId, kind, report);
  await gate.service('importer', (tx) => deleteBatch(tx, batchId));
  return rows;
}

/** A withdrawn batch keeps its line in the history and loses its rows: they may come back with another file. */
export async function emptyWithdrawn(gate: Gate, sourceId: number): Promise<number> {
  let rows = 0;
  const batches = await gate.service('importer', (tx) => withdrawnBatches(tx, sourceId));
  for (const { id, kind } of batches) rows += await emptyBatch(gate, id, kind);
  return rows;
}

async function emptyBatch(gate: Gate, batchId: number, code: string, report?: Report): Promise<number> {
  const kind = kindOf(code);
  let rows = 0;
  const drop = async (some: (limit: number) => Promise<number>) => {
    for (;;) {
      const dropped = await some(deletedAtOnce);
      rows += dropped;
      if (dropped < deletedAtOnce) return;
      report?.progress('clean', rows);
    }
  };
  for (const table of kind.tables)
    await drop((limit) => gate.service('importer', (tx) => deleteLoaded(tx, table, batchId, limit)));
  if (kind.merge) await gate.service('importer', (tx) => deleteStagedRows(tx, batchId));
  if (kind.mode === 'add') await drop((limit) => gate.service('importer', (tx) => deleteBatchRows(tx, batchId, limit)));
  return rows;
}
