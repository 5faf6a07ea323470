import { Worker } from 'node:worker_threads';

/** A thread that does one job at a time; the rest wait in line. */
export interface JobWorker<Job> {
  /**
   * Bytes made by the worker. An aborted job leaves the line; one that is already being worked on is finished and thrown away.
   * @throws `JobCancelled` when aborted, `JobUnavailable` when the worker cannot work on this machine, else the worker's error.
   */
  run(job: Job, signal?: AbortSignal): Promise<Uint8Array>;
  /** Jobs in line, the one being worked on included. */
  readonly length: number;
  close(): Promise<void>;
}

export class JobCancelled extends Error {}
export class JobUnavailable extends Error {}

interface Waiting<Job> {
  readonly job: Job;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id: number;
  readonly result?: Uint8Array;
  readonly failure?: { readonly code: string | null; readonly message: string };
}

/** An idle worker gives its memory back after so long. */
const idle_ms = 60_000;

/** A worker that has not answered after so long is ended, and its job has failed. */
const patience_ms = 60_000;

/** The worker is started at the first job, and anew after it has died. */
export function makeJobWorker<Job>(script: URL, longest_ms = patience_ms): JobWorker<Job> {
  const line: Waiting<Job>[] = [];
  let current: Waiting<Job> | undefined;
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let late: NodeJS.Timeout | undefined;
  let id = 0;

  function start(): Worker {
    const started = new Worker(script);
    started.on('message', (answer: Answer) => {
      if (answer.id !== id || !current) return;
      const { resolve, reject } = current;
      if (answer.result) resolve(answer.result);
      else if (answer.failure?.code === 'unavailable') reject(new JobUnavailable(answer.failure.message));
      else reject(new Error(answer.failure?.message ?? 'The worker gave no answer.'));
      next();
    });
    let reason = 'it ended, or was ended for being too slow';
    started.on('error', (error: Error) => (reason = error.message));
    started.on('exit', () => {
      if (worker !== started) return;
      worker = undefined;
      current?.reject(new Error(`A worker stopped: ${reason}`));
      next();
    });
    return started;
  }

  function next(): void {
    current = line.shift();
    clearTimeout(idle);
    clearTimeout(late);
    if (!current) {
      worker?.unref();
      idle = setTimeout(() => void stop(), idle_ms).unref();
      return;
    }
    worker ??= start();
    worker.ref();
    id += 1;
    const working = worker;
    late = setTimeout(() => void working.terminate(), longest_ms).unref();
    worker.postMessage({ id, job: current.job });
  }

  async function stop(): Promise<void> {
    const stopping = worker;
    worker = undefined;
    await stopping?.terminate();
  }

  return {
    get length() {
      return line.length + (current ? 1 : 0);
    },
    run: (job, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new JobCancelled());
        const waiting: Waiting<Job> = { job, signal, resolve, reject };
        signal?.addEventListener('abort', () => {
          const place = line.indexOf(waiting);
          if (place >= 0) line.splice(place, 1);
          reject(new JobCancelled());
        });
        line.push(waiting);
        if (!current) next();
      }),
    async close() {
      clearTimeout(idle);
      clearTimeout(late);
      for (const waiting of [...line.splice(0), ...(current ? [current] : [])]) waiting.reject(new JobCancelled());
      current = undefined;
      await stop();
    },
  };
}
