import { Type } from 'typebox';
import type { Site } from '#core/wire/sites.ts';
import { recordRead } from '../db/audit.ts';
import type { Tx } from '../db/driver.ts';
import { createSite, deleteSite, setSiteOpened, sitesOf, updateSite } from '../db/sites.ts';
import type { App, Deps } from '../http/deps.ts';
import { exactViewer, keepOutOfCaches } from '../http/exact.ts';
import { notFound, withCurrent } from '../http/problems.ts';
import { checkedLonLat, LonLat, Nullable, WithId, Wire, WireList } from '../http/schemas.ts';
import { viewerFor, type ViewerOf } from '../http/viewer.ts';

const stages = ['idea', 'in_dialogue', 'weighed', 'decided', 'installed', 'in_operation', 'ended'] as const;
const Stage = Type.Unsafe<Site['stage']>({ type: 'string', enum: [...stages] });
const Name = Type.String({ minLength: 1, maxLength: 120 });
const Version = Type.Integer({ minimum: 1 });

const NewSiteBody = Type.Object(
  {
    name: Name,
    purpose: Type.Optional(Type.String({ maxLength: 2000 })),
    placeType: Type.Optional(Nullable<string>({ type: 'string', maxLength: 60 })),
    position: LonLat,
  },
  { additionalProperties: false },
);
const SitePatch = Type.Object(
  {
    rowVersion: Version,
    name: Type.Optional(Name),
    purpose: Type.Optional(Type.String({ maxLength: 2000 })),
    placeType: Type.Optional(Nullable<string>({ type: 'string', maxLength: 60 })),
    stage: Type.Optional(Stage),
    position: Type.Optional(LonLat),
  },
  { additionalProperties: false },
);
const Seen = Type.Object({ rowVersion: Version }, { additionalProperties: false });

/** Sites, exact, to those who may see them so; written only by the owning committee's planners. */
export async function siteRoutes(app: App, { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  const one = async (tx: Tx, id: string): Promise<Site> => {
    const [site] = await sitesOf(tx, { id });
    if (!site) throw notFound();
    return site;
  };
  /** Each read of an exact secret position is an event of the log. */
  const remembered = async (tx: Tx, sites: Site[]): Promise<Site[]> => {
    const secret = sites.filter((site) => site.secret).map(({ id }) => id);
    if (secret.length > 0) await recordRead(tx, clock.uuid(), 'site.read', secret);
    return sites;
  };
  const tags = ['sites'];
  keepOutOfCaches(app, '/api/sites');

  app.get(
    '/api/sites',
    {
      schema: {
        tags,
        summary: 'Sites this viewer sees exactly',
        querystring: Type.Object({ uncleared: Type.Optional(Type.Literal('1')) }, { additionalProperties: false }),
        response: { 200: WireList<Site>('Sites') },
      },
    },
    async (request) => {
      const viewer = viewerFor(await exactViewer(viewerOf, request), request.query.uncleared);
      return gate.as(viewer, async (tx) => remembered(tx, await sitesOf(tx)));
    },
  );

  app.get(
    '/api/sites/:id',
    { schema: { tags, summary: 'One site', params: WithId, response: { 200: Wire<Site>('Site') } } },
    async (request) =>
      gate.as(await exactViewer(viewerOf, request), async (tx) => {
        const site = await one(tx, request.params.id);
        await remembered(tx, [site]);
        return site;
      }),
  );

  app.post(
    '/api/sites',
    {
      schema: {
        tags,
        summary: 'A new site of the planner’s own committee',
        body: NewSiteBody,
        response: { 201: Wire<Site>('Site') },
      },
    },
    async (request, reply) => {
      const viewer = await exactViewer(viewerOf, request);
      const id = clock.uuid();
      const site = await gate.as(viewer, async (tx) => {
        await createSite(
          tx,
          clock.uuid(),
          { ...request.body, id, position: checkedLonLat(request.body.position) },
          'own',
        );
        return one(tx, id);
      });
      return reply.code(201).send(site);
    },
  );

  app.patch(
    '/api/sites/:id',
    {
      schema: {
        tags,
        summary: 'Change a site',
        params: WithId,
        body: SitePatch,
        response: { 200: Wire<Site>('Site') },
      },
    },
    async (request) => {
      const { id } = request.params;
      const viewer = await exactViewer(viewerOf, request);
      const { position, ...rest } = request.body;
      return withCurrent(
        () =>
          gate.as(viewer, async (tx) => {
            await updateSite(tx, clock.uuid(), { ...rest, id, ...(position && { position: checkedLonLat(position) }) });
            return one(tx, id);
          }),
        () => gate.as(viewer, async (tx) => (await remembered(tx, [await one(tx, id)]))[0] as Site),
      );
    },
  );

  for (const [word, opened] of [
    ['open', true],
    ['close', false],
  ] as const) {
    app.post(
      `/api/sites/:id/${word}`,
      {
        schema: {
          tags,
          summary: opened ? 'Show the site to everybody signed in' : 'Show it to its own committee only',
          params: WithId,
          body: Seen,
          response: { 200: Wire<Site>('Site') },
        },
      },
      async (request) => {
        const viewer = await exactViewer(viewerOf, request);
        return gate.as(viewer, async (tx) => {
          await setSiteOpened(tx, clock.uuid(), request.params.id, request.body.rowVersion, opened);
          return one(tx, request.params.id);
        });
      },
    );
  }

  app.delete(
    '/api/sites/:id',
    {
      schema: {
        tags,
        summary: 'Remove a site still under consideration',
        params: WithId,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await gate.as(await exactViewer(viewerOf, request), (tx) => deleteSite(tx, clock.uuid(), request.params.id));
      return reply.code(204).send(null);
    },
  );
}
