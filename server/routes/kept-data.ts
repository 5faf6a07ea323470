import { Type } from 'typebox';
import type { KeptData } from '#core/wire/imports.ts';
import { closeGroup, openGroup, type CategoryGroup } from '../db/kept-categories.ts';
import { keptData, keptMonthsOf, setKeptMonths } from '../db/kept-data.ts';
import { logEvent, requireRole } from '../db/kept-log.ts';
import type { Tx } from '../db/driver.ts';
import type { App, Deps } from '../http/deps.ts';
import { mayOf } from '../http/may.ts';
import { HttpProblem, notFound } from '../http/problems.ts';
import { Wire } from '../http/schemas.ts';
import { signedIn, signedInAtPage, type ViewerOf } from '../http/viewer.ts';
import { checkedReason, Reason } from './reason.ts';

const readers: readonly string[] = ['administrator', 'reviewer', 'analyst'];
const Group = Type.Unsafe<CategoryGroup>({ type: 'string', enum: ['dwelling', 'close_relation', 'sexual'] });
const response = { 200: Wire<KeptData>('What is kept of crimes, and how long') };
const tags = ['data'];

/** The rules of what is kept of crimes: read by those who answer for it, changed by an administrator at the page. */
export async function keptDataRoutes(
  app: App,
  { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf },
): Promise<void> {
  app.get(
    '/api/kept-data',
    { schema: { tags, summary: 'What is kept of crimes, how long, and what was deleted', response } },
    async (request, reply) => {
      const { role } = await signedIn(viewerOf, request);
      if (!readers.includes(role)) throw new HttpProblem(403, 'not-allowed');
      reply.header('cache-control', 'no-store');
      return gate.service('importer', keptData);
    },
  );

  app.put(
    '/api/kept-data',
    {
      schema: {
        tags,
        summary: 'Choose how many months points of crimes stay',
        body: Type.Object({ months: Type.Integer({ minimum: 1, maximum: 120 }) }, { additionalProperties: false }),
        response,
      },
    },
    async (request, reply) => {
      const { months } = request.body;
      reply.header('cache-control', 'no-store');
      return change(request, async (tx, log) => {
        const before = await keptMonthsOf(tx);
        await setKeptMonths(tx, months);
        if (months !== before) await log('kept_data.update', { months, before });
      });
    },
  );

  app.post(
    '/api/kept-data/opened',
    {
      schema: {
        tags,
        summary: 'Let a group of sensitive crimes be read in, for a reason',
        body: Type.Object({ group: Group, reason: Reason }, { additionalProperties: false }),
        response,
      },
    },
    async (request, reply) => {
      const { group } = request.body;
      const reason = checkedReason(request.body.reason);
      reply.header('cache-control', 'no-store');
      return change(request, async (tx, log, accountId) => {
        const opening = { id: clock.uuid(), group, reason, accountId, at: clock.now() };
        if (!(await openGroup(tx, opening))) throw new HttpProblem(409, 'conflict');
        await log('category.open', { group, reason }, opening.id);
      });
    },
  );

  app.delete(
    '/api/kept-data/opened/:group',
    {
      schema: {
        tags,
        summary: 'Refuse a group of sensitive crimes again; what was read in stays',
        params: Type.Object({ group: Group }),
        response,
      },
    },
    async (request, reply) => {
      const { group } = request.params;
      reply.header('cache-control', 'no-store');
      return change(request, async (tx, log) => {
        const closed = await closeGroup(tx, group, clock.now());
        if (!closed) throw notFound();
        await log('category.close', { group }, closed);
      });
    },
  );

  type Log = (action: string, detail: object, subjectId?: string) => Promise<void>;

  /** Changes the rules as an administrator and answers how they stand, in one transaction with the log. */
  async function change(
    request: Parameters<ViewerOf>[0],
    run: (tx: Tx, log: Log, accountId: string) => Promise<void>,
  ): Promise<KeptData> {
    const { accountId, role } = await signedInAtPage(viewerOf, request);
    if (role === 'public' || !mayOf(role).keepRules) throw new HttpProblem(403, 'not-allowed');
    return gate.service('importer', async (tx) => {
      await requireRole(tx, accountId, ['administrator']);
      const log: Log = (action, detail, subjectId) =>
        logEvent(tx, { id: clock.uuid(), at: clock.now(), accountId, action, detail, ...(subjectId && { subjectId }) });
      await run(tx, log, accountId);
      return keptData(tx);
    });
  }
}
