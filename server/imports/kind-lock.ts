import type { Gate } from '../db/gate.ts';
import { tryLock, waitForLock } from '../db/import-lock.ts';

/** Within a process imports of one kind queue here, so that those that wait hold no connection. */
const queues = new WeakMap<Gate, Map<string, Promise<unknown>>>();

/**
 * On PostgreSQL each lock holds a connection, and what runs meanwhile needs others: of the pool's ten so many may be held,
 * or imports of all kinds at once would leave none for themselves or the map.
 */
const mostHeld = 3;
const held = new WeakMap<Gate, { count: number; readonly waiting: (() => void)[] }>();

/**
 * Runs while no other import of the same kind does, in this process or another. A process that dies lets go.
 * @param onWait called once when another holds the kind.
 */
export async function whileLocked<T>(gate: Gate, kind: string, onWait: () => void, run: () => Promise<T>): Promise<T> {
  const queue = queues.get(gate) ?? new Map<string, Promise<unknown>>();
  queues.set(gate, queue);
  const before = queue.get(kind);
  if (before) onWait();
  const locked = () =>
    gate.engine === 'postgres'
      ? whileFewHold(gate, () => againstOthers(gate, kind, before ? () => {} : onWait, run))
      : run();
  const turn = (before ?? Promise.resolve()).then(locked, locked);
  const settled = turn.catch(() => {});
  queue.set(kind, settled);
  try {
    return await turn;
  } finally {
    if (queue.get(kind) === settled) queue.delete(kind);
  }
}

async function whileFewHold<T>(gate: Gate, run: () => Promise<T>): Promise<T> {
  const slots = held.get(gate) ?? { count: 0, waiting: [] };
  held.set(gate, slots);
  if (slots.count >= mostHeld) await new Promise<void>((go) => slots.waiting.push(go));
  else slots.count += 1;
  try {
    return await run();
  } finally {
    // The place goes to who has waited longest; it is free when nobody does.
    const next = slots.waiting.shift();
    if (next) next();
    else slots.count -= 1;
  }
}

/** Against other processes on the same PostgreSQL; the embedded engine belongs to one. */
function againstOthers<T>(gate: Gate, kind: string, onWait: () => void, run: () => Promise<T>): Promise<T> {
  return gate.service('importer', async (tx) => {
    if (!(await tryLock(tx, kind))) {
      onWait();
      await waitForLock(tx, kind);
    }
    return run();
  });
}

/** Runs when nobody is importing the kind just now; else does nothing. */
export async function ifUnlocked(gate: Gate, kind: string, run: () => Promise<void>): Promise<boolean> {
  if (queues.get(gate)?.has(kind)) return false;
  if (gate.engine !== 'postgres') {
    await run();
    return true;
  }
  return gate.service('importer', async (tx) => {
    if (!(await tryLock(tx, kind))) return false;
    await run();
    return true;
  });
}
