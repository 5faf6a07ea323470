import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Site } from '#core/wire/sites.ts';
import type { SuggestionRun } from '#core/wire/suggestions.ts';
import { sql } from '../../server/db/sql.ts';
import { appOn, signIn, type TestApp } from '../helpers/app.ts';
import { loadCrimes } from '../helpers/crimes.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { houses, loadFixture } from '../helpers/fixture.ts';

describeOnBothEngines('places to consider', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  let planner: { cookie: string };
  let areaId: number;

  beforeAll(async () => {
    database = await open();
    await loadFixture(database.gate, database.clock);
    const gap = (house: number): [number, number] => [(houses[house]?.[0] ?? 0) + 30, (houses[house]?.[1] ?? 0) + 30];
    await database.gate.service('importer', async (tx) => {
      await tx.query(
        sql`insert into app.mast (source_id, source_key, kind, has_power, geom) select min(s.id), 'm1', 'mast', true, st_setsrid(st_makepoint(${gap(50)[0] + 15}::float8, ${gap(50)[1]}::float8), 3006) from app.source s`,
      );
      await tx.query(
        sql`insert into app.mast (source_id, source_key, kind, geom) select min(s.id), 'm2', 'lamp', st_setsrid(st_makepoint(${gap(86)[0] + 15}::float8, ${gap(86)[1]}::float8), 3006) from app.source s`,
      );
      const [area] = await tx.query<{ id: number }>(sql`select id from app.area where code = '1'`);
      areaId = area?.id ?? 0;
    });
    await loadCrimes(database.gate, database.clock, [
      { at: gap(50), category: 'vehicle', count: 30 },
      { at: gap(86), category: 'violence', count: 60 },
    ]);
    app = await appOn(database);
    await app.ready();
    planner = await signIn(app, 'planner');
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  async function ended(run: SuggestionRun, headers = planner): Promise<SuggestionRun> {
    for (;;) {
      const now = (await app.inject({ url: `/api/suggestion-runs/${run.id}`, headers })).json<SuggestionRun>();
      if (now.state !== 'running') return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const ask = async (payload: object, headers = planner) => {
    const reply = await app.inject({ method: 'POST', url: '/api/suggestion-runs', headers, payload });
    expect(reply.statusCode).toBe(202);
    return ended(reply.json<SuggestionRun>(), headers);
  };

  it('suggests the place with documented vehicle crime, and says why not the one with violence', async () => {
    const run = await ask({ areaId });
    expect(run.state).toBe('done');
    expect(run.result?.outcome).toBe('suggested');
    expect(run.result?.suggestions).toHaveLength(1);
    expect(run.result?.suggestions[0]).toMatchObject({ rank: 1, incidents: 30, mount: 'mast', areaName: 'Ögården' });
    expect(run.result?.suggestions[0]?.byCategory).toEqual([{ category: 'vehicle', count: 30 }]);
    expect(run.result?.considered.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain(
      'NO_PUBLISHED_EFFECT',
    );
  });

  it('answers none when nothing reaches the minimum', async () => {
    const run = await ask({ areaId, minimumIncidents: 31 });
    expect(run.result).toMatchObject({ outcome: 'none', suggestions: [] });
  });

  it('keeps one as the planner’s own site with its camera, once', async () => {
    const run = await ask({ areaId });
    const keep = () =>
      app.inject({
        method: 'POST',
        url: `/api/suggestion-runs/${run.id}/suggestions/1/keep`,
        headers: planner,
        payload: { name: 'Parkeringen' },
      });
    const site = (await keep()).json<Site>();
    expect(site).toMatchObject({ name: 'Parkeringen', stage: 'idea', opened: false, own: true });
    expect(site.cameras[0]).toMatchObject({ status: 'planned', bearing_deg: run.result?.suggestions[0]?.bearing_deg });
    expect((await keep()).statusCode).toBe(409);
  });

  it('gives a run to its maker alone', async () => {
    const run = await ask({ areaId });
    const others = await app.inject({
      url: `/api/suggestion-runs/${run.id}`,
      headers: await signIn(app, 'other-planner'),
    });
    expect(others.statusCode).toBe(404);
    expect(
      (
        await app.inject({
          method: 'POST',
          url: '/api/suggestion-runs',
          headers: await signIn(app, 'reviewer'),
          payload: { areaId },
        })
      ).statusCode,
    ).toBe(403);
  });

  it('says which field is wrong', async () => {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/suggestion-runs',
      headers: planner,
      payload: { areaId, bbox: [0, 0, 1, 1] },
    });
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ field: 'areaId' }] });
  });

  it('refuses data that stand on midpoints, and says so', async () => {
    await database.gate.service('importer', (tx) =>
      tx.query(sql`update app.crime_source set refused_for_density = 'MANY_PER_POINT'`),
    );
    const run = await ask({ areaId });
    expect(run.result).toMatchObject({ outcome: 'refused', refusal: { code: 'MIDPOINTS' } });
  });
});
