import { Worker } from 'node:worker_threads';
import type { DensityFilter } from '../filters.ts';
import type { TileAddress } from '../tiles/make-tile.ts';
import type { ComputedDensity, FromWorker, Question, ToWorker } from './density-messages.ts';
import type { PointColumns } from './point-store.ts';

/** The computing thread as seen from the main one: points go in, densities and tiles come out. */
export interface DensityThread {
  add(points: PointColumns): void;
  /** @throws when the thread fails or has been stopped; so does `tile`. */
  compute(key: string, filter: DensityFilter): Promise<ComputedDensity>;
  tile(key: string, address: TileAddress): Promise<Uint8Array | null>;
  /** Forgets a computed density. */
  drop(key: string): void;
  stop(): Promise<void>;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

export function startDensityThread(): DensityThread {
  const worker = new Worker(new URL('./density.worker.mjs', import.meta.url));
  // An idle thread keeps no process alive.
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let over: Error | undefined;

  worker.on('message', (message: FromWorker) => {
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if ('answer' in message) one?.resolve(message.answer);
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

  function ask<Answer>(question: Question): Promise<Answer> {
    if (over) return Promise.reject(over);
    return new Promise<Answer>((resolve, reject) => {
      const id = (lastId += 1);
      waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      say({ say: 'ask', id, question });
    });
  }

  return {
    add: (points) =>
      say(
        { say: 'add', points },
        Object.values(points).map(({ buffer }) => buffer as ArrayBuffer),
      ),
    compute: (key, filter) => ask({ ask: 'compute', key, filter }),
    tile: (key, address) => ask({ ask: 'tile', key, address }),
    drop: (key) => say({ say: 'drop', key }),
    stop: async () => void (await worker.terminate()),
  };
}
