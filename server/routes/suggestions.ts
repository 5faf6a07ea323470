import { Type } from 'typebox';
import type { Site } from '#core/wire/sites.ts';
import type { SuggestionRequest, SuggestionRun } from '#core/wire/suggestions.ts';
import { recordRead } from '../db/audit.ts';
import { viewOf } from '../db/buildings.ts';
import { isCleared } from '../db/me.ts';
import { createSite, saveCamera, sitesOf } from '../db/sites.ts';
import { failLeftRuns, finishRun, insertRun, rememberKept, runOf, runsOf, unendedRuns } from '../db/suggestion-runs.ts';
import type { App, Deps } from '../http/deps.ts';
import { mayOf } from '../http/may.ts';
import { HttpProblem, notFound } from '../http/problems.ts';
import { Id, WithId, Wire, WireList } from '../http/schemas.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';
import { makeRunner } from '../suggestions/runner.ts';

const Body = Type.Object(
  {
    areaId: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    bbox: Type.Optional(
      Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'WGS84: west, south, east, north' }),
    ),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    minimumIncidents: Type.Optional(Type.Integer({ minimum: 5, maximum: 1000 })),
    // Fixed classes: a range that can be turned at will tells crime from crime.
    range_m: Type.Optional(Type.Unsafe<number>({ type: 'number', enum: [30, 50, 80] })),
    angle_deg: Type.Optional(Type.Unsafe<number>({ type: 'number', enum: [60, 90, 120, 360] })),
    withoutDrugs: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

/** So many searches of one person may wait or run at once. */
const mostAtOnce = 3;

interface Maker {
  readonly accountId: string;
  readonly cleared: boolean;
}

/** Places to consider: a run is a job of its maker's, kept with its answer. */
export async function suggestionRoutes(
  app: App,
  { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf },
): Promise<void> {
  const tags = ['suggestions'];
  const runner = makeRunner(gate, clock);
  app.addHook('onReady', () => gate.service('deriver', (tx) => failLeftRuns(tx, clock.now())));
  app.addHook('onClose', async () => void (await runner.idle()));

  const maker = async (request: Parameters<ViewerOf>[0]) => {
    const viewer = await signedIn(viewerOf, request);
    if (viewer.role === 'public' || !mayOf(viewer.role).runSuggestions) throw new HttpProblem(403, 'not-allowed');
    return { ...viewer, cleared: await gate.as(viewer, isCleared) };
  };
  /** A run that counted what secret cameras see is there only while its maker is cleared, and never for a token. */
  const own = async (id: string, { accountId, cleared }: Maker): Promise<SuggestionRun> => {
    const run = await gate.service('deriver', (tx) => runOf(tx, id, accountId, cleared));
    if (!run) throw notFound();
    return run;
  };

  app.post(
    '/api/suggestion-runs',
    {
      schema: {
        tags,
        summary: 'Ask for places to consider',
        body: Body,
        response: { 202: Wire<SuggestionRun>('Run') },
      },
    },
    async (request, reply) => {
      const viewer = await maker(request);
      const asked = checked(request.body as unknown as SuggestionRequest);
      const id = clock.uuid();
      await gate.service('deriver', async (tx) => {
        if ((await unendedRuns(tx, viewer.accountId)) >= mostAtOnce) {
          throw new HttpProblem(429, 'too-many-runs', 'Wait until a search of yours has ended, or cancel it.');
        }
        await insertRun(tx, id, viewer.accountId, asked, viewer.cleared, clock.now());
      });
      if (viewer.cleared) await gate.as(viewer, (tx) => recordRead(tx, clock.uuid(), 'suggestion.run', []));
      void runner.start(id, viewer, asked);
      reply.header('cache-control', 'no-store').code(202);
      return own(id, viewer);
    },
  );

  app.get(
    '/api/suggestion-runs',
    { schema: { tags, summary: 'Own runs, newest first', response: { 200: WireList<SuggestionRun>('Runs') } } },
    async (request, reply) => {
      const viewer = await maker(request);
      reply.header('cache-control', 'no-store');
      return gate.service('deriver', (tx) => runsOf(tx, viewer.accountId, viewer.cleared));
    },
  );

  app.get(
    '/api/suggestion-runs/:id',
    {
      schema: {
        tags,
        summary: 'A run, its progress and its answer',
        params: WithId,
        response: { 200: Wire<SuggestionRun>('Run') },
      },
    },
    async (request, reply) => {
      const viewer = await maker(request);
      reply.header('cache-control', 'no-store');
      return own(request.params.id, viewer);
    },
  );

  app.delete(
    '/api/suggestion-runs/:id',
    { schema: { tags, summary: 'Cancel a run', params: WithId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const viewer = await maker(request);
      const run = await own(request.params.id, viewer);
      runner.cancel(run.id);
      await gate.service('deriver', (tx) => finishRun(tx, run.id, 'cancelled', null, run.progress, clock.now()));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/suggestion-runs/:id/suggestions/:rank/keep',
    {
      schema: {
        tags,
        summary: 'Keep a suggestion as an own site under consideration, with its camera',
        params: Type.Object({ id: Id, rank: Type.Integer({ minimum: 1, maximum: 20 }) }),
        body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 120 }) }, { additionalProperties: false }),
        response: { 201: Wire<Site>('Site') },
      },
    },
    async (request, reply) => {
      const viewer = await maker(request);
      const { id, rank } = request.params;
      const run = await own(id, viewer);
      const suggestion = run.result?.suggestions.find((each) => each.rank === rank);
      if (!suggestion) throw notFound();
      const before = suggestion.keptAsSiteId;
      // A kept place that was removed again can be kept anew.
      if (before && (await gate.as(viewer, (tx) => sitesOf(tx, { id: before }))).length > 0) {
        throw new HttpProblem(409, 'conflict', 'This place is kept already.');
      }
      const siteId = clock.uuid();
      const { name } = request.body;
      const { position, bearing_deg, angle_deg, range_m, placeType } = suggestion;
      const site = await gate.as(viewer, async (tx) => {
        await createSite(tx, clock.uuid(), { id: siteId, name, placeType, position }, 'suggestion');
        const camera = {
          name,
          kind: 'fixed' as const,
          status: 'planned' as const,
          bearing_deg,
          angle_deg,
          range_m,
          height_m: null,
          position,
        };
        const view = await viewOf(tx, camera);
        await saveCamera(tx, clock.uuid(), clock.uuid(), siteId, null, camera, view);
        return sitesOf(tx, { id: siteId });
      });
      await gate.service('deriver', (tx) => rememberKept(tx, id, viewer.accountId, rank, siteId));
      const [kept] = site;
      if (!kept) throw notFound();
      return reply.code(201).send(kept);
    },
  );
}

/** Exactly one of area and box, and a box that is one. */
function checked(request: SuggestionRequest): SuggestionRequest {
  const fault = (field: string, value: unknown, message: string) =>
    new HttpProblem(400, 'invalid', message, { errors: [{ field, value, message }] });
  if ((request.areaId === undefined) === (request.bbox === undefined))
    throw fault('areaId', request.areaId, 'Give an area or a box, one of the two.');
  const box = request.bbox;
  if (box && !(box[0] < box[2] && box[1] < box[3] && Math.abs(box[1]) <= 90 && Math.abs(box[3]) <= 90))
    throw fault('bbox', box, 'Give west, south, east, north.');
  return request;
}
