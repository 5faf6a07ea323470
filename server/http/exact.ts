import type { FastifyRequest } from 'fastify';
import type { App } from './deps.ts';
import { seesExact } from './may.ts';
import { notFound } from './problems.ts';
import { signedIn, type ViewerOf } from './viewer.ts';

/** Reviewers and administrators see no exact position: for them these routes do not exist. */
export async function exactViewer(viewerOf: ViewerOf, request: FastifyRequest) {
  const viewer = await signedIn(viewerOf, request);
  if (!seesExact(viewer.role)) throw notFound();
  return viewer;
}

/** Exact positions are never kept by a cache on the way. */
export function keepOutOfCaches(app: App, under: string): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.url?.startsWith(under)) reply.header('cache-control', 'no-store');
    return payload;
  });
}
