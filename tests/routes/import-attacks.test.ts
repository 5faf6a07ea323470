import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { sql } from '../../server/db/sql.ts';
import { signIn, type TestApp } from '../helpers/app.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { loadFixture } from '../helpers/fixture.ts';
import { importsAs } from '../helpers/imports.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const survey = (...values: string[]) =>
  `Område;Indikator;År;Värde\n${values.map((value, at) => `${at + 1};Problemindex;2025;${value}\n`).join('')}`;
const mounts = { kind: 'planned-mounts' as const, options: { authority: 'Polismyndigheten' } };
const points = 'kod;lon;lat\nKP-50;15.7010;59.3520\n';

describeOnBothEngines('attacks on bringing files in', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  const dataDir = mkdtempSync(join(tmpdir(), 'kp-attacks-'));

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
});
