import type { Gate } from '../db/gate.ts';
import { tryLock, waitForLock } from '../db/import-lock.ts';

/** The embedded engine has one connection and belongs to one process: its imports queue here. */
const queues = new WeakMap<Gate, Map<string, Promise<unknown>>>();

/**
 * Runs while no other import of the same source does, in this process or another. A process that dies lets go.
 * @param onWait called once when another holds the source.
 */
export async function whileLocked<T>(
  gate: Gate,
  source: string,
  onWait: () => void,
  run: () => Promise<T>,
): Promise<T> {
  if (gate.engine === 'postgres') {
    return gate.service('importer', async (tx) => {
      if (!(await tryLock(tx, source))) {
        onWait();
        await waitForLock(tx, source);
      }
      return run();
    });
  }
  const queue = queues.get(gate) ?? new Map<string, Promise<unknown>>();
  queues.set(gate, queue);
  const before = queue.get(source);
  if (before) onWait();
  const turn = (before ?? Promise.resolve()).then(run, run);
  const settled = turn.catch(() => {});
  queue.set(source, settled);
  try {
    return await turn;
  } finally {
    if (queue.get(source) === settled) queue.delete(source);
  }
}

/** Runs when nobody is importing the source just now; else does nothing. */
export async function ifUnlocked(gate: Gate, source: string, run: () => Promise<void>): Promise<boolean> {
  if (gate.engine !== 'postgres') {
    if (queues.get(gate)?.has(source)) return false;
    await run();
    return true;
  }
  return gate.service('importer', async (tx) => {
    if (!(await tryLock(tx, source))) return false;
    await run();
    return true;
  });
}
