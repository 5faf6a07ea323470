import type { CollectionId } from '#core/wire/layers.ts';
import type { App } from '../http/deps.ts';
import type { TableId } from '../db/feature-tables.ts';
import { Wire } from '../http/schemas.ts';
import { signedIn } from '../http/viewer.ts';
import { readable } from './access.ts';
import type { OgcDeps } from './ogc-deps.ts';

/** GET /api/layers: for each layer the version that its tiles' addresses carry. */
export interface LayerVersions {
  readonly layers: Readonly<
    Record<string, { readonly version: string; readonly features?: number; readonly source: string }>
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
        layers[collection.id] = {
          ...(collection.table
            ? await shownOf(collection.id as TableId)
            : { version: await computedOf(collection.id) }),
          source: `/ogc/collections/${collection.id}/tiles/WebMercatorQuad`,
        };
      }
      return { layers };
    },
  );

  function computedOf(id: CollectionId): Promise<string> {
    return id === 'crime-squares' ? deps.squares.version() : deps.densities.version();
  }

  async function shownOf(id: TableId) {
    const { version, features } = await deps.layers.layer(id);
    return { version, features };
  }
}
