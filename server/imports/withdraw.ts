import type { Withdrawal } from '#core/wire/imports.ts';
import type { Clock } from '../db/clock.ts';
import type { Tx } from '../db/driver.ts';
import type { Gate } from '../db/gate.ts';
import { hideSource, shownBatch, type Batch } from '../db/import-batches.ts';
import { forgetSource } from '../db/import-sources.ts';
import { logEvent } from '../db/kept-log.ts';
import {
  cancelWaitingImports,
  deleteRunsFrom,
  forgetKept,
  shownCameras,
  withdrawableSource,
} from '../db/kept-withdrawals.ts';
import { whileLocked } from './kind-lock.ts';
import { kindOf } from './kinds.ts';
import { emptyWithdrawn } from './leftovers.ts';
import { openWithoutIt } from './opening-view.ts';
import type { Report } from './report.ts';

/** Who takes a source away, and why. */
export interface Withdrawer {
  /** Null: the command line. */
  readonly accountId: string | null;
  readonly reason: string;
  /** Asked in the transaction that writes. @throws when this one may not. */
  readonly mayNow?: (tx: Tx) => Promise<void>;
}

/**
 * Takes a source away with all that derives from it: in one transaction nobody sees anything of it any more, then its
 * rows are deleted in portions. Cameras that somebody has changed, marked or taken further stay; `report` is told.
 * `rows` counts no camera that everybody does not see.
 * @returns null when there is nothing of the source to take away; 'made_here' when no file brought it.
 */
export async function withdraw(
  gate: Gate,
  clock: Clock,
  sourceId: number,
  who: Withdrawer,
  report: Report,
): Promise<Withdrawal | 'made_here' | null> {
  const found = await gate.service('importer', (tx) => withdrawableSource(tx, sourceId));
  if (!found) return null;
  const waiting = () => report.note('waiting', { kind: found.kind });
  return whileLocked(gate, found.kind, waiting, async () => {
    const hidden = await gate.service('importer', (tx) => hide(tx, clock, sourceId, who, report));
    if (hidden === null || hidden === 'made_here') return hidden;
    const { batch, cameras, runs } = hidden;
    await openWithoutIt(gate);
    await kindOf(batch.kind).afterPublish?.(gate, report, { ...batch.counts, gone: batch.counts.read });
    return { rows: cameras + (await emptyWithdrawn(gate, sourceId)), runs };
  });
}

/** The one transaction after which the source is nowhere. */
async function hide(
  tx: Tx,
  clock: Clock,
  sourceId: number,
  { accountId, reason, mayNow }: Withdrawer,
  report: Report,
): Promise<{ readonly batch: Batch; readonly cameras: number; readonly runs: number } | 'made_here' | null> {
  // Another may have taken it while this one waited.
  const source = await withdrawableSource(tx, sourceId);
  if (!source) return null;
  await mayNow?.(tx);
  const batch = await shownBatch(tx, sourceId, null);
  if (!batch) return 'made_here';
  const at = clock.now();
  const before = await shownCameras(tx, sourceId);
  await kindOf(batch.kind).merge?.(tx, batch, { clock, report, write: true, undoTo: null });
  await hideSource(tx, sourceId, at);
  await forgetSource(tx, sourceId);
  await forgetKept(tx, sourceId);
  await cancelWaitingImports(tx, sourceId, null, at);
  const runs = source.kind === 'incidents' ? await deleteRunsFrom(tx, source.name, at) : 0;
  const id = clock.uuid();
  const detail = { source: sourceId, reason, runs };
  await logEvent(tx, { id, at, accountId, action: 'source.withdraw', detail });
  return { batch, cameras: before - (await shownCameras(tx, sourceId)), runs };
}
