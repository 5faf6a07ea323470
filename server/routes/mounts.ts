import { Type } from 'typebox';
import type { MaskedMount, PlannedMount } from '#core/wire/mounts.ts';
import { recordRead } from '../db/audit.ts';
import type { Tx } from '../db/driver.ts';
import type { Viewer } from '../db/gate.ts';
import { maskedMounts, mountById, mountsOf, setMountPriority } from '../db/mounts.ts';
import type { App, Deps } from '../http/deps.ts';
import { seesExact } from '../http/may.ts';
import { HttpProblem, notFound, withCurrent } from '../http/problems.ts';
import { Nullable, WithId, Wire } from '../http/schemas.ts';
import { signedIn, viewerFor, type ViewerOf } from '../http/viewer.ts';

const PriorityBody = Type.Object(
  {
    rowVersion: Type.Integer({ minimum: 1 }),
    priority: Nullable<number>({ type: 'integer', minimum: 1, maximum: 99 }),
    reason: Nullable<string>({ type: 'string', minLength: 1, maxLength: 2000 }),
  },
  { additionalProperties: false },
);

/** Kamerapunkter: exact to the cleared, a cell to the rest, nothing where withheld. */
export async function mountRoutes(app: App, { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  const tags = ['planned mounts'];
  const read = async (tx: Tx, id: string): Promise<PlannedMount> => {
    const mount = await mountById(tx, id);
    if (!mount) throw notFound();
    return mount;
  };

  app.get(
    '/api/planned-mounts',
    {
      schema: {
        tags,
        summary: 'Planned mounts: exact where cleared, else cells',
        querystring: Type.Object({ uncleared: Type.Optional(Type.Literal('1')) }, { additionalProperties: false }),
        response: { 200: Wire<{ exact: PlannedMount[]; masked: MaskedMount[] }>('Planned mounts') },
      },
    },
    async (request, reply) => {
      const viewer: Viewer = viewerFor(await signedIn(viewerOf, request), request.query.uncleared);
      reply.header('cache-control', 'no-store');
      return gate.as(viewer, async (tx) => {
        const exact = seesExact(viewer.role) ? await mountsOf(tx) : [];
        const secret = exact.filter((mount) => mount.secret).map((mount) => mount.id);
        if (secret.length > 0) await recordRead(tx, clock.uuid(), 'planned_mount.read', secret);
        return {
          exact,
          masked: await maskedMounts(
            tx,
            exact.map((mount) => mount.id),
          ),
        };
      });
    },
  );

  app.put(
    '/api/planned-mounts/:id/priority',
    {
      schema: {
        tags,
        summary: 'Rank a planned mount, or take its rank away',
        params: WithId,
        body: PriorityBody,
        response: { 200: Wire<PlannedMount>('Planned mount') },
      },
    },
    async (request, reply) => {
      const viewer = await signedIn(viewerOf, request);
      const { rowVersion, priority, reason } = request.body;
      const { id } = request.params;
      reply.header('cache-control', 'no-store');
      if (!seesExact(viewer.role)) throw notFound();
      if (priority !== null && !reason?.trim()) {
        throw new HttpProblem(400, 'invalid', undefined, {
          errors: [{ field: 'reason', value: reason, message: 'A priority needs a reason.' }],
        });
      }
      return withCurrent(
        () =>
          gate.as(viewer, async (tx) => {
            await setMountPriority(tx, clock.uuid(), id, rowVersion, priority, reason);
            return read(tx, id);
          }),
        () =>
          gate.as(viewer, async (tx) => {
            await recordRead(tx, clock.uuid(), 'planned_mount.read', [id]);
            return read(tx, id);
          }),
      );
    },
  );
}
