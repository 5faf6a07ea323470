import { Type } from 'typebox';
import type { Camera, LonLat as LonLatType, NewCamera, Site } from '#core/wire/sites.ts';
import { viewArea } from '#core/coverage/view-area.ts';
import { buildingsIn, toMetres } from '../db/buildings.ts';
import type { Tx } from '../db/driver.ts';
import {
  cameraById,
  createSite,
  deleteCamera,
  deleteSite,
  saveCamera,
  setSiteOpened,
  sitesOf,
  updateSite,
} from '../db/sites.ts';
import type { App, Deps } from '../http/deps.ts';
import { seesExact } from '../http/may.ts';
import { HttpProblem, notFound } from '../http/problems.ts';
import { LonLat, Nullable, WithId, Wire, WireList } from '../http/schemas.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';

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
const cameraFields = {
  name: Name,
  kind: Type.Unsafe<Camera['kind']>({ type: 'string', enum: ['fixed', 'dome', 'ptz'] }),
  status: Type.Unsafe<Camera['status']>({ type: 'string', enum: ['planned', 'in_operation', 'off'] }),
  bearing_deg: Nullable<number>({ type: 'number', minimum: 0, maximum: 360 }),
  angle_deg: Type.Number({ minimum: 1, maximum: 360 }),
  range_m: Type.Number({ minimum: 1, maximum: 500 }),
  height_m: Nullable<number>({ type: 'number', minimum: 0.5, maximum: 60 }),
  position: LonLat,
};
const NewCameraBody = Type.Object(cameraFields, { additionalProperties: false });
const CameraPatch = Type.Object({ ...cameraFields, rowVersion: Version }, { additionalProperties: false });
const Seen = Type.Object({ rowVersion: Version }, { additionalProperties: false });

/** Sites and their cameras, exact, to those who may see them so; written only by the owning committee's planners. */
export async function siteRoutes(app: App, { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  const one = async (tx: Tx, id: string): Promise<Site> => {
    const [site] = await sitesOf(tx, { id });
    if (!site) throw notFound();
    return site;
  };
  const at = (position: readonly number[]) => position as unknown as LonLatType;
  /** 360 is north, like 0. */
  const toCamera = ({
    position,
    bearing_deg,
    ...rest
  }: Omit<NewCamera, 'position'> & { position: readonly number[] }): NewCamera => ({
    ...rest,
    bearing_deg: bearing_deg === null ? null : bearing_deg % 360,
    position: at(position),
  });
  const tags = ['sites'];
  app.addHook('onSend', async (request, reply, payload) => {
    // Exact positions are never kept by a cache on the way.
    if (request.routeOptions.url?.startsWith('/api/sites') || request.routeOptions.url?.startsWith('/api/cameras'))
      reply.header('cache-control', 'no-store');
    return payload;
  });

  app.get(
    '/api/sites',
    { schema: { tags, summary: 'Sites this viewer sees exactly', response: { 200: WireList<Site>('Sites') } } },
    async (request) => gate.as(await exactViewer(viewerOf, request), (tx) => sitesOf(tx)),
  );

  app.get(
    '/api/sites/:id',
    { schema: { tags, summary: 'One site', params: WithId, response: { 200: Wire<Site>('Site') } } },
    async (request) => gate.as(await exactViewer(viewerOf, request), (tx) => one(tx, request.params.id)),
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
        await createSite(tx, clock.uuid(), { ...request.body, id, position: at(request.body.position) }, 'own');
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
            await updateSite(tx, clock.uuid(), { ...rest, id, ...(position && { position: at(position) }) });
            return one(tx, id);
          }),
        () => gate.as(viewer, (tx) => one(tx, id)),
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

  app.post(
    '/api/sites/:id/cameras',
    {
      schema: {
        tags,
        summary: 'A camera at an own site',
        params: WithId,
        body: NewCameraBody,
        response: { 201: Wire<Camera>('Camera') },
      },
    },
    async (request, reply) => {
      const viewer = await exactViewer(viewerOf, request);
      const camera = toCamera(request.body);
      const id = clock.uuid();
      const saved = await gate.as(viewer, async (tx) => {
        await saveCamera(tx, clock.uuid(), id, request.params.id, null, camera, await viewOf(tx, camera));
        return cameraById(tx, id);
      });
      if (!saved) throw notFound();
      return reply.code(201).send(saved);
    },
  );

  app.patch(
    '/api/cameras/:id',
    {
      schema: {
        tags,
        summary: 'Move, turn or change a camera',
        params: WithId,
        body: CameraPatch,
        response: { 200: Wire<Camera>('Camera') },
      },
    },
    async (request) => {
      const viewer = await exactViewer(viewerOf, request);
      const { id } = request.params;
      const { rowVersion, ...fields } = request.body;
      const camera = toCamera(fields);
      const read = async (tx: Tx) => {
        const found = await cameraById(tx, id);
        if (!found) throw notFound();
        return found;
      };
      return withCurrent(
        () =>
          gate.as(viewer, async (tx) => {
            const before = await read(tx);
            await saveCamera(tx, clock.uuid(), id, before.siteId, rowVersion, camera, await viewOf(tx, camera));
            return read(tx);
          }),
        () => gate.as(viewer, read),
      );
    },
  );

  app.delete(
    '/api/cameras/:id',
    { schema: { tags, summary: 'Remove a camera', params: WithId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await gate.as(await exactViewer(viewerOf, request), (tx) => deleteCamera(tx, clock.uuid(), request.params.id));
      return reply.code(204).send(null);
    },
  );
}

/** What the camera sees, by the same function that followed the hand in the browser. */
async function viewOf(tx: Tx, camera: NewCamera) {
  const position = await toMetres(tx, camera.position[0], camera.position[1]);
  const [east, north] = position;
  const reach = camera.range_m + 5;
  const buildings = await buildingsIn(tx, [east - reach, north - reach, east + reach, north + reach]);
  return viewArea(
    { position, bearing_deg: camera.bearing_deg, angle_deg: camera.angle_deg, range_m: camera.range_m },
    buildings,
  );
}

/** A conflict answers with what is stored now, so that both versions can be shown side by side. */
async function withCurrent<T>(write: () => Promise<T>, read: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code !== 'KP409') throw error;
    throw new HttpProblem(409, 'conflict', undefined, { current: await read() });
  }
}

/** Reviewers and administrators see no exact position: for them these routes do not exist. */
async function exactViewer(viewerOf: ViewerOf, request: Parameters<ViewerOf>[0]) {
  const viewer = await signedIn(viewerOf, request);
  if (!seesExact(viewer.role)) throw notFound();
  return viewer;
}
