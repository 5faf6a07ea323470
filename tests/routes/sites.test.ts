import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Camera, Site } from '#core/wire/sites.ts';
import { appOn, signIn, type TestApp } from '../helpers/app.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { loadFixture, type Fixture } from '../helpers/fixture.ts';

describeOnBothEngines('sites', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  let fixture: Fixture;
  let planner: { cookie: string };
  let other: { cookie: string };
  const camera = {
    name: 'Södra gaveln',
    kind: 'fixed',
    status: 'planned',
    bearing_deg: 90,
    angle_deg: 80,
    range_m: 35,
    height_m: 4,
    position: [15.7052, 59.3561],
  };

  beforeAll(async () => {
    database = await open();
    fixture = await loadFixture(database.gate, database.clock);
    app = await appOn(database);
    planner = await signIn(app, 'planner');
    other = await signIn(app, 'other-planner');
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const names = async (headers: { cookie: string }) =>
    (await app.inject({ url: '/api/sites', headers })).json<Site[]>().map((site) => site.name);

  it('shows each planner her own, the open and the cleared', async () => {
    expect(await names(planner)).toEqual(['Plats draft', 'Plats masked', 'Plats open']);
    expect(await names(other)).toEqual(['Plats open']);
    expect(await names(await signIn(app, 'liaison'))).toEqual(['Plats open', 'Plats withheld']);
  });

  it('keeps a new site and its camera with its committee until it is opened', async () => {
    const made = await app.inject({
      method: 'POST',
      url: '/api/sites',
      headers: planner,
      payload: { name: 'Ny plats', position: [15.7052, 59.3561] },
    });
    expect(made.statusCode).toBe(201);
    const site = made.json<Site>();
    const added = await app.inject({
      method: 'POST',
      url: `/api/sites/${site.id}/cameras`,
      headers: planner,
      payload: camera,
    });
    expect(added.statusCode).toBe(201);
    expect(added.json<Camera>().coverage_m2).toBeGreaterThan(500);
    expect((await app.inject({ url: `/api/sites/${site.id}`, headers: other })).statusCode).toBe(404);
    const opened = await app.inject({
      method: 'POST',
      url: `/api/sites/${site.id}/open`,
      headers: planner,
      payload: { rowVersion: site.rowVersion },
    });
    expect(opened.json<Site>()).toMatchObject({ opened: true, rowVersion: 2 });
    expect((await app.inject({ url: `/api/sites/${site.id}`, headers: other })).json<Site>()).toMatchObject({
      own: false,
      name: 'Ny plats',
    });
  });

  it('answers a write that comes second with what is stored', async () => {
    const { rowVersion, id, siteId } = (
      await app.inject({ url: `/api/sites/${fixture.sites.open}`, headers: planner })
    ).json<Site>().cameras[0] as Camera;
    const turn = (bearing_deg: number) =>
      app.inject({
        method: 'PATCH',
        url: `/api/cameras/${id}`,
        headers: planner,
        payload: { ...camera, bearing_deg, rowVersion },
      });
    expect((await turn(10)).json<Camera>()).toMatchObject({ siteId, bearing_deg: 10, rowVersion: rowVersion + 1 });
    const late = await turn(20);
    expect(late.statusCode).toBe(409);
    expect(late.json<{ current: Camera }>().current).toMatchObject({ bearing_deg: 10 });
  });

  it('refuses what is another committee’s, and denies what may not be known of', async () => {
    const rename = (id: string, headers: { cookie: string }) =>
      app.inject({ method: 'PATCH', url: `/api/sites/${id}`, headers, payload: { rowVersion: 1, name: 'Tagen' } });
    expect((await rename(fixture.sites.open, other)).statusCode).toBe(403);
    expect((await rename(fixture.sites.masked, other)).statusCode).toBe(404);
    expect((await rename(fixture.sites.masked, other)).body).toBe(
      (await rename('00000000-0000-4000-8000-000000000000', other)).body,
    );
  });

  it('names the field that is wrong', async () => {
    const reply = await app.inject({
      method: 'POST',
      url: `/api/sites/${fixture.sites.draft}/cameras`,
      headers: planner,
      payload: { ...camera, range_m: 9000 },
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toMatchObject({ code: 'invalid', errors: [{ field: 'body.range_m' }] });
  });

  it('keeps a bearing that is not known as not known, and draws nothing from it', async () => {
    const reply = await app.inject({
      method: 'POST',
      url: `/api/sites/${fixture.sites.draft}/cameras`,
      headers: planner,
      payload: { ...camera, bearing_deg: null },
    });
    expect(reply.json()).toMatchObject({ bearing_deg: null, coverage_m2: null });
  });

  it('lets no reviewer or administrator near an exact position', async () => {
    for (const who of ['reviewer', 'administrator']) {
      expect((await app.inject({ url: '/api/sites', headers: await signIn(app, who) })).statusCode).toBe(404);
      expect((await app.inject({ url: '/api/overlay', headers: await signIn(app, who) })).json()).toEqual({
        type: 'FeatureCollection',
        features: [],
      });
    }
  });

  it('removes a site under consideration with its cameras, and no other', async () => {
    const remove = (id: string) => app.inject({ method: 'DELETE', url: `/api/sites/${id}`, headers: planner });
    expect((await remove(fixture.sites.open)).statusCode).toBe(422);
    const { id } = (
      await app.inject({
        method: 'POST',
        url: '/api/sites',
        headers: planner,
        payload: { name: 'Kort liv', position: [15.7052, 59.3561] },
      })
    ).json<Site>();
    expect((await remove(id)).statusCode).toBe(204);
    expect((await app.inject({ url: `/api/sites/${id}`, headers: planner })).statusCode).toBe(404);
  });

  it('refuses a write that another site’s page makes', async () => {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/sites',
      headers: { ...planner, 'sec-fetch-site': 'cross-site' },
      payload: { name: 'X', position: [15, 59] },
    });
    expect(reply.statusCode).toBe(403);
  });
});
