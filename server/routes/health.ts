import { Type } from 'typebox';
import { sql } from '../db/sql.ts';
import { nobody } from '../db/gate.ts';
import type { App, Deps } from '../http/deps.ts';

/** Answers once the database does: for a start script and a load balancer. */
export async function healthRoutes(app: App, { gate }: Deps): Promise<void> {
  app.get(
    '/api/health',
    {
      schema: {
        tags: ['operation'],
        summary: 'Ready to serve',
        response: { 200: Type.Object({ ready: Type.Literal(true), engine: Type.String() }) },
      },
    },
    async (_request, reply) => {
      await gate.as(nobody, (tx) => tx.query(sql`select 1`));
      reply.header('cache-control', 'no-store');
      return { ready: true as const, engine: gate.engine };
    },
  );
}
