import { Type } from 'typebox';
import type { SearchHit } from '#core/wire/overlay.ts';
import { searchNames } from '../db/search.ts';
import type { App, Deps } from '../http/deps.ts';
import { WireList } from '../http/schemas.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';

export async function searchRoutes(app: App, { gate, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  app.get(
    '/api/search',
    {
      schema: {
        tags: ['map'],
        summary: 'Areas, places, streets and shown sites by name',
        querystring: Type.Object(
          {
            q: Type.String({ minLength: 1, maxLength: 80 }),
            lang: Type.Unsafe<'sv' | 'en'>({ type: 'string', enum: ['sv', 'en'], default: 'sv' }),
          },
          { additionalProperties: false },
        ),
        response: { 200: WireList<SearchHit>('Hits, best first') },
      },
    },
    async (request) => {
      const viewer = await signedIn(viewerOf, request);
      const words = request.query.q.trim();
      if (!words) return [];
      return gate.as(viewer, (tx) => searchNames(tx, words, request.query.lang));
    },
  );
}
