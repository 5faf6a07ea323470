import type { App, Deps } from '../http/deps.ts';
import type { ViewerOf } from '../http/viewer.ts';
import { collections } from './collections.ts';
import { itemsRoutes } from './features/items-routes.ts';
import { landingRoutes } from './landing-routes.ts';
import { layersRoute } from './layers-route.ts';
import type { OgcDeps } from './ogc-deps.ts';
import { LayerStore } from './tiles/layer-store.ts';
import { TileCache } from './tiles/tile-cache.ts';
import { tilesRoutes } from './tiles/tiles-routes.ts';

const tileCache_bytes = 64 * 1024 * 1024;

/** OGC API Features and Tiles under /ogc, and /api/layers, which tells the web client the tiles' versions. */
export async function ogcRoutes(app: App, given: Deps & { readonly viewerOf: ViewerOf }): Promise<void> {
  const layers = new LayerStore(given.gate, (error) =>
    app.log.error({ name: (error as Error).name, message: (error as Error).message }, 'layer not read'),
  );
  app.addHook('onReady', async () => layers.start());
  app.addHook('onClose', () => layers.stop());
  const deps: OgcDeps = { ...given, layers };
  const cache = new TileCache(tileCache_bytes);

  landingRoutes(app, deps);
  layersRoute(app, deps);
  for (const collection of collections) {
    itemsRoutes(app, deps, collection);
    tilesRoutes(app, { ...deps, cache }, collection);
  }
}
