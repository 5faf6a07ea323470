import { ApiError } from './client.ts';

/** What the server takes at a time: 8 MiB. */
export const part_bytes = 8 * 1024 * 1024;

/** How long is waited after each failure in a row before the server is asked again; one failure more ends it. */
const waits_ms = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000] as const;

/** A File, or anything else that can be cut. */
interface Cuttable<Part> {
  readonly size: number;
  slice(from: number, to: number, type: string): Part;
}

/** How parts get to the server. Both answer how many bytes it has: where the next part begins. */
interface Carrier<Part> {
  readonly received: () => Promise<number>;
  readonly send: (offset: number, part: Part) => Promise<number>;
}

interface UploadOptions {
  readonly signal: AbortSignal;
  /** Bytes that the server has so far. */
  readonly onProgress: (sent_bytes: number) => void;
  /** True while nobody answers and it is tried again. */
  readonly onWaiting: (isWaiting: boolean) => void;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Sends a file in parts. After a lost connection the server is asked how much it has, and it goes on from there.
 * @throws ApiError when the server refuses, or has been silent for a minute; AbortError when it is cancelled.
 */
export async function uploadParts<Part>(
  file: Cuttable<Part>,
  carrier: Carrier<Part>,
  { signal, onProgress, onWaiting, wait = pause }: UploadOptions,
): Promise<void> {
  let failures = 0;
  let offset: number | null = null;
  while (offset === null || offset < file.size) {
    try {
      offset ??= await carrier.received();
      signal.throwIfAborted();
      if (offset < file.size) {
        const end = Math.min(file.size, offset + part_bytes);
        offset = await carrier.send(offset, file.slice(offset, end, 'application/octet-stream'));
      }
      if (failures > 0) onWaiting(false);
      failures = 0;
      onProgress(offset);
    } catch (error) {
      signal.throwIfAborted();
      const wait_ms = waits_ms[failures];
      if (!passes(error) || wait_ms === undefined) throw error;
      failures += 1;
      // A part may have come although its answer did not.
      offset = null;
      onWaiting(true);
      await wait(wait_ms, signal);
    }
  }
}

/** Nobody answered, somebody was not ready, or the server has another part than we thought. */
function passes(error: unknown): boolean {
  return error instanceof ApiError && ['offline', 'not-ready', 'conflict'].includes(error.code);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    };
    const timer = setTimeout(done, ms);
    // The network is back: there is nothing to wait for.
    addEventListener('online', done, { once: true });
    signal.addEventListener('abort', done, { once: true });
  });
}
