import { Type } from 'typebox';
import type { AuditEvent } from '#core/wire/overlay.ts';
import { auditLog } from '../db/audit.ts';
import type { App, Deps } from '../http/deps.ts';
import { mayOf } from '../http/may.ts';
import { HttpProblem } from '../http/problems.ts';
import { WireList } from '../http/schemas.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';

/** The log, for the reviewer: who did what to which id, and no position. */
export async function auditRoutes(app: App, { gate, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  app.get(
    '/api/audit',
    {
      schema: {
        tags: ['review'],
        summary: 'The log, newest first',
        querystring: Type.Object(
          { limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }) },
          { additionalProperties: false },
        ),
        response: { 200: WireList<AuditEvent>('Events') },
      },
    },
    async (request, reply) => {
      const viewer = await signedIn(viewerOf, request);
      if (viewer.role === 'public' || !mayOf(viewer.role).readLog) throw new HttpProblem(403, 'not-allowed');
      reply.header('cache-control', 'no-store');
      return gate.as(viewer, (tx) => auditLog(tx, request.query.limit));
    },
  );
}
