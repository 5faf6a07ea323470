import type { Deps } from '../http/deps.ts';
import type { ViewerOf } from '../http/viewer.ts';
import type { DensityStore } from './density/density-store.ts';
import type { SquareStore } from './squares/square-store.ts';
import type { LayerStore } from './tiles/layer-store.ts';

/** What the routes under /ogc are given. */
export interface OgcDeps extends Deps {
  readonly viewerOf: ViewerOf;
  readonly layers: LayerStore;
  readonly densities: DensityStore;
  readonly squares: SquareStore;
}
