import { afterAll, beforeAll, expect, it } from 'vitest';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import type { Withdrawal } from '#core/wire/imports.ts';
import type { SourceInfo } from '#core/wire/overlay.ts';
import type { SuggestionRun } from '#core/wire/suggestions.ts';
import { auditLog } from '../../server/db/audit.ts';
import { ensureIncidentCategories } from '../../server/db/import-lookups.ts';
import { sql } from '../../server/db/sql.ts';
import { deleteOldCrimePoints } from '../../server/keep/delete-old-points.ts';
import { appOn, signIn, type TestApp } from '../helpers/app.ts';
import { loadCrimes } from '../helpers/crimes.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { houses, loadFixture, origin, type Fixture } from '../helpers/fixture.ts';
import { fileOf, geojson, importFile } from '../imports/import-file.ts';

const reason = 'Fel fil: hela länet i stället för kommunen';
const spot: [number, number] = [(houses[50]?.[0] ?? 0) + 30, (houses[50]?.[1] ?? 0) + 30];

/** Thick enough for a density, three years old to new. */
function crimes(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const [lon, lat] = toLonLat([spot[0] + (n % 23), spot[1] + (n % 31)]);
    const year = 2022 + (n % 5);
    return `${year}-0${1 + (n % 9)}-0${1 + (n % 7)} 21:10;Narkotika;${lon.toFixed(6)};${lat.toFixed(6)}\n`;
  });
  return `Tidpunkt;Brottstyp;lon;lat\n${rows.join('')}`;
}
const cameras = (names: string) =>
  `id;namn;lon;lat\n${[...names].map((name, n) => `${name};Mast ${name};${toLonLat([origin[0] + 900 + n * 50, origin[1] + 900]).join(';')}\n`).join('')}`;
const areas = () => {
  const ring = [
    [0, 0],
    [720, 0],
    [720, 720],
    [0, 720],
    [0, 0],
  ].map(([x, y]) => toLonLat([origin[0] + x!, origin[1] + y!]));
  return geojson([
    [
      { namn: 'Hela', kod: 'h' },
      { type: 'Polygon', coordinates: [ring] },
    ],
  ]);
};

