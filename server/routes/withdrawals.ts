import { Type } from 'typebox';
import type { Withdrawal } from '#core/wire/imports.ts';
import { requireRole } from '../db/kept-log.ts';
import { withdrawableSource } from '../db/kept-withdrawals.ts';
import type { App, Deps } from '../http/deps.ts';
import { HttpProblem, notFound } from '../http/problems.ts';
import { Wire } from '../http/schemas.ts';
import { signedInAtPage, type ViewerOf } from '../http/viewer.ts';
import { withdraw } from '../imports/withdraw.ts';
import { checkedReason, Reason } from './reason.ts';

/** Nobody is told of what is kept out of the answer: planned mounts never, cameras to the administrator alone. */
const rolesFor = (kind: string) => (kind === 'cameras' ? ['administrator'] : ['administrator', 'analyst']);

/** Taking a source away with all that derives from it: a decision of a person at the page, with a reason. */
export async function withdrawalRoutes(
  app: App,
  { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf },
): Promise<void> {
  app.post(
    '/api/sources/:id/withdraw',
    {
      schema: {
        tags: ['data'],
        summary: 'Take a source away with all that derives from it',
        params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
        body: Type.Object({ reason: Reason }, { additionalProperties: false }),
        response: { 200: Wire<Withdrawal>('How much went') },
      },
    },
    async (request, reply) => {
      const { accountId, role } = await signedInAtPage(viewerOf, request);
      if (!rolesFor('').includes(role)) throw new HttpProblem(403, 'not-allowed');
      const reason = checkedReason(request.body.reason);
      const { id } = request.params;
      const source = await gate.service('importer', (tx) => withdrawableSource(tx, id));
      const roles = rolesFor(source?.kind ?? '');
      if (!source || !roles.includes(role)) throw notFound();
      const who = {
        accountId,
        reason,
        mayNow: (tx: Parameters<typeof requireRole>[0]) => requireRole(tx, accountId, roles),
      };
      const done = await withdraw(gate, clock, id, who, silent());
      if (done === null) throw notFound();
      if (done === 'made_here') throw new HttpProblem(422, 'not-possible', 'made_here');
      reply.header('cache-control', 'no-store');
      return done;
    },
  );
}

/** How many cameras stay because somebody has changed or marked them is not for everybody to know. */
function silent() {
  return { refuse: () => {}, note: () => {}, progress: () => {}, refused: 0 };
}
