import { parentPort } from 'node:worker_threads';
import { toUnitSquare } from '#core/projection/sweref99tm.ts';
import type { DensityFilter } from '../filters.ts';
import { computeDensity, type Density } from './compute-density.ts';
import { selectPoints, type PointColumns } from './point-store.ts';

/** What the server's main thread says to this one. */
export type ToWorker =
  | { readonly say: 'forget' }
  | { readonly say: 'add'; readonly points: PointColumns }
  | { readonly say: 'compute'; readonly id: number; readonly filter: DensityFilter };

export interface DrawnBand {
  readonly level: number;
  readonly perKm2: number;
  /** In the web mercator unit square. */
  readonly rings: [x: number, y: number][][];
}

export interface ComputedDensity extends Omit<Density, 'bands'> {
  readonly bands: readonly DrawnBand[];
}

export type FromWorker =
  | { readonly id: number; readonly density: ComputedDensity }
  | { readonly id: number; readonly failure: string };

const port = parentPort;
if (!port) throw new Error('density-worker.ts runs in a worker thread only.');

let pieces: PointColumns[] = [];
port.on('message', (message: ToWorker) => {
  if (message.say === 'forget') pieces = [];
  else if (message.say === 'add') pieces.push(message.points);
  else port.postMessage(answer(message.id, message.filter));
});

function answer(id: number, filter: DensityFilter): FromWorker {
  try {
    const { bands, ...density } = computeDensity(selectPoints(pieces, filter));
    const drawn = bands.map(({ level, perKm2, polygon }) => ({
      level,
      perKm2,
      rings: polygon.map((ring) => ring.map((position) => [...toUnitSquare(position)] as [number, number])),
    }));
    return { id, density: { ...density, bands: drawn } };
  } catch (error) {
    return { id, failure: (error as Error).name };
  }
}
