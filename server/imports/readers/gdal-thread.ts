import { Worker } from 'node:worker_threads';
import { ImportFault } from '../fault.ts';

/** A layer or sheet as GDAL tells of it. */
export interface FoundLayer {
  readonly name: string;
  /** Null when GDAL would have to read all of the file to know. */
  readonly rows: number | null;
  readonly hasGeometry: boolean;
  /** GDAL's word: "Point", "Multi Polygon", "Unknown (any)". */
  readonly geometry: string | null;
  /** Name of the coordinate system, null when the file says none. */
  readonly crs: string | null;
  readonly epsg: number | null;
  readonly fields: readonly string[];
}

export interface MadeLayer extends FoundLayer {
  /** The layer as CSV. */
  readonly path: string;
  /** Its first features as CSV with the numbers as they stand in the file, when a sample was asked for. */
  readonly standing: string | null;
  /** False when it was looked at only, and its coordinates cannot be turned into EPSG:3006: `path` is `standing`. */
  readonly isTurned: boolean;
}

export interface GdalJob {
  readonly folder: string;
  /** Relative to the folder's in/. */
  readonly file: string;
  readonly layers: readonly string[] | 'only' | 'likeliest';
  readonly openOptions: readonly string[];
  /** EPSG code, instead of what the file says. */
  readonly crs: string | null;
  /** WKT as the numbers stand in the file instead of EPSG:3006. */
  readonly raw: boolean;
  /** The file's axes stand the other way round. */
  readonly swap: boolean;
  readonly limit: number | null;
  readonly sample: number | null;
}

export interface GdalAnswer {
  readonly said: readonly string[];
  readonly failure?: string;
  readonly result?: {
    readonly driver: string;
    readonly found: readonly FoundLayer[];
    readonly made: readonly MadeLayer[];
  };
}

/** Runs one job in a thread of its own. @throws ImportFault `cancelled` */
export function runGdal(job: GdalJob, signal: AbortSignal | undefined): Promise<GdalAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./gdal.worker.mjs', import.meta.url), { workerData: job });
    const stop = () => {
      void worker.terminate();
      reject(new ImportFault('cancelled'));
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    const answer = (given: GdalAnswer) => {
      signal?.removeEventListener('abort', stop);
      resolve(given);
    };
    worker.on('message', (message: Partial<GdalAnswer>) => {
      if (!message.said) return;
      void worker.terminate();
      answer(message as GdalAnswer);
    });
    // An abort inside WebAssembly (out of memory, a broken file) ends the thread.
    worker.on('error', (error: Error) => answer({ said: [], failure: error.message }));
    worker.on('exit', () => answer({ said: [], failure: 'GDAL stopped' }));
  });
}
