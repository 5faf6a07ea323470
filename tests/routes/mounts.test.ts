import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MaskedMount, PlannedMount } from '#core/wire/mounts.ts';
import type { AuditEvent } from '#core/wire/overlay.ts';
import { appOn, signIn, type TestApp } from '../helpers/app.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { loadFixture, type Fixture } from '../helpers/fixture.ts';

describeOnBothEngines('planned mounts', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  let fixture: Fixture;

  beforeAll(async () => {
    database = await open();
    fixture = await loadFixture(database.gate, database.clock);
    app = await appOn(database);
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const list = async (who: string, query = '') =>
    (await app.inject({ url: `/api/planned-mounts${query}`, headers: await signIn(app, who) })).json<{
      exact: PlannedMount[];
      masked: MaskedMount[];
    }>();
  const rank = async (who: string, id: string, payload: object) =>
    app.inject({ method: 'PUT', url: `/api/planned-mounts/${id}/priority`, headers: await signIn(app, who), payload });

  it('gives the cleared the point, the rest a cell, and nobody else a sign of the withheld', async () => {
    const police = await list('liaison');
    expect(police.exact.map(({ code }) => code)).toEqual(['KP-01', 'KP-02', 'KP-03']);
    const planner = await list('planner');
    expect(planner.exact.map(({ code }) => code)).toEqual(['KP-03']);
    expect(planner.masked).toHaveLength(1);
    expect(planner.masked[0]).not.toHaveProperty('code');
    expect(JSON.stringify(planner)).not.toContain(fixture.mounts.withheld);
    expect((await list('fitter')).exact.map(({ code }) => code)).toEqual(['KP-01', 'KP-03']);
  });

  it('shows a cleared person what others see, when she asks for it', async () => {
    expect((await list('liaison', '?uncleared=1')).exact.map(({ code }) => code)).toEqual(['KP-03']);
  });

  it('remembers each read of an exact secret position, without the position', async () => {
    await list('liaison');
    const log = (await app.inject({ url: '/api/audit', headers: await signIn(app, 'reviewer') })).json<AuditEvent[]>();
    expect(
      log.some(({ action, accountName }) => action === 'planned_mount.read' && accountName === 'Namn liaison'),
    ).toBe(true);
    expect(JSON.stringify(log)).not.toMatch(/5400\d\d|65800\d\d|15\.70/);
    expect((await app.inject({ url: '/api/audit', headers: await signIn(app, 'planner') })).statusCode).toBe(403);
  });

  it('lets the police’s liaison rank with a reason, and nobody else', async () => {
    const id = fixture.mounts.masked;
    expect((await rank('liaison', id, { rowVersion: 1, priority: 1, reason: null })).statusCode).toBe(400);
    expect(
      (await rank('liaison', id, { rowVersion: 1, priority: 1, reason: 'Narkotika vid stationen' })).json(),
    ).toMatchObject({ priority: 1, rowVersion: 2 });
    expect((await rank('liaison', id, { rowVersion: 1, priority: 2, reason: 'Sent' })).statusCode).toBe(409);
    expect((await rank('planner', id, { rowVersion: 2, priority: 2, reason: 'Nej' })).statusCode).toBe(403);
    expect((await rank('liaison', id, { rowVersion: 2, priority: null, reason: null })).json()).toMatchObject({
      priority: null,
      priorityReason: null,
    });
  });

  it('carries no clearance on an access token', async () => {
    const made = await app.inject({
      method: 'POST',
      url: '/api/tokens',
      headers: await signIn(app, 'liaison'),
      payload: { name: 'QGIS', days: 30 },
    });
    const { token, id } = made.json<{ token: string; id: string }>();
    const basic = `Basic ${Buffer.from(`liaison:${token}`).toString('base64')}`;
    const seen = (await app.inject({ url: '/api/planned-mounts', headers: { authorization: basic } })).json<{
      exact: PlannedMount[];
    }>();
    expect(seen.exact.map(({ code }) => code)).toEqual(['KP-03']);
    expect(
      (await app.inject({ method: 'DELETE', url: `/api/tokens/${id}`, headers: await signIn(app, 'liaison') }))
        .statusCode,
    ).toBe(204);
    database.clock.moveTo('2026-10-01T08:00:03.000Z');
    expect((await app.inject({ url: '/api/planned-mounts', headers: { authorization: basic } })).statusCode).toBe(401);
  });

  it('asks everybody else to sign in', async () => {
    expect((await app.inject({ url: '/api/planned-mounts' })).statusCode).toBe(401);
  });
});
