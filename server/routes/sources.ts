import type { SourceInfo } from '#core/wire/overlay.ts';
import { sourcesOf } from '../db/sources.ts';
import type { App, Deps } from '../http/deps.ts';
import { WireList } from '../http/schemas.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';

export async function sourceRoutes(app: App, { gate, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  app.get(
    '/api/sources',
    {
      schema: {
        tags: ['data'],
        summary: 'What is loaded, from where, how old',
        response: { 200: WireList<SourceInfo>('Sources') },
      },
    },
    async (request) => gate.as(await signedIn(viewerOf, request), sourcesOf),
  );
}
