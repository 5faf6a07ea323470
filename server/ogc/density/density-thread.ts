import { Worker } from 'node:worker_threads';
import type { DensityFilter } from '../filters.ts';
import type { ComputedDensity, FromWorker, ToWorker } from './density-worker.ts';
import type { PointColumns } from './point-store.ts';

/** The computing thread as seen from the main one: points go in, densities come out. */
export interface DensityThread {
  forget(): void;
  add(points: PointColumns): void;
  /** @throws when the thread fails or has been stopped. */
  compute(filter: DensityFilter): Promise<ComputedDensity>;
  stop(): Promise<void>;
}

export function startDensityThread(): DensityThread {
  const worker = new Worker(new URL('./density.worker.mjs', import.meta.url));
  // An idle thread keeps no process alive.
  worker.unref();
  const waiting = new Map<number, { resolve(density: ComputedDensity): void; reject(error: Error): void }>();
  let lastId = 0;
  let over: Error | undefined;

  worker.on('message', (message: FromWorker) => {
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if ('density' in message) one?.resolve(message.density);
    else one?.reject(new Error(`The density could not be computed: ${message.failure}`));
  });
  worker.on('error', (error: Error) => end(error.name));
  worker.on('exit', () => end('stopped'));

  function end(why: string): void {
    over = new Error(`The density thread ended: ${why}`);
    for (const one of waiting.values()) one.reject(over);
    waiting.clear();
  }

  function say(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    worker.postMessage(message, transfer);
  }

  return {
    forget: () => say({ say: 'forget' }),
    add: (points) =>
      say(
        { say: 'add', points },
        Object.values(points).map(({ buffer }) => buffer as ArrayBuffer),
      ),
    compute: (filter) => {
      if (over) return Promise.reject(over);
      return new Promise((resolve, reject) => {
        const id = (lastId += 1);
        waiting.set(id, { resolve, reject });
        say({ say: 'compute', id, filter });
      });
    },
    stop: async () => void (await worker.terminate()),
  };
}
