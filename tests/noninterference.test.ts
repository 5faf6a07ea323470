import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import { readConfig } from '../server/config.ts';
import { buildApp } from '../server/app.ts';
import { sql } from '../server/db/sql.ts';
import { signIn, type TestApp } from './helpers/app.ts';
import { disguiseSecrets, secretImport } from './helpers/disguise.ts';
import { importsAs } from './helpers/imports.ts';
import { loadCrimes } from './helpers/crimes.ts';
import { describeOnBothEngines, type TestDatabase } from './helpers/engines.ts';
import { houses, loadFixture, moveSecrets, type Fixture } from './helpers/fixture.ts';
import { reads, writes, type Town, type Visit } from './helpers/visits.ts';

/** Who is not cleared for anything that moves: unsigned, and one of each kind. */
const uncleared = [null, 'other-planner', 'analyst', 'reviewer', 'administrator'] as const;
/** Differ from call to call on one and the same database, and tell nothing of it. */
const excepted = new Set(['date', 'x-request-id']);

const uploads = mkdtempSync(join(tmpdir(), 'kp-twins-'));
afterAll(() => rmSync(uploads, { recursive: true, force: true }));

interface World {
  readonly database: TestDatabase;
  readonly app: TestApp;
  readonly fixture: Fixture;
  readonly routes: RouteOptions[];
}

async function makeWorld(
  open: () => Promise<TestDatabase>,
  moved: 'stays' | 'moves' | 'moves but KP-01',
): Promise<World> {
  const database = await open();
  const fixture = await loadFixture(database.gate, database.clock);
  await loadCrimes(database.gate, database.clock, [
    { at: [(houses[50]?.[0] ?? 0) + 30, (houses[50]?.[1] ?? 0) + 30], category: 'vehicle', count: 30 },
    { at: [(houses[17]?.[0] ?? 0) + 15, (houses[17]?.[1] ?? 0) + 15], category: 'property', count: 25 },
  ]);
  if (moved !== 'stays') {
    const except = moved === 'moves but KP-01' ? [fixture.mounts.masked] : [];
    await moveSecrets(database.gate, except);
    await disguiseSecrets(database.gate, fixture, except);
  }
  const routes: RouteOptions[] = [];
  const app = await buildApp({
    gate: database.gate,
    clock: database.clock,
    config: readConfig({ DATA_DIR: mkdtempSync(join(uploads, 'town-')) }),
    onRoute: (route) => void routes.push(route),
  });
  await app.ready();
  return { database, app, fixture, routes };
}

async function answer(app: TestApp, visit: Visit, headers: Record<string, string>): Promise<string> {
  const reply = await app.inject({ ...visit, headers });
  const kept = Object.entries(reply.headers).filter(([name]) => !excepted.has(name));
  return `${reply.statusCode} ${JSON.stringify(kept)} ${reply.rawPayload.toString('latin1')}`;
}

