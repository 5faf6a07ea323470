import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { withdrawnSources } from '../db/kept-withdrawals.ts';
import { whileLocked } from '../imports/kind-lock.ts';
import { emptyWithdrawn } from '../imports/leftovers.ts';
import { deleteOldCrimePoints } from './delete-old-points.ts';

const day_ms = 86_400_000;

/**
 * Deletes what is not to be kept, at a start and once a day: points of crimes whose time is up, and rows of withdrawn
 * sources that a killed server left. It holds no process open.
 * @param failed told of what went wrong; the next day it is tried again.
 */
export function startKeeping(gate: Gate, clock: Clock, failed: (error: unknown) => void): { close(): Promise<void> } {
  const stop = new AbortController();
  const turn = () => keepOnce(gate, clock, stop.signal).catch(failed);
  let running = turn();
  const timer = setInterval(() => void (running = running.then(turn)), day_ms);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      stop.abort();
      await running;
    },
  };
}

/** One turn of the above. */
export async function keepOnce(gate: Gate, clock: Clock, signal: AbortSignal): Promise<void> {
  await deleteOldCrimePoints(gate, clock, signal);
  const withdrawn = await gate.service('importer', withdrawnSources);
  for (const { sourceId, kind } of withdrawn) {
    if (signal.aborted) return;
    await whileLocked(
      gate,
      kind,
      () => {},
      () => emptyWithdrawn(gate, sourceId),
    );
  }
}
