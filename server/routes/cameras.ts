import { Type } from 'typebox';
import type { Camera, NewCamera } from '#core/wire/sites.ts';
import { recordRead } from '../db/audit.ts';
import { viewOf } from '../db/buildings.ts';
import type { Tx } from '../db/driver.ts';
import { cameraById, deleteCamera, saveCamera } from '../db/sites.ts';
import type { App, Deps } from '../http/deps.ts';
import { exactViewer, keepOutOfCaches } from '../http/exact.ts';
import { notFound, withCurrent } from '../http/problems.ts';
import { checkedLonLat, LonLat, Nullable, WithId, Wire } from '../http/schemas.ts';
import type { ViewerOf } from '../http/viewer.ts';

const Name = Type.String({ minLength: 1, maxLength: 120 });
const Version = Type.Integer({ minimum: 1 });

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

/** Cameras of own sites, written with what they see, which the server computes again by the function that followed the hand. */
export async function cameraRoutes(app: App, { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  const tags = ['sites'];
  keepOutOfCaches(app, '/api/cameras');

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
        () =>
          gate.as(viewer, async (tx) => {
            await recordRead(tx, clock.uuid(), 'site.read', [id]);
            return read(tx);
          }),
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

/** 360 is north, like 0. */
function toCamera({
  position,
  bearing_deg,
  ...rest
}: Omit<NewCamera, 'position'> & { position: readonly number[] }): NewCamera {
  return {
    ...rest,
    bearing_deg: bearing_deg === null ? null : bearing_deg % 360,
    position: checkedLonLat(position),
  };
}
