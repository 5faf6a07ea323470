import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { sql } from '../../server/db/sql.ts';
import { signIn, type TestApp } from '../helpers/app.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { loadFixture } from '../helpers/fixture.ts';
import type { ImportFile } from '#core/wire/imports.ts';
import { whileLocked } from '../../server/imports/kind-lock.ts';
import { kinds } from '../../server/imports/kinds.ts';
import { importsAs } from '../helpers/imports.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const survey = (...values: string[]) =>
  `Område;Indikator;År;Värde\n${values.map((value, at) => `${at + 1};Problemindex;2025;${value}\n`).join('')}`;
const mounts = { kind: 'planned-mounts' as const, options: { authority: 'Polismyndigheten' } };
const points = 'kod;lon;lat\nKP-50;15.7010;59.3520\n';

const number = '19811218-9876';

describeOnBothEngines('attacks on bringing files in', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  const dataDir = mkdtempSync(join(tmpdir(), 'kp-attacks-'));

  const folder = join(dataDir, 'uploads');

  beforeAll(async () => {
    database = await open();
    await loadFixture(database.gate, database.clock);
    app = await buildApp({ gate: database.gate, clock: database.clock, config: readConfig({ DATA_DIR: dataDir }) });
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const uploads = () => (existsSync(folder) ? readdirSync(folder) : []);
  /** Time for what goes on after an answer. */
  const tick = () => new Promise((resolve) => setTimeout(resolve, 150));
  const asImporter = <Row>(statement: ReturnType<typeof sql>) =>
    database.gate.service('importer', (tx) => tx.query<Row>(statement));
  const tokenOf = async (who: string) => {
    const made = await app.inject({
      method: 'POST',
      url: '/api/tokens',
      headers: await signIn(app, who),
      payload: { name: 'prov', days: 2 },
    });
    return { authorization: `Bearer ${made.json<{ token: string }>().token}` };
  };

  it('keeps the name of the secret source to itself, whether there is one or not', async () => {
    const analyst = importsAs(app, 'analyst');
    const job = await analyst.begin('x.csv', survey('1'), { kind: 'survey', source: 'planned-mounts' });
    const reply = await analyst.send('POST', `/api/imports/${job.id}/read`);
    const read = reply.statusCode === 202 ? await analyst.settled(job.id) : reply.json();
    expect(read).toMatchObject({ state: 'failed', fault: { code: 'source_of_other_kind' } });
  });

  it('gives an access token nothing of what the police bring in, before it is read either', async () => {
    const liaison = importsAs(app, 'liaison');
    const draft = await liaison.begin('hemliga.csv', points, mounts);
    const file = await liaison.upload('hemliga.csv', points);
    const headers = await tokenOf('liaison');
    for (const url of [
      '/api/imports',
      `/api/imports/${draft.id}`,
      `/api/imports/${draft.id}/description`,
      `/api/imports/${draft.id}/refused.csv`,
      `/api/import-files/${file}`,
    ]) {
      const reply = await app.inject({ url, headers });
      expect([url, reply.statusCode]).toEqual([url, 403]);
      expect(reply.body).not.toMatch(/hemliga|KP-50|15\.70/);
    }
    await liaison.send('DELETE', `/api/imports/${draft.id}`);
  });

  it('burns no number that others see when the police bring mounts in', async () => {
    const ids = async () => {
      const analyst = importsAs(app, 'analyst');
      const made = await analyst.begin(`n${Math.random()}.csv`, survey('1'));
      await analyst.read(made.id);
      const [row] = await asImporter<{ id: number }>(sql`select max(id) as id from app.source`);
      return row?.id ?? 0;
    };
    const first = await ids();
    expect(await ids()).toBe(first + 1);
    const liaison = importsAs(app, 'liaison');
    for (let n = 0; n < 2; n += 1) {
      const job = await liaison.begin('p.csv', points, mounts);
      expect(await liaison.read(job.id)).toMatchObject({ state: 'ready' });
      await liaison.send('DELETE', `/api/imports/${job.id}`);
    }
    expect(await ids()).toBe(first + 2);
  });

  const published = async (content: string, source: string, kind: 'survey' | 'incidents' = 'survey') => {
    const analyst = importsAs(app, 'analyst');
    const job = await analyst.begin('fil.csv', content, { kind, source });
    await analyst.read(job.id);
    expect(await analyst.publish(job.id)).toMatchObject({ state: 'published' });
    return job.id;
  };
  const valuesOf = (source: string) =>
    asImporter<{ value: number }>(
      sql`select v.value from app.survey_value v join app.source s on s.id = v.source_id where s.name = ${source} order by 1`,
    );

  it('takes back no further than to what is kept: never to nothing where there was something', async () => {
    const analyst = importsAs(app, 'analyst');
    const jobs = [];
    for (const value of ['1', '2', '3']) {
      database.clock.moveTo(`2026-10-01T08:00:0${value}.000Z`);
      jobs.push(await published(survey(value), 'kedja'));
    }
    const [first = '', second = '', third = ''] = jobs;
    const undo = async (id: string) => (await analyst.send('POST', `/api/imports/${id}/undo`)).statusCode;
    expect(await undo(third)).toBe(200);
    expect(await valuesOf('kedja')).toEqual([{ value: 2 }]);
    expect((await analyst.job(second)).canUndo).toBe(false);
    expect(await undo(second)).toBe(422);
    expect(await valuesOf('kedja')).toEqual([{ value: 2 }]);
    // The next publishing can be taken back again, and after it none.
    database.clock.moveTo('2026-10-01T08:00:05.000Z');
    const fourth = await published(survey('4'), 'kedja');
    expect(await undo(fourth)).toBe(200);
    expect(await undo(fourth)).toBe(422);
    expect([await undo(second), await undo(first)]).toEqual([422, 422]);
    expect(await valuesOf('kedja')).toEqual([{ value: 2 }]);
  });

  it('reads no second file into a source while one waits, so that neither is held against the other', async () => {
    const analyst = importsAs(app, 'analyst');
    const crimes = 'datum;brottstyp;lon;lat\n2026-01-03 10:00;Rån;15.7;59.35\n2026-01-04 11:00;Rån;15.7;59.35\n';
    const settings = { kind: 'incidents' as const, source: 'brott' };
    const [one, other] = [
      await analyst.begin('c.csv', crimes, settings),
      await analyst.begin('d.csv', crimes, settings),
    ];
    expect(await analyst.read(one.id)).toMatchObject({ state: 'ready', counts: { new: 2 } });
    expect(await analyst.read(other.id)).toMatchObject({ state: 'failed', fault: { code: 'source_waits' } });
    await analyst.send('DELETE', `/api/imports/${one.id}`);
    expect(await analyst.read(other.id)).toMatchObject({ state: 'ready', counts: { new: 2, same: 0 } });
    await analyst.publish(other.id);
    const [shown] = await asImporter<{ n: number }>(sql`
      select count(*)::int as n from secret.incident i join secret.import_batch b on b.id = i.batch_id
      where b.published_at is not null and b.withdrawn_at is null`);
    expect(shown?.n).toBe(2);
    await analyst.send('POST', `/api/imports/${other.id}/undo`);
  });

  it('throws away what was compared with a publishing that is taken back', async () => {
    const analyst = importsAs(app, 'analyst');
    const file = survey('1').replace('2025', '2021');
    const first = await published(file, 'jämförd');
    const waits = await analyst.begin('v.csv', file, { kind: 'survey', source: 'jämförd' });
    expect((await analyst.read(waits.id)).counts).toMatchObject({ new: 0, same: 1 });
    await analyst.send('POST', `/api/imports/${first}/undo`);
    expect(await analyst.job(waits.id)).toMatchObject({ state: 'cancelled' });
    expect((await analyst.send('POST', `/api/imports/${waits.id}/publish`)).statusCode).toBe(409);
  });

  it('deletes no mount that was there before the publishing that is taken back', async () => {
    const liaison = importsAs(app, 'liaison');
    const codes = async () =>
      (await asImporter<{ code: string }>(sql`select code from secret.planned_mount order by code`)).map((m) => m.code);
    const before = await codes();
    expect(before).toContain('KP-03');
    database.clock.moveTo('2026-10-01T08:00:10.000Z');
    const job = await liaison.begin('p.csv', `${points}KP-03;15.7010;59.3530\n`, mounts);
    expect(await liaison.read(job.id)).toMatchObject({ counts: { new: 1, changed: 1 } });
    await liaison.publish(job.id);
    expect(await codes()).toContain('KP-50');
    expect((await liaison.send('POST', `/api/imports/${job.id}/undo`)).statusCode).toBe(200);
    expect(await codes()).toEqual(before);
  });

  it('keeps a file that failed, or was read, for another way of reading it; and no longer than that', async () => {
    const analyst = importsAs(app, 'analyst');
    const left = () =>
      asImporter(sql`select (select count(*) from secret.import_file where name = 'om.csv')::int as files,
        (select count(*) from secret.import_batch where published_at is null and file_name = 'om.csv')::int as batches`);
    // What the tests before left is still being cleared away: only what this one adds is looked at.
    const others = new Set(uploads());
    const own = () => uploads().filter((id) => !others.has(id));
    const failed = await analyst.begin('om.csv', survey('1').replace('Område', 'Var').replace('2025', '2022'), {
      kind: 'survey',
    });
    expect(await analyst.read(failed.id)).toMatchObject({ state: 'failed' });
    await tick();
    expect(await analyst.describe(failed.id)).toMatchObject({ header: ['Var', 'Indikator', 'År', 'Värde'] });
    const patch = { kind: 'survey' as const, mapping: { area: 'Var' } };
    await analyst.send('PATCH', `/api/imports/${failed.id}`, patch);
    expect(await analyst.read(failed.id)).toMatchObject({ state: 'ready', counts: { new: 1 } });
    await tick();
    const again = await analyst.send('PATCH', `/api/imports/${failed.id}`, { ...patch, source: 'omdöpt' });
    expect(again.json()).toMatchObject({ state: 'draft', source: 'omdöpt', counts: null, notes: [] });
    expect(await analyst.read(failed.id)).toMatchObject({ state: 'ready', counts: { new: 1 } });
    expect(own()).toHaveLength(1);
    await analyst.publish(failed.id);
    await vi.waitFor(() => expect(own()).toEqual([]), 15_000);
    const gone = await analyst.send('GET', `/api/imports/${failed.id}/description`);
    expect([gone.statusCode, gone.json<{ current: object }>().current]).toEqual([
      422,
      { code: 'no_such_file', values: { file: 'om.csv' } },
    ]);
    expect(await left()).toEqual([{ files: 0, batches: 0 }]);
  });

  const announce = async (name: string, bytes: number) =>
    (await importsAs(app, 'analyst').send('POST', '/api/import-files', { name, bytes })).json<ImportFile>();
  const put = async (id: string, offset: number | string, bytes: string, headers: object = {}) =>
    app.inject({
      method: 'PUT',
      url: `/api/import-files/${id}?offset=${offset}`,
      headers: { ...(await signIn(app, 'analyst')), 'content-type': 'application/octet-stream', ...headers },
      payload: Buffer.from(bytes),
    });

  it.each([
    ['å'.repeat(196) + '.csv', /^å{90,98}\.csv$/],
    ['😀'.repeat(90) + '.csv', /^(😀)+\.csv$/u],
    ['../../../etc/passwd', /^passwd$/],
    ['..', /^fil$/],
    ['a\\b\\..\\c.csv', /^c\.csv$/],
    ['../..\n/../.x.csv', /^x\.csv$/],
    ['\u202egpj.csv', /^_gpj\.csv$/],
    ['x\ud800y.csv', /^x\ufffdy\.csv$/],
    [`lista ${number}.csv`, /^lista █+-█+\.csv$/],
  ])('takes a file called %j without what a name may do', async (name, stored) => {
    const file = await announce(name, 3);
    expect(file.name).toMatch(stored);
    expect((await put(file.id, 0, 'a;b')).statusCode).toBe(200);
    expect(readdirSync(join(folder, file.id))).toEqual([file.name]);
    await importsAs(app, 'analyst').send('DELETE', `/api/import-files/${file.id}`);
    expect(uploads()).not.toContain(file.id);
  });

  it('loses nothing that has come when a part comes twice, late, out of order or nowhere', async () => {
    const file = await announce('delar.csv', 10);
    expect((await put(file.id, 0, 'abcde')).statusCode).toBe(200);
    // Two at once, of which the shorter is late: what the longer wrote stays.
    const both = await Promise.all([put(file.id, 5, 'fghij'), put(file.id, 5, 'fg')]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const rest = 10 - (both.find(({ statusCode }) => statusCode === 200)?.json<ImportFile>().received ?? 0);
    if (rest > 0) expect((await put(file.id, 10 - rest, 'fghij'.slice(-rest))).statusCode).toBe(200);
    for (const offset of [0, 3, 10, 11, 2 ** 53 - 1])
      expect([offset, (await put(file.id, offset, 'x')).statusCode]).toEqual([offset, 409]);
    for (const offset of ['-1', '1.5', '9007199254740993', 'x', ''])
      expect([offset, (await put(file.id, offset, 'x')).statusCode]).toEqual([offset, 400]);
    expect(readFileSync(join(folder, file.id, 'delar.csv'), 'utf8')).toBe('abcdefghij');
    const foreign = await put(file.id, 10, '', { 'sec-fetch-site': 'cross-site' });
    expect(foreign.statusCode).toBe(403);
    expect((await put(file.id, 10, '{}', { 'content-type': 'application/json' })).statusCode).toBe(415);
    // A part whose file was thrown away as it came lies there for a day.
    const stray = database.clock.uuid();
    mkdirSync(join(folder, stray));
    utimesSync(join(folder, stray), 1, 1);
    const analyst = importsAs(app, 'analyst');
    await analyst.send('DELETE', `/api/import-files/${file.id}`);
    expect((await put(file.id, 10, '')).statusCode).toBe(404);
    const job = await analyst.begin('x.csv', 'a;b\n');
    await analyst.send('DELETE', `/api/imports/${job.id}`);
    await vi.waitFor(() => expect(uploads()).not.toContain(stray), 5_000);
  });

  it('lets nobody hold more files than a hundred, nor announce one larger than may be', async () => {
    const analyst = importsAs(app, 'analyst');
    const ids = [];
    for (let n = 0; n < 110; n += 1) {
      const reply = await analyst.send('POST', '/api/import-files', { name: `${n}.csv`, bytes: 10 });
      if (reply.statusCode !== 201) {
        expect(reply.statusCode).toBe(429);
        break;
      }
      ids.push(reply.json<ImportFile>().id);
    }
    expect(ids.length).toBeLessThanOrEqual(100);
    expect(ids.length).toBeGreaterThan(80);
    for (const id of ids) await analyst.send('DELETE', `/api/import-files/${id}`);
    for (const bytes of [2 ** 53, -1, 1.5])
      expect((await analyst.send('POST', '/api/import-files', { name: 'x', bytes })).statusCode).toBe(400);
    expect((await analyst.send('POST', '/api/import-files', { name: 'x', bytes: 2 ** 53 - 1 })).statusCode).toBe(413);
  });

  it('takes several files for one import only when they are the parts of one', async () => {
    const analyst = importsAs(app, 'analyst');
    const [a, b] = [await analyst.upload('a.csv', 'a;b\n'), await analyst.upload('b.csv', 'a;b\n')];
    for (const files of [
      [a, b],
      [a, a],
    ])
      expect((await analyst.send('POST', '/api/imports', { files })).statusCode).toBe(422);
    expect(readFileSync(join(folder, a, 'a.csv'), 'utf8')).toBe('a;b\n');
    for (const id of [a, b]) await analyst.send('DELETE', `/api/import-files/${id}`);
  });

  it('keeps no personal number of a heading, a file’s name, a source or a mapping', async () => {
    const analyst = importsAs(app, 'analyst');
    const content = `Område;${number};Indikator;År;Värde\n1;x;Problemindex;2023;1\n`;
    const job = await analyst.begin(`${number}.csv`, content, { kind: 'survey' });
    await analyst.read(job.id);
    expect((await analyst.publish(job.id)).state).toBe('published');
    const failed = await analyst.begin('f.csv', `a;${number}\n1;2\n`, { kind: 'survey' });
    expect(await analyst.read(failed.id)).toMatchObject({ fault: { code: 'column_needed' } });
    const settings = { kind: 'survey' as const, source: `Lista ${number}` };
    expect((await analyst.send('PATCH', `/api/imports/${failed.id}`, settings)).statusCode).toBe(422);
    const named = `/api/import-mappings/${encodeURIComponent(`För ${number}`)}`;
    expect((await analyst.send('PUT', named, { kind: 'survey', settings: {} })).statusCode).toBe(422);
    const kept = await database.gate.service('importer', async (tx) => [
      await tx.query(sql`select * from secret.import_job`),
      await tx.query(sql`select * from secret.import_file`),
      await tx.query(sql`select * from secret.import_batch`),
      await tx.query(sql`select * from secret.import_mapping`),
      await tx.query(sql`select * from app.source`),
    ]);
    expect(JSON.stringify(kept)).not.toContain(number);
  });

  it('leaves connections for the map, and for the imports themselves, when files of every kind are read at once', async () => {
    const turns = kinds.map(({ code }) =>
      whileLocked(
        database.gate,
        code,
        () => {},
        async () => {
          await tick();
          return asImporter<{ one: number }>(sql`select 1 as one`);
        },
      ),
    );
    expect((await app.inject({ url: '/api/instance' })).statusCode).toBe(200);
    expect(await Promise.all(turns)).toHaveLength(kinds.length);
  }, 20_000);
});
