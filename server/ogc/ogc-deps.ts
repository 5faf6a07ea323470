import type { Deps } from '../http/deps.ts';
import type { ViewerOf } from '../http/viewer.ts';
import type { LayerStore } from './tiles/layer-store.ts';

/** What the routes under /ogc are given. */
export interface OgcDeps extends Deps {
  readonly viewerOf: ViewerOf;
  readonly layers: LayerStore;
}
