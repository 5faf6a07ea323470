import type { Gate } from '../db/gate.ts';
import { deleteBatch, deleteBatchRows, unpublishedBatches, withdrawnBatches } from '../db/import-batches.ts';
import { dropUnusedSource } from '../db/import-sources.ts';
import type { Report } from './report.ts';
import { ifUnlocked } from './source-lock.ts';

/** Rows deleted in one transaction: on the embedded engine nobody then waits a quarter of a second. */
const deletedAtOnce = 5000;

/**
 * Removes what a killed process left half done, of every source that nobody is importing now, and says so. `held` is a
 * source that the caller has locked itself.
 */
export async function removeLeftovers(gate: Gate, report: Report, held: string | null): Promise<void> {
  const left = await gate.service('importer', unpublishedBatches);
  for (const { batchId, sourceId, source, startedAt } of left) {
    const remove = async () => {
      const rows = await removeBatch(gate, batchId, report);
      await gate.service('importer', (tx) => dropUnusedSource(tx, sourceId));
      report.note('leftover_removed', { source, rows, at: startedAt.slice(0, 16).replace('T', ' ') });
    };
    if (source === held) await remove();
    else if (held === null) await ifUnlocked(gate, source, remove);
  }
}

/** Deletes a batch and its rows in portions; safe to go on with after a kill. */
export async function removeBatch(gate: Gate, batchId: number, report?: Report): Promise<number> {
  const rows = await emptyBatch(gate, batchId, report);
  await gate.service('importer', (tx) => deleteBatch(tx, batchId));
  return rows;
}

/** A withdrawn batch keeps its line in the history and loses its rows: they may come back with another file. */
export async function emptyWithdrawn(gate: Gate, sourceId: number): Promise<void> {
  const batches = await gate.service('importer', (tx) => withdrawnBatches(tx, sourceId));
  for (const batchId of batches) await emptyBatch(gate, batchId);
}

async function emptyBatch(gate: Gate, batchId: number, report?: Report): Promise<number> {
  let rows = 0;
  for (;;) {
    const dropped = await gate.service('importer', (tx) => deleteBatchRows(tx, batchId, deletedAtOnce));
    rows += dropped;
    if (dropped < deletedAtOnce) return rows;
    report?.progress('clean', rows);
  }
}
