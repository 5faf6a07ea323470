import type { DensityFilter } from '../filters.ts';
import type { Bounds } from '../tiles/layer.ts';
import type { TileAddress } from '../tiles/make-tile.ts';
import type { Density } from './compute-density.ts';
import type { PointColumns } from './point-store.ts';

/** A density without its bands, which stay in the thread that made them. */
export interface ComputedDensity extends Omit<Density, 'bands'> {
  /** Of the bands, in degrees; null where there are none. */
  readonly bounds: Bounds | null;
}

/** What can be asked of the computing thread. */
export type Question =
  | { readonly ask: 'compute'; readonly key: string; readonly filter: DensityFilter }
  | { readonly ask: 'tile'; readonly key: string; readonly address: TileAddress };

/** What the server's main thread says to it. */
export type ToWorker =
  | { readonly say: 'add'; readonly points: PointColumns }
  | { readonly say: 'drop'; readonly key: string }
  | { readonly say: 'ask'; readonly id: number; readonly question: Question };

/** Its answer to a question; a failure is the error's kind only, because a message could quote a crime. */
export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string };
