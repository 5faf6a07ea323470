import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ImportJob, ImportMapping } from '#core/wire/imports.ts';
import { sql } from '../../server/db/sql.ts';
import { appOn, type TestApp } from '../helpers/app.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { loadFixture } from '../helpers/fixture.ts';
import { importsAs } from '../helpers/imports.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const survey = (value: string) =>
  `Område;Indikator;År;Värde\n1;Problemindex;2025;${value}\n2;Problemindex;2025;1,20\nNordpolen;Problemindex;2025;3\n`;

describeOnBothEngines('bringing a file in', (open) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await open();
    await loadFixture(database.gate, database.clock);
    app = await appOn(database);
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const values = () =>
    database.gate.service('importer', (tx) =>
      tx.query<{ code: string; value: number }>(
        sql`select area_code as code, value from app.survey_value where indicator = 'problem_index' or true order by area_code`,
      ),
    );

  it('describes, reads, compares, publishes and takes back; nobody sees anything before', async () => {
    const analyst = importsAs(app, 'analyst');
    const begun = await analyst.begin('trygghet.csv', survey('2,10'));
    expect(begun).toMatchObject({ state: 'draft', source: 'trygghet', files: ['trygghet.csv'] });
    const told = await analyst.describe(begun.id);
    expect(told).toMatchObject({ kind: 'survey', encoding: 'UTF-8', delimiter: ';', headingRow: 1 });
    expect(told.fields.find(({ field }) => field === 'area')).toMatchObject({
      column: 'Område',
      required: true,
      guessed: true,
    });
    const read = await analyst.read(begun.id);
    expect(read).toMatchObject({
      state: 'ready',
      counts: { read: 3, new: 2, changed: 0, same: 0, gone: 0, refused: 1 },
      refusals: [{ reason: 'unknown_area', rows: 1 }],
      refused: [{ row: 4, field: 'area', value: 'Nordpolen', reason: 'unknown_area' }],
    });
    expect(await values()).toEqual([]);
    const shown = await analyst.publish(begun.id);
    expect(shown).toMatchObject({ state: 'published', canUndo: true });
    expect(await values()).toEqual([
      { code: '1', value: 2.1 },
      { code: '2', value: 1.2 },
    ]);

    const second = await analyst.begin('trygghet.csv', survey('2,40').replace(/^2;.*\n/m, ''));
    expect(await analyst.read(second.id)).toMatchObject({
      counts: { read: 2, new: 0, changed: 1, same: 0, gone: 1, refused: 1 },
    });
    expect(await values()).toHaveLength(2);
    await analyst.publish(second.id);
    expect(await values()).toEqual([{ code: '1', value: 2.4 }]);
    expect((await analyst.job(begun.id)).canUndo).toBe(false);
    expect((await analyst.send('POST', `/api/imports/${begun.id}/undo`)).statusCode).toBe(422);
    const undone = await analyst.send('POST', `/api/imports/${second.id}/undo`);
    expect(undone.json()).toMatchObject({ state: 'undone', canUndo: false });
    expect(await values()).toEqual([
      { code: '1', value: 2.1 },
      { code: '2', value: 1.2 },
    ]);
    expect((await analyst.job(begun.id)).canUndo).toBe(true);
    await analyst.send('POST', `/api/imports/${begun.id}/undo`);
    expect(await values()).toEqual([]);
    const sources = (await analyst.send('GET', '/api/sources')).json<{ name: string }[]>();
    expect(sources.map(({ name }) => name)).not.toContain('trygghet');
  });

  it('gives the refused rows as a file whose cells no spreadsheet takes for formulas', async () => {
    const analyst = importsAs(app, 'analyst');
    const begun = await analyst.begin(
      'farlig.csv',
      'Område;Indikator;År;Värde\n=HYPERLINK(1);Problemindex;2025;1\n1;Problemindex;2025;1\n',
    );
    await analyst.read(begun.id);
    const reply = await analyst.send('GET', `/api/imports/${begun.id}/refused.csv`);
    expect(reply.headers['content-type']).toContain('text/csv');
    expect(reply.body).toContain(`"2";"område";"'=HYPERLINK(1)";`);
    await analyst.send('DELETE', `/api/imports/${begun.id}`);
  });

  it('refuses a row with a personal number, and keeps the number nowhere', async () => {
    const analyst = importsAs(app, 'analyst');
    const number = '19811218-9876';
    const content = `datum;brottstyp;lon;lat;anteckning\n2025-01-03;Rån;15.7;59.35;ingen\n2025-01-04;Rån;15.7;59.35;mot ${number} vid torget\n`;
    const begun = await analyst.begin('brott.csv', content);
    expect(JSON.stringify(await analyst.describe(begun.id))).not.toContain(number);
    const read = await analyst.read(begun.id);
    expect(read).toMatchObject({
      counts: { read: 2, new: 1, refused: 1 },
      refusals: [{ reason: 'personal_number', rows: 1 }],
    });
    const kept = await database.gate.service('importer', async (tx) => [
      await tx.query(sql`select * from secret.import_refusal`),
      await tx.query(sql`select * from secret.import_job`),
    ]);
    expect(JSON.stringify(kept)).not.toContain('9876');
    await analyst.send('DELETE', `/api/imports/${begun.id}`);
    expect((await analyst.job(begun.id)).state).toBe('cancelled');
  });

  it('goes on with an upload where it broke off, and refuses a part that does not fit', async () => {
    const analyst = importsAs(app, 'analyst');
    const made = (await analyst.send('POST', '/api/import-files', { name: '../../etc/brott.csv', bytes: 10 })).json<{
      id: string;
      name: string;
    }>();
    expect(made.name).toBe('brott.csv');
    const put = async (offset: number, bytes: string) =>
      app.inject({
        method: 'PUT',
        url: `/api/import-files/${made.id}?offset=${offset}`,
        headers: {
          ...(await (await import('../helpers/app.ts')).signIn(app, 'analyst')),
          'content-type': 'application/octet-stream',
        },
        payload: Buffer.from(bytes),
      });
    expect((await put(0, 'abcde')).json()).toMatchObject({ received: 5 });
    expect((await put(0, 'abcde')).statusCode).toBe(409);
    expect((await put(5, 'fghijk')).statusCode).toBe(409);
    expect((await analyst.send('POST', '/api/imports', { files: [made.id] })).statusCode).toBe(409);
    expect((await put(5, 'fghij')).json()).toMatchObject({ received: 10, bytes: 10 });
    expect((await importsAs(app, 'administrator').send('GET', `/api/import-files/${made.id}`)).statusCode).toBe(404);
    expect((await analyst.send('DELETE', `/api/import-files/${made.id}`)).statusCode).toBe(204);
  });

  it('keeps a mapping by name and takes it for a file that has its columns', async () => {
    const analyst = importsAs(app, 'analyst');
    const settings = { kind: 'survey', mapping: { value: 'Utfall', area: 'Var' } };
    expect(
      (
        await analyst.send('PUT', `/api/import-mappings/${encodeURIComponent('Årets fil')}`, {
          kind: 'survey',
          settings,
        })
      ).statusCode,
    ).toBe(204);
    const begun = await analyst.begin('nytt.csv', 'Var;Indikator;År;Utfall\n1;Problemindex;2026;1,5\n');
    const told = await analyst.describe(begun.id);
    expect(told.usedMapping).toBe('Årets fil');
    expect(told.fields.find(({ field }) => field === 'value')?.column).toBe('Utfall');
    const read = await analyst.read(begun.id);
    expect(read).toMatchObject({ state: 'ready', counts: { new: 1 } });
    const list = (await analyst.send('GET', '/api/import-mappings?kind=survey')).json<ImportMapping[]>();
    expect(list).toMatchObject([{ name: 'Årets fil', savedBy: 'Namn analyst' }]);
    await analyst.send('DELETE', `/api/import-mappings/${encodeURIComponent('Årets fil')}`);
    await analyst.send('DELETE', `/api/imports/${begun.id}`);
  });

  it('lets only those who may bring a kind in', async () => {
    for (const who of ['planner', 'reviewer', 'fitter'])
      expect((await importsAs(app, who).send('GET', '/api/imports')).statusCode).toBe(403);
    const liaison = importsAs(app, 'liaison');
    const file = await liaison.upload('kp.csv', 'kod;lon;lat\nKP-50;15.70;59.35\n');
    expect(
      (await liaison.send('POST', '/api/imports', { files: [file], settings: { kind: 'survey' } })).statusCode,
    ).toBe(403);
    const analyst = importsAs(app, 'analyst');
    const other = await analyst.upload('kp.csv', 'kod;lon;lat\nKP-50;15.70;59.35\n');
    expect(
      (await analyst.send('POST', '/api/imports', { files: [other], settings: { kind: 'planned-mounts' } })).statusCode,
    ).toBe(403);
    expect((await analyst.send('POST', '/api/imports', { files: [file] })).statusCode).toBe(404);
  });

  it('keeps the police’s planned mounts to the one who is cleared: list, notes, refused rows and undo', async () => {
    const liaison = importsAs(app, 'liaison');
    const settings = { kind: 'planned-mounts' as const, options: { authority: 'Polismyndigheten' } };
    const begun = await liaison.begin('hemliga-punkter.csv', 'kod;lon;lat\nKP-50;15.7010;59.3520\nKP-51;;\n', settings);
    const read = await liaison.read(begun.id);
    expect(read).toMatchObject({
      state: 'ready',
      counts: { read: 2, new: 1, refused: 1 },
      refused: [{ row: 3, field: 'position', value: '', reason: 'no_position' }],
    });
    await liaison.publish(begun.id);
    const codes = () =>
      database.gate.service('importer', (tx) =>
        tx.query(sql`select code from secret.planned_mount where code = 'KP-50'`),
      );
    expect(await codes()).toHaveLength(1);
    for (const who of ['administrator', 'analyst']) {
      const other = importsAs(app, who);
      expect((await other.send('GET', `/api/imports/${begun.id}`)).statusCode).toBe(404);
      expect((await other.send('GET', '/api/imports')).body).not.toMatch(/hemliga|planned-mounts/);
      expect((await other.send('POST', `/api/imports/${begun.id}/undo`)).statusCode).toBe(404);
      expect((await other.send('GET', `/api/imports/${begun.id}/refused.csv`)).statusCode).toBe(404);
    }
    expect((await liaison.send('POST', `/api/imports/${begun.id}/undo`)).json()).toMatchObject({ state: 'undone' });
    expect(await codes()).toEqual([]);

    await database.gate.service('importer', (tx) =>
      tx.query(sql`update secret.clearance set revoked_at = ${database.clock.now()}`),
    );
    const late = await liaison.begin('fler.csv', 'kod;lon;lat\nKP-60;15.70;59.35\n', settings);
    expect((await liaison.send('POST', `/api/imports/${late.id}/read`)).statusCode).toBe(403);
    expect((await liaison.send('GET', `/api/imports/${begun.id}`)).statusCode).toBe(404);
    await database.gate.service('importer', (tx) => tx.query(sql`update secret.clearance set revoked_at = null`));
  });

  it('says what fails in a code and values, and the job can be read again another way', async () => {
    const analyst = importsAs(app, 'analyst');
    const begun = await analyst.begin('tabell.csv', 'a;b\n1;2\n', { kind: 'survey' });
    const failed = await analyst.read(begun.id);
    expect(failed).toMatchObject({ state: 'failed', fault: { code: 'column_needed' } });
    const again = await analyst.send('PATCH', `/api/imports/${begun.id}`, { kind: 'population' });
    expect(again.json<ImportJob>()).toMatchObject({ state: 'draft', fault: null });
    await analyst.send('DELETE', `/api/imports/${begun.id}`);
  });

  it('lets the map open where data are, and no more where they were taken back', async () => {
    const analyst = importsAs(app, 'analyst');
    const bounds = async () => (await app.inject({ url: '/api/instance' })).json<{ bounds: number[] }>().bounds;
    const ring = (west: number) => [
      [
        [west, 59.3],
        [west + 0.2, 59.3],
        [west + 0.2, 59.5],
        [west, 59.5],
        [west, 59.3],
      ],
    ];
    const areas = (west: number) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { kod: 'A', namn: 'Ett' },
            geometry: { type: 'Polygon', coordinates: ring(west) },
          },
        ],
      });
    const right = await analyst.begin('ratt.geojson', areas(15.6), { kind: 'areas' });
    await analyst.read(right.id);
    await analyst.publish(right.id);
    const before = await bounds();
    const wrong = await analyst.begin('fel.geojson', areas(21), { kind: 'areas' });
    await analyst.read(wrong.id);
    await analyst.publish(wrong.id);
    await vi.waitFor(async () => expect((await bounds())[2]).toBeGreaterThan(21));
    await analyst.send('POST', `/api/imports/${wrong.id}/undo`);
    expect((await bounds())[2]).toBeLessThan(Math.max(16, before[2] ?? 0) + 0.01);
    await analyst.send('POST', `/api/imports/${right.id}/undo`);
  });

  it('gives two who read at once their turns, and one who publishes twice one publishing', async () => {
    const analyst = importsAs(app, 'analyst');
    const [a, b] = await Promise.all([
      analyst.begin('a.csv', 'Område;Indikator;År;Värde\n1;Problemindex;2019;1\n'),
      analyst.begin('b.csv', 'Område;Indikator;År;Värde\n1;Problemindex;2020;1\n'),
    ]);
    const [readA, readB] = await Promise.all([analyst.read(a.id), analyst.read(b.id)]);
    expect([readA.state, readB.state]).toEqual(['ready', 'ready']);
    const twice = await Promise.all([
      analyst.send('POST', `/api/imports/${a.id}/publish`),
      analyst.send('POST', `/api/imports/${a.id}/publish`),
    ]);
    expect(twice.map(({ statusCode }) => statusCode).toSorted()).toEqual([202, 409]);
    expect((await analyst.settled(a.id)).state).toBe('published');
    await analyst.send('DELETE', `/api/imports/${b.id}`);
  });
});
