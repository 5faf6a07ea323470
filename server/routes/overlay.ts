import { Type } from 'typebox';
import { recordRead } from '../db/audit.ts';
import { overlayOf, type OverlayFeature } from '../db/overlay.ts';
import type { App, Deps } from '../http/deps.ts';
import { seesExact } from '../http/may.ts';
import { Wire } from '../http/schemas.ts';
import { signedIn, viewerFor, type ViewerOf } from '../http/viewer.ts';

interface Overlay {
  readonly type: 'FeatureCollection';
  readonly features: readonly OverlayFeature[];
}

/** The one way to an exact secret position on the map: asked of the database every time, never kept, always remembered. */
export async function overlayRoutes(app: App, { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  app.get(
    '/api/overlay',
    {
      schema: {
        tags: ['sites'],
        summary: 'What this viewer sees beyond the shared layers',
        querystring: Type.Object({ uncleared: Type.Optional(Type.Literal('1')) }, { additionalProperties: false }),
        response: { 200: Wire<Overlay>('GeoJSON feature collection, WGS84') },
      },
    },
    async (request, reply) => {
      const viewer = viewerFor(await signedIn(viewerOf, request), request.query.uncleared);
      reply.header('cache-control', 'no-store');
      if (!seesExact(viewer.role)) return { type: 'FeatureCollection' as const, features: [] };
      const features = await gate.as(viewer, async (tx) => {
        const found = await overlayOf(tx);
        const secret = found
          .filter(({ properties }) => properties.secret && properties.kind !== 'coverage')
          .map(({ id }) => id);
        if (secret.length > 0) await recordRead(tx, clock.uuid(), 'overlay.read', secret);
        return found;
      });
      return { type: 'FeatureCollection' as const, features };
    },
  );
}