describeOnBothEngines('non-interference', (open) => {
  let here: World;
  let there: World;
  let town: Town;

  beforeAll(async () => {
    here = await makeWorld(open, 'stays');
    there = await makeWorld(open, 'moves');
    town = await townOf(here, there);
  });
  afterAll(async () => {
    for (const world of [here, there]) {
      await world.app.close();
      await world.database.close();
    }
  });

  async function differing(
    visits: readonly Visit[],
    who: string | null,
    worlds: readonly [World, World] = [here, there],
  ): Promise<string[]> {
    const [a, b] = await Promise.all(worlds.map(async ({ app }) => (who ? signIn(app, who) : {})));
    const found: string[] = [];
    for (const visit of visits) {
      const [first, second] = await Promise.all([
        answer(worlds[0].app, visit, { ...a }),
        answer(worlds[1].app, visit, { ...b }),
      ]);
      if (first !== second)
        found.push(
          `${who ?? 'unsigned'} ${visit.method} ${visit.url}\n  ${first.slice(0, 300)}\n  ${second.slice(0, 300)}`,
        );
    }
    return found;
  }

  it.each(uncleared)('tells %s nothing in any read', async (who) => {
    const visits = reads(here.routes, town);
    expect(visits.length).toBeGreaterThan(300);
    expect(await differing(visits, who)).toEqual([]);
  });

  it('tells a cleared liaison nothing when she looks as one who is not, or by token', async () => {
    const asked = ['/api/overlay?uncleared=1', '/api/planned-mounts?uncleared=1', '/api/sites?uncleared=1'];
    expect(
      await differing(
        asked.map((url) => ({ method: 'GET' as const, url })),
        'liaison',
      ),
    ).toEqual([]);
    const [a, b] = await Promise.all([here, there].map(({ app }) => tokenOf(app, 'liaison')));
    for (const visit of reads(here.routes, town).filter(
      ({ url }) => !url.includes('/tiles/') && !url.includes('/report'),
    )) {
      const [first, second] = await Promise.all([
        answer(here.app, visit, { ...a }),
        answer(there.app, visit, { ...b }),
      ]);
      expect(first).toBe(second);
    }
  });

  it('tells a cleared liaison where hers are: the control', async () => {
    const found = await differing(
      [
        { method: 'GET', url: '/api/overlay' },
        { method: 'GET', url: '/api/planned-mounts' },
      ],
      'liaison',
    );
    expect(found).toHaveLength(2);
  });

  it.each(uncleared)('tells %s nothing in any answer to a write', async (who) => {
    expect(await differing(writes(town), who)).toEqual([]);
    for (const { app } of [here, there]) await settled(app, who);
    expect(await differing([{ method: 'GET', url: '/api/suggestion-runs' }], who)).toEqual([]);
  });

  it.each(['analyst', 'administrator'])(
    'lets %s bring a file in alike, whatever the police have brought',
    async (who) => {
      const told = await Promise.all(
        [here, there].map(async ({ app, database }) => {
          database.clock.moveTo(who === 'analyst' ? '2026-10-01T08:00:01.000Z' : '2026-10-01T08:00:02.000Z');
          const importer = importsAs(app, who);
          const content = `Område;Indikator;År;Värde\n1;Problemindex;2025;1\nNordpolen;Problemindex;2025;3\n`;
          const job = await importer.begin('prov.csv', content, { kind: 'survey', source: `prov ${who}` });
          const read = [await importer.read(job.id), (await importer.send('GET', '/api/imports')).body];
          // What goes on after it is shown adds its notes a moment later: they are in the answer to undoing.
          const { state, counts, refused, canUndo } = await importer.publish(job.id);
          const sources = (await importer.send('GET', '/api/sources')).body;
          const undone = (await importer.send('POST', `/api/imports/${job.id}/undo`)).body;
          return { read, shown: { state, counts, refused, canUndo }, sources, undone };
        }),
      );
      expect(told[0]?.shown).toMatchObject({ state: 'published', refused: [{ value: 'Nordpolen' }] });
      // How often somebody looks draws numbers too.
      const [one, other] = told.map((all) => JSON.stringify(all).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id'));
      expect(one).toBe(other);
      for (const { database } of [here, there]) database.clock.moveTo('2026-10-01T08:00:00.000Z');
    },
  );

  it('tells the fitter of KP-01 nothing of the others', async () => {
    const twin = await makeWorld(open, 'moves but KP-01');
    try {
      expect(await differing(reads(here.routes, town), 'fitter', [here, twin])).toEqual([]);
    } finally {
      await twin.app.close();
      await twin.database.close();
    }
  });

  it('changes nothing that an uncleared person fetches when a secret row is written', async () => {
    const headers = await signIn(here.app, 'other-planner');
    const visits = reads(here.routes, town).filter(
      ({ url }) => url.includes('/tiles/') || url.includes('/api/layers') || url.includes('/items'),
    );
    const before = await Promise.all(visits.map((visit) => answer(here.app, visit, headers)));
    await here.database.gate.service('importer', (tx) =>
      tx.query(
        sql`update secret.planned_mount set priority = 3, priority_reason = 'ny', row_version = row_version + 1 where code <> 'KP-03'`,
      ),
    );
    here.database.clock.moveTo('2026-10-01T08:00:05.000Z');
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    const after = await Promise.all(visits.map((visit) => answer(here.app, visit, headers)));
    expect(visits.filter((_, index) => before[index] !== after[index]).map(({ url }) => url)).toEqual([]);
  });
});

/** Where secrets stand in either town, the cells' corners, and every id there is. */
async function townOf(...worlds: readonly World[]): Promise<Town> {
  const points: (readonly [number, number])[] = [];
  for (const { database } of worlds) {
    const rows = await database.gate.service('importer', (tx) =>
      tx.query<{ e: number; n: number }>(
        sql`select st_x(p.geom) as e, st_y(p.geom) as n from secret.position p where p.kind <> 'camera' order by p.subject_id`,
      ),
    );
    points.push(...rows.map(({ e, n }) => toLonLat([e, n])));
  }
  const [world] = worlds;
  if (!world) throw new Error('no world');
  const areaIds = await world.database.gate.service('importer', (tx) =>
    tx.query<{ id: number }>(sql`select id from app.area order by id`),
  );
  const secretSources = await world.database.gate.service('importer', (tx) =>
    tx.query<{ id: number }>(sql`select id from app.source where kind = 'planned-mounts'`),
  );
  const { sites, cameras, mounts } = world.fixture;
  return {
    points,
    siteIds: Object.values(sites),
    cameraIds: Object.values(cameras),
    mountIds: Object.values(mounts),
    areaIds: areaIds.map(({ id }) => id),
    importIds: [secretImport.job, secretImport.draft],
    fileIds: [secretImport.file],
    sourceIds: secretSources.map(({ id }) => id),
  };
}

async function tokenOf(app: TestApp, who: string): Promise<{ authorization: string }> {
  const made = await app.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: await signIn(app, who),
    payload: { name: 'prov', days: 2 },
  });
  return { authorization: `Bearer ${made.json<{ token: string }>().token}` };
}

/** Waits until no run of this person's is going on. */
async function settled(app: TestApp, who: string | null): Promise<void> {
  if (who !== 'analyst' && who !== 'other-planner') return;
  const headers = await signIn(app, who);
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const runs = (await app.inject({ url: '/api/suggestion-runs', headers })).json<{ state: string }[]>();
    if (runs.every(({ state }) => state !== 'running')) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
