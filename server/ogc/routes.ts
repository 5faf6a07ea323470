import type { RouteOptions } from 'fastify';
import type { App, Deps } from '../http/deps.ts';
import { collectRoutes } from '../http/openapi.ts';
import type { ViewerOf } from '../http/viewer.ts';
import { apiRoutes } from './api-routes.ts';
import { collections } from './collections.ts';
import { DensityStore } from './density/density-store.ts';
import { itemsRoutes } from './features/items-routes.ts';
import { landingRoutes } from './landing-routes.ts';
import { layersRoute } from './layers-route.ts';
import type { OgcDeps } from './ogc-deps.ts';
import { repeat } from './repeat.ts';
import { SquareStore } from './squares/square-store.ts';
import { LayerStore } from './tiles/layer-store.ts';
import { TileCache } from './tiles/tile-cache.ts';
import { tilesRoutes } from './tiles/tiles-routes.ts';

/** How soon a write is seen on the map, beside the time to read the layer. */
const recheck_ms = 2000;

const tileCache_bytes = 64 * 1024 * 1024;

interface OgcGiven extends Deps {
  readonly viewerOf: ViewerOf;
  /** Every route of the server, from http/openapi.ts `collectRoutes`; without it the document holds those added here. */
  readonly routes?: readonly RouteOptions[];
}

/** OGC API Features and Tiles under /ogc, and /api/layers, which tells the web client the tiles' versions. */
export async function ogcRoutes(app: App, given: OgcGiven): Promise<void> {
  const routes = given.routes ?? collectRoutes(app);
  const layers = new LayerStore(given.gate);
  const densities = new DensityStore(given.gate);
  const squares = new SquareStore(given.gate);
  const look = async () => {
    await layers.recheck();
    await densities.recheck();
    await squares.recheck();
  };
  const looking = repeat(look, recheck_ms, (error) => {
    app.log.error({ name: (error as Error).name, message: (error as Error).message }, 'layers not read anew');
  });
  app.addHook('onReady', async () => looking.start());
  app.addHook('onClose', async () => {
    await looking.stop();
    await layers.stop();
    await densities.stop();
    await squares.stop();
  });
  const deps: OgcDeps = { ...given, layers, densities, squares };
  const cache = new TileCache(tileCache_bytes);

  landingRoutes(app, deps);
  apiRoutes(app, deps, routes);
  layersRoute(app, deps);
  for (const collection of collections) {
    itemsRoutes(app, deps, collection);
    tilesRoutes(app, { ...deps, cache }, collection);
  }
}