describeOnBothEngines('withdrawing a source', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  let fixture: Fixture;
  let analyst: { cookie: string };
  let administrator: { cookie: string };
  let planner: { cookie: string };
  beforeAll(async () => {
    database = await open();
    fixture = await loadFixture(database.gate, database.clock);
    await database.gate.service('importer', ensureIncidentCategories);
    await loadCrimes(database.gate, database.clock, [{ at: spot, category: 'vehicle', count: 40 }]);
    await importFile(database, 'areas', fileOf('hela.geojson', areas()), 'set=hela');
    app = await appOn(database);
    await app.ready();
    analyst = await signIn(app, 'analyst');
    administrator = await signIn(app, 'administrator');
    planner = await signIn(app, 'planner');
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const get = async (url: string, headers: object = planner) => {
    const reply = await app.inject({ url, headers: { ...headers } });
    return { status: reply.statusCode, body: reply.rawPayload.toString('latin1') };
  };
  const sources = async () => (await app.inject({ url: '/api/sources', headers: planner })).json<SourceInfo[]>();
  const idOf = async (name: string) => {
    const [row] = await database.gate.service('importer', (tx) =>
      tx.query<{ id: number }>(sql`select id from app.source where name = ${name}`),
    );
    return row?.id ?? 0;
  };
  const send = (id: number | string, headers: object = analyst, payload: object = { reason }) =>
    app.inject({ method: 'POST', url: `/api/sources/${id}/withdraw`, headers: { ...headers }, payload });
  const count = async (table: 'incident' | 'kept_count' | 'staged_row') => {
    const tables = {
      incident: sql`select count(*)::int as n from secret.incident`,
      kept_count: sql`select count(*)::int as n from secret.kept_count`,
      staged_row: sql`select count(*)::int as n from secret.staged_row`,
    };
    const [row] = await database.gate.service('importer', (tx) => tx.query<{ n: number }>(tables[table]));
    return row?.n;
  };
  async function search(headers = planner): Promise<SuggestionRun> {
    const [area] = await database.gate.service('importer', (tx) =>
      tx.query<{ id: number }>(sql`select id from app.area where code = '1'`),
    );
    const made = await app.inject({
      method: 'POST',
      url: '/api/suggestion-runs',
      headers,
      payload: { areaId: area?.id },
    });
    expect(made.statusCode).toBe(202);
    for (;;) {
      const run = (
        await app.inject({ url: `/api/suggestion-runs/${made.json<SuggestionRun>().id}`, headers })
      ).json<SuggestionRun>();
      if (run.state !== 'running') return run;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  /** Every figure that derives from crimes, areas and sources, byte for byte. */
  async function figures(): Promise<Record<string, { status: number; body: string }>> {
    // Servers look for writes every two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2600));
    const rows = await database.gate.service('importer', (tx) =>
      tx.query<{ id: number }>(sql`select id from app.area order by id`),
    );
    const [lon, lat] = toLonLat(spot);
    const n = 2 ** 14;
    const column = Math.floor(((lon + 180) / 360) * n);
    const row = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * n);
    const found: Record<string, { status: number; body: string }> = {};
    for (const url of [
      '/api/sources',
      '/api/area-sets',
      '/api/suggestion-runs',
      `/ogc/collections/crime-density/tiles/WebMercatorQuad/14/${row}/${column}`,
      `/ogc/collections/areas/tiles/WebMercatorQuad/14/${row}/${column}`,
      `/ogc/collections/cameras/items`,
      '/ogc/collections/areas/items',
      ...rows.map(({ id }) => `/api/areas/${id}/summary`),
    ])
      found[url] = await get(url);
    return found;
  }

  it('leaves every figure as if it had never been loaded, what was kept of deleted points too', async () => {
    await search();
    const before = await figures();
    const [incidents, kept] = [await count('incident'), await count('kept_count')];
    const path = fileOf('fel.csv', crimes(900));
    await importFile(database, 'incidents', path);
    expect(await deleteOldCrimePoints(database.gate, database.clock, new AbortController().signal)).toBeGreaterThan(
      100,
    );
    const run = await search();
    expect(run.result?.sources.map(({ name }) => name)).toContain('fel');
    const loaded = await figures();
    const changed = Object.keys(before).filter((url) => before[url]?.body !== loaded[url]?.body);
    // The control: all of these do show the source.
    expect(changed).toEqual(expect.arrayContaining(['/api/sources', '/api/suggestion-runs']));
    expect(changed.some((url) => url.includes('crime-density'))).toBe(true);
    expect(changed.filter((url) => url.includes('summary')).length).toBeGreaterThanOrEqual(2);
    expect(await count('kept_count')).toBeGreaterThan(kept ?? 0);

    const left = (await count('incident'))! - incidents!;
    const reply = await send(await idOf('fel'));
    expect(reply.statusCode).toBe(200);
    expect(reply.json<Withdrawal>()).toEqual({ rows: left, runs: 1 });
    const after = await figures();
    expect(Object.keys(before).filter((url) => before[url]?.body !== after[url]?.body)).toEqual([]);
    expect([await count('incident'), await count('kept_count')]).toEqual([incidents, kept]);

    // It can be loaded again, and begins anew.
    await importFile(database, 'incidents', path);
    const again = (await sources()).find(({ name }) => name === 'fel');
    expect(again?.crime).toMatchObject({ pointsFrom: null });
    expect((await send(again?.id ?? 0)).statusCode).toBe(200);
  });

  it('keeps who, when and why in the log, and shows nobody the reason', async () => {
    const reviewer = { role: 'reviewer', accountId: fixture.accounts.reviewer, usesClearance: false } as const;
    const log = await database.gate.as(reviewer, (tx) => auditLog(tx, 100));
    const events = log.filter(({ action }) => action === 'source.withdraw');
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ accountName: 'Namn analyst', at: '2026-10-01T08:00:00.000Z' });
    expect(JSON.stringify(log)).not.toContain('länet');
  });

  it('takes areas away, and hides their set', async () => {
    const before = await figures();
    const ring = areas().replace('"h"', '"i"');
    await importFile(database, 'areas', fileOf('andra.geojson', ring), 'set=andra');
    expect((await figures())['/api/area-sets']).not.toEqual(before['/api/area-sets']);
    expect((await send(await idOf('andra'))).json()).toEqual({ rows: 1, runs: 0 });
    expect(await figures()).toEqual(before);
  });

  it('takes cameras that nobody has touched, leaves the others, and tells no number of what is not seen by all', async () => {
    const before = await figures();
    await importFile(database, 'cameras', fileOf('register.csv', cameras('ABCDE')));
    const id = await idOf('register');
    await database.gate.service('importer', async (tx) => {
      // One that a planner has renamed, one that somebody has marked, one that waits to be opened.
      await tx.query(sql`update secret.site set row_version = row_version + 1 where source_key = 'A'`);
      await tx.query(sql`insert into secret.secrecy_marking (id, site_id, level, provision, decided_on, authority, created_at)
        select gen_random_uuid(), id, 'withheld', '18 kap. 8 § OSL', '2026-01-15', 'Nämnden', '2026-01-15' from secret.site where source_key = 'B'`);
      await tx.query(sql`update secret.site set opened_at = null where source_key = 'C'`);
    });
    // Not the analyst's to know of: the list of sources does not name it.
    expect((await send(id, analyst)).statusCode).toBe(404);
    const reply = await send(id, administrator);
    // D and E were seen by all; C was not.
    expect([reply.statusCode, reply.json()]).toEqual([200, { rows: 2, runs: 0 }]);
    const [left] = await database.gate.service('importer', (tx) =>
      tx.query(
        sql`select string_agg(source_key, '' order by source_key) as keys from secret.site where source_id = ${id}`,
      ),
    );
    expect(left).toEqual({ keys: 'AB' });
    expect(await count('staged_row')).toBe(0);
    const after = await figures();
    expect(Object.keys(before).filter((url) => before[url]?.body !== after[url]?.body)).toEqual([
      '/ogc/collections/cameras/items',
    ]);
    expect((await send(id, administrator)).statusCode).toBe(404);
  });

  it('is nobody’s but the analyst’s and the administrator’s, at the page', async () => {
    await importFile(database, 'incidents', fileOf('kvar.csv', crimes(50)));
    const id = await idOf('kvar');
    for (const name of ['planner', 'liaison', 'reviewer', 'fitter'])
      expect([name, (await send(id, await signIn(app, name))).statusCode]).toEqual([name, 403]);
    expect((await send(id, {})).statusCode).toBe(401);
    const made = await app.inject({
      method: 'POST',
      url: '/api/tokens',
      headers: analyst,
      payload: { name: 'x', days: 1 },
    });
    expect((await send(id, { authorization: `Bearer ${made.json<{ token: string }>().token}` })).statusCode).toBe(403);
    expect((await sources()).some(({ name }) => name === 'kvar')).toBe(true);
  });

  it('does not tell planned mounts from what is not there', async () => {
    const id = await idOf('planned-mounts');
    expect(id).toBeGreaterThan(0);
    for (const headers of [analyst, administrator]) {
      const [secret, nothing] = [await send(id, headers), await send(999_999, headers)];
      expect([secret.statusCode, secret.body]).toEqual([404, nothing.body]);
    }
    for (const name of ['liaison', 'planner'])
      expect((await send(id, await signIn(app, name))).body).toBe((await send(999_999, await signIn(app, name))).body);
  });

  it.each([
    ['tre', 400],
    ['x'.repeat(1001), 400],
    ['', 400],
    ['          .         ', 400],
    ['Gäller 19811218-9876 i raderna', 422],
  ])('takes no reason like %j', async (text, status) => {
    expect((await send(await idOf('kvar'), analyst, { reason: text })).statusCode).toBe(status);
  });

  it.each(['0', '-1', '1.5', 'x', '99999999999', '00000000-0000-4000-8000-000000000000'])(
    'takes no id like %s',
    async (id) => {
      expect((await send(id)).statusCode).toBe(400);
    },
  );

  it('says of what no file brought that it cannot be withdrawn', async () => {
    const reply = await send(await idOf('Provstaden'));
    expect([reply.statusCode, reply.json<{ detail: string }>().detail]).toEqual([422, 'made_here']);
    expect((await sources()).some(({ name }) => name === 'Provstaden')).toBe(true);
  });

  it('happens once when two ask at once', async () => {
    const id = await idOf('kvar');
    const both = await Promise.all([send(id), send(id, administrator)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 404]);
    const done = both.find(({ statusCode }) => statusCode === 200)?.json<Withdrawal>();
    expect(done).toEqual({ rows: 50, runs: 0 });
  });

  it('stops a search that has read what is gone, and a file that was compared with it', async () => {
    await importFile(database, 'incidents', fileOf('sok.csv', crimes(200)));
    const id = await idOf('sok');
    const job = database.clock.uuid();
    const run = database.clock.uuid();
    await database.gate.service('importer', async (tx) => {
      await tx.query(sql`insert into secret.suggestion_run (id, account_id, state, parameters, created_at)
        values (${run}, ${fixture.accounts.planner}, 'running', '{}', '2026-10-01')`);
      await tx.query(sql`
        with waiting as (insert into secret.import_batch (source_id, kind, file_name, file_digest, started_at)
          values (${id}, 'incidents', 'v.csv', 'd', '2026-10-01') returning id)
        insert into secret.import_job (id, state, kind, source, batch_id, created_at, seen_at)
        select ${job}, 'ready', 'incidents', 'sok', id, '2026-10-01', '2026-10-01' from waiting`);
    });
    expect((await send(id)).statusCode).toBe(200);
    const [states] = await database.gate.service('importer', (tx) =>
      tx.query(sql`select (select state from secret.import_job where id = ${job}) as job,
        (select state from secret.suggestion_run where id = ${run}) as run`),
    );
    expect(states).toEqual({ job: 'cancelled', run: 'cancelled' });
  });
});
