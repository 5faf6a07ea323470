import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditEvent } from '#core/wire/overlay.ts';
import type { Site } from '#core/wire/sites.ts';
import { sql } from '../../server/db/sql.ts';
import { appOn, signIn, type TestApp } from '../helpers/app.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { loadFixture, type Fixture } from '../helpers/fixture.ts';

describeOnBothEngines('attacks that once went through', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  let fixture: Fixture;
  let planner: { cookie: string };

  beforeAll(async () => {
    database = await open();
    fixture = await loadFixture(database.gate, database.clock);
    app = await appOn(database);
    planner = await signIn(app, 'planner');
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const send = (
    method: 'POST' | 'PATCH' | 'DELETE' | 'PUT',
    url: string,
    payload?: object,
    headers: object = planner,
  ) => app.inject({ method, url, headers: { ...headers }, ...(payload && { payload }) });
  const events = async () => {
    const log = await app.inject({ url: '/api/audit?limit=1000', headers: await signIn(app, 'reviewer') });
    return log.json<AuditEvent[]>();
  };

  it('deletes no marked site by first calling it an idea', async () => {
    const url = `/api/sites/${fixture.sites.masked}`;
    expect((await send('PATCH', url, { rowVersion: 1, stage: 'idea' })).statusCode).toBe(422);
    await database.gate.service('importer', (tx) =>
      tx.query(sql`update secret.site set stage = 'idea' where id = ${fixture.sites.masked}`),
    );
    expect((await send('DELETE', url)).statusCode).toBe(422);
    // The control: the same planner may delete one that is not marked.
    expect(
      (
        await send(
          'DELETE',
          `/api/sites/${(await send('POST', '/api/sites', { name: 'Omärkt', position: [15.7, 59.35] })).json<Site>().id}`,
        )
      ).statusCode,
    ).toBe(204);
  });

  it('moves no camera of a masked site out of its cell', async () => {
    const { cameras } = (
      await app.inject({ url: `/api/sites/${fixture.sites.masked}`, headers: planner })
    ).json<Site>();
    const { id, rowVersion, name, kind, status, bearing_deg, angle_deg, range_m, height_m, position } = cameras[0]!;
    const camera = { name, kind, status, bearing_deg, angle_deg, range_m, height_m };
    expect(
      (await send('PATCH', `/api/cameras/${id}`, { ...camera, rowVersion, position: [15, 59] })).json(),
    ).toMatchObject({ status: 422, detail: 'outside_cell' });
    expect((await send('PATCH', `/api/cameras/${id}`, { ...camera, rowVersion, position })).statusCode).toBe(200);
  });

  it('logs an exact position that comes as the answer to a conflict', async () => {
    const reads = async () => (await events()).filter(({ action }) => action.endsWith('.read')).length;
    const before = await reads();
    expect((await send('PATCH', `/api/sites/${fixture.sites.masked}`, { rowVersion: 999, name: 'X' })).statusCode).toBe(
      409,
    );
    const liaison = await signIn(app, 'liaison');
    expect(
      (
        await send(
          'PUT',
          `/api/planned-mounts/${fixture.mounts.withheld}/priority`,
          { rowVersion: 999, priority: 1, reason: 'x' },
          liaison,
        )
      ).statusCode,
    ).toBe(409);
    expect(await reads()).toBe(before + 2);
  });

  it('gives the reviewer no id of what is withheld', async () => {
    const liaison = await signIn(app, 'liaison');
    expect(
      (
        await send(
          'PUT',
          `/api/planned-mounts/${fixture.mounts.withheld}/priority`,
          { rowVersion: 1, priority: 4, reason: 'x' },
          liaison,
        )
      ).statusCode,
    ).toBe(200);
    const log = await events();
    expect(log.some(({ action, subjectId }) => action === 'planned_mount.priority' && subjectId === null)).toBe(true);
    expect(JSON.stringify(log)).not.toContain(fixture.mounts.withheld);
    expect(log.some(({ action }) => action.startsWith('camera.'))).toBe(false);
  });

  it('shows a masked site’s cell also when its last camera is gone', async () => {
    const headers = await signIn(app, 'other-planner');
    const cells = async () =>
      (await app.inject({ url: '/ogc/collections/cameras/items', headers })).body.split('"shownAs":"cell"').length;
    const before = await cells();
    expect((await send('DELETE', `/api/cameras/${fixture.cameras.masked}`)).statusCode).toBe(204);
    expect(await cells()).toBe(before);
    expect(before).toBeGreaterThan(1);
  });

  it('counts tries before weighing them, so that many at once are no way round', async () => {
    const wrong = () =>
      app.inject({ method: 'POST', url: '/api/session', payload: { username: 'ingen', password: 'fel' } });
    const codes = (await Promise.all(Array.from({ length: 20 }, wrong))).map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(10);
    expect(codes.filter((code) => code === 429)).toHaveLength(10);
  });

  it('lets no token make a token, and ends a session at once', async () => {
    const { token } = (await send('POST', '/api/tokens', { name: 'QGIS', days: 1 })).json<{ token: string }>();
    expect(
      (await send('POST', '/api/tokens', { name: 'längre', days: 365 }, { authorization: `Bearer ${token}` }))
        .statusCode,
    ).toBe(403);
    const session = await signIn(app, 'analyst');
    expect((await app.inject({ url: '/api/session', headers: session })).statusCode).toBe(200);
    await send('DELETE', '/api/session', undefined, { cookie: `kamerapunkt=x; ${session.cookie}` });
    expect((await app.inject({ url: '/api/session', headers: session })).statusCode).toBe(401);
  });

  it.each([
    ['a character zero', { name: 'x\u0000y', position: [15.7, 59.35] }],
    ['a place off the map', { name: 'x', position: [-170, 0] }],
    ['swapped axes', { name: 'x', position: [59.35, 15.7] }],
  ])('answers %s with what is wrong', async (_what, payload) => {
    expect((await send('POST', '/api/sites', payload)).statusCode).toBe(400);
  });

  it('lets one person keep three searches going', async () => {
    const areaId = (await app.inject({ url: '/api/area-sets', headers: planner })).json<
      { areas: { id: number }[] }[]
    >()[0]?.areas[0]?.id;
    const ask = () => send('POST', '/api/suggestion-runs', { areaId });
    const codes = (await Promise.all(Array.from({ length: 8 }, ask))).map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 202).length).toBeGreaterThanOrEqual(1);
    expect(codes.every((code) => code === 202 || code === 429)).toBe(true);
  });
});
