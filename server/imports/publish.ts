import type { Clock } from '../db/clock.ts';
import type { Tx } from '../db/driver.ts';
import type { Gate } from '../db/gate.ts';
import {
  batchOf,
  canGoBack,
  hasLostPoints,
  hideBatch,
  replacedBatch,
  showBatch,
  shownBatch,
  type Batch,
} from '../db/import-batches.ts';
import { refreshCrimeSource } from '../db/import-incidents.ts';
import { cancelWaitingImports } from '../db/kept-withdrawals.ts';
import { describeSource, dropUnusedSource, forgetSource } from '../db/import-sources.ts';
import { showAreaSet } from '../db/import-areas.ts';
import { ImportFault } from './fault.ts';
import { kindOf } from './kinds.ts';
import { emptyWithdrawn, removeBatch } from './leftovers.ts';
import { openTheMapHere, openWithoutIt } from './opening-view.ts';
import type { Report } from './report.ts';

/** Done in the same transaction: a job's own row says what happened whenever the server is killed. */
export type Alongside = (tx: Tx) => Promise<void>;

/**
 * Shows a batch to everybody, in one transaction, then does what follows from it (coverage among new buildings, deleting
 * what nobody can bring back). A batch that changes nothing leaves no trace.
 */
export async function publish(
  gate: Gate,
  clock: Clock,
  batchId: number,
  report: Report,
  { municipality = null, alongside = async () => {} }: { municipality?: string | null; alongside?: Alongside } = {},
): Promise<void> {
  const batch = await gate.service('importer', (tx) => batchOf(tx, batchId));
  if (!batch || batch.publishedAt) throw new ImportFault('not_ready');
  const kind = kindOf(batch.kind);
  const { counts } = batch;
  report.progress('publish', counts.read);
  if (counts.new + counts.changed + counts.gone === 0) {
    await gate.service('importer', alongside);
    await removeBatch(gate, batchId, batch.kind);
    await gate.service('importer', (tx) => dropUnusedSource(tx, batch.sourceId));
    return;
  }
  const extent = await gate.service('importer', async (tx) => {
    const at = clock.now();
    if (kind.merge) await kind.merge(tx, batch, { clock, report: null, write: true });
    await showBatch(tx, batch, at, kind.mode !== 'add');
    if (!kind.isSecret) await describe(tx, batch, at);
    await alongside(tx);
    return kind.shownExtent ? kind.shownExtent(tx, batch.sourceId) : batch.publishing.extent;
  });
  if (extent) await openTheMapHere(gate, extent, municipality, report);
  await kind.afterPublish?.(gate, report, counts);
  await emptyWithdrawn(gate, batch.sourceId);
}

/**
 * Takes the last publishing of a source back: what stood there before stands there again. What people have changed since
 * in cameras and planned mounts is kept.
 * @throws ImportFault when another batch has been published since, when it was taken back already, or when what stood there
 * before is kept no longer.
 */
export async function undo(
  gate: Gate,
  clock: Clock,
  batchId: number,
  report: Report,
  alongside: Alongside = async () => {},
): Promise<void> {
  const batch = await gate.service('importer', async (tx) => {
    const found = await batchOf(tx, batchId);
    const shown = found && (await shownBatch(tx, found.sourceId, found.organisationId));
    if (!found || shown?.id !== found.id || !(await canGoBack(tx, found.id))) throw new ImportFault('not_last');
    if (await hasLostPoints(tx, found)) throw new ImportFault('points_deleted');
    const kind = kindOf(found.kind);
    const before = kind.mode === 'add' ? null : await replacedBatch(tx, found.sourceId, found.organisationId);
    // Before rows were kept by batch nothing was kept to merge back.
    if (kind.merge && before && Object.keys(before.publishing).length === 0) throw new ImportFault('not_last');
    if (kind.merge) await kind.merge(tx, found, { clock, report: null, write: true, undoTo: before });
    const at = clock.now();
    await cancelWaitingImports(tx, found.sourceId, found.organisationId, at);
    await hideBatch(tx, batchId, at, before?.id ?? null);
    const now = await shownBatch(tx, found.sourceId, found.organisationId);
    if (!kind.isSecret) {
      if (now) await describe(tx, now, new Date(now.publishedAt ?? at));
      else await forgetSource(tx, found.sourceId);
    }
    await alongside(tx);
    return found;
  });
  await openWithoutIt(gate);
  await kindOf(batch.kind).afterPublish?.(gate, report, batch.counts);
  await emptyWithdrawn(gate, batch.sourceId);
}

/** What the source says of itself after a publishing; that of planned mounts says nothing. */
async function describe(tx: Tx, batch: Batch, at: Date): Promise<void> {
  const { counts, publishing } = batch;
  await describeSource(tx, {
    sourceId: batch.sourceId,
    fileName: batch.fileName,
    fileDigest: batch.fileDigest,
    licence: publishing.licence ?? null,
    attribution: publishing.attribution ?? null,
    by: publishing.by ?? null,
    at,
    read: counts.read,
    published: counts.new + counts.changed + counts.same,
    refused: counts.refused,
  });
  if (publishing.areaSetId !== undefined) await showAreaSet(tx, publishing.areaSetId);
  if (publishing.crime) await refreshCrimeSource(tx, batch.sourceId);
}
