import type { App } from '../http/deps.ts';
import { Wire } from '../http/schemas.ts';
import { signedIn } from '../http/viewer.ts';
import { readable } from './access.ts';
import type { OgcDeps } from './ogc-deps.ts';
import { layerFor } from './tiles/layer-for.ts';

/** GET /api/layers: for each layer the version that its tiles' addresses carry. */
export interface LayerVersions {
  readonly layers: Readonly<
    Record<string, { readonly version: string; readonly features: number; readonly source: string }>
  >;
}

export function layersRoute(app: App, deps: OgcDeps): void {
  app.get(
    '/api/layers',
    {
      schema: {
        tags: ['tiles'],
        operationId: 'layers',
        summary: 'Which version of each layer is shown now',
        response: { 200: Wire<LayerVersions>('Layers by collection id') },
      },
    },
    async (request, reply) => {
      const viewer = await signedIn(deps.viewerOf, request);
      reply.header('cache-control', 'no-store');
      const layers: Record<string, LayerVersions['layers'][string]> = {};
      for (const collection of readable(viewer, deps.config)) {
        const { version, features } = await layerFor(collection, {}, deps);
        layers[collection.id] = {
          version,
          features: features.length,
          source: `/ogc/collections/${collection.id}/tiles/WebMercatorQuad`,
        };
      }
      return { layers };
    },
  );
}
