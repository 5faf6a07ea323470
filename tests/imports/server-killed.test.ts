import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import type { ImportFile, ImportJob } from '#core/wire/imports.ts';
import { makeGate } from '../../server/db/gate.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDriver } from '../../server/db/open.ts';
import { sql } from '../../server/db/sql.ts';
import { stillClock } from '../helpers/clock.ts';
import { administer, describeOnBothEngines } from '../helpers/engines.ts';
import { loadFixture, password } from '../helpers/fixture.ts';
import { startServer, type Running } from '../helpers/process.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const rowCount = 60_000;
const content = `datum,typ,lon,lat\n${Array.from(
  { length: rowCount },
  (_, n) => `2024-01-${String(1 + (n % 28)).padStart(2, '0')},Rån,${(15.7 + n / 1_000_000).toFixed(6)},59.35\n`,
).join('')}`;

describeOnBothEngines('a server that is killed in the middle', (_, engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'kp-server-killed-'));
  const name = `kp_server_killed_${process.pid}`;
  const dataDir = join(folder, 'data');
  let databaseUrl: string | null = null;
  let running: Running;

  beforeAll(async () => {
    if (engine === 'postgres') {
      await administer(`create database ${name} template kp_template`);
      databaseUrl = inject('clusterUrl').replace(/postgres$/, name);
    } else cpSync(inject('embeddedTemplate'), dataDir, { recursive: true });
    await inside(async (gate) => void (await loadFixture(gate, stillClock())));
    running = await start();
  });
  afterAll(async () => {
    if (running.child.exitCode === null && running.child.signalCode === null) await running.end('SIGKILL');
    if (engine === 'postgres') await administer(`drop database ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  });

  const start = () =>
    startServer({ DATA_DIR: dataDir, EXAMPLE: 'no', ...(databaseUrl && { DATABASE_URL: databaseUrl }) });
  async function inside<T>(work: (gate: ReturnType<typeof makeGate>) => Promise<T>): Promise<T> {
    const driver = await openDriver({ dataDir, databaseUrl, migrateDatabaseUrl: null });
    try {
      await migrate(driver);
      return await work(makeGate(driver, stillClock()));
    } finally {
      await driver.close();
    }
  }
  const seen = () =>
    inside((gate) =>
      gate.service('importer', async (tx) => {
        const [row] = await tx.query<{ shown: number; held: number }>(sql`
          select (select count(*)::int from secret.incident i join secret.import_batch b on b.id = i.batch_id
              and b.published_at is not null and b.withdrawn_at is null) as shown,
            (select count(*)::int from secret.incident) as held`);
        return row;
      }),
    );

  async function client() {
    const signedIn = await fetch(`${running.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'analyst', password }),
    });
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return async <Answer>(method: string, url: string, body?: object): Promise<Answer> => {
      const isBytes = body instanceof Uint8Array;
      const reply = await fetch(`${running.address}${url}`, {
        method,
        headers: { cookie, ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }) },
        ...(body && { body: isBytes ? body : JSON.stringify(body) }),
      } as RequestInit);
      return (await reply.json()) as Answer;
    };
  }
  async function begin(ask: Awaited<ReturnType<typeof client>>): Promise<ImportJob> {
    const bytes = Buffer.from(content);
    const file = await ask<ImportFile>('POST', '/api/import-files', { name: 'brott.csv', bytes: bytes.length });
    await ask('PUT', `/api/import-files/${file.id}?offset=0`, bytes);
    return ask<ImportJob>('POST', '/api/imports', { files: [file.id], settings: { kind: 'incidents' } });
  }
  async function until(ask: Awaited<ReturnType<typeof client>>, id: string, is: (job: ImportJob) => boolean) {
    for (;;) {
      const job = await ask<ImportJob>('GET', `/api/imports/${id}`);
      if (is(job)) return job;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('has read nothing when it was reading, and the job says that it was interrupted', async () => {
    const ask = await client();
    const { id } = await begin(ask);
    await ask('POST', `/api/imports/${id}/read`);
    const reading = await until(
      ask,
      id,
      ({ state, progress }) => !['waiting', 'reading'].includes(state) || (progress?.rows ?? 0) > 20_000,
    );
    expect(reading.state).toBe('reading');
    await running.end('SIGKILL');
    const killed = await seen();
    expect(killed?.shown).toBe(0);
    expect(killed?.held).toBeGreaterThan(0);
    running = await start();
    const again = await client();
    expect(await again<ImportJob>('GET', `/api/imports/${id}`)).toMatchObject({ state: 'interrupted', counts: null });
    await running.end('SIGTERM');
    expect(await seen()).toEqual({ shown: 0, held: 0 });
    running = await start();
  });

  it('has published all or nothing, and the job says which', async () => {
    const ask = await client();
    const { id } = await begin(ask);
    await ask('POST', `/api/imports/${id}/read`);
    const read = await until(ask, id, ({ state }) => state === 'ready' || state === 'failed');
    expect(read).toMatchObject({ state: 'ready', counts: { new: rowCount } });
    const asked = ask('POST', `/api/imports/${id}/publish`).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await running.end('SIGKILL');
    await asked;
    const { shown } = (await seen()) ?? {};
    running = await start();
    const again = await client();
    const job = await again<ImportJob>('GET', `/api/imports/${id}`);
    expect({ state: job.state, shown }).toEqual(
      job.state === 'published' ? { state: 'published', shown: rowCount } : { state: 'ready', shown: 0 },
    );
    if (job.state === 'ready') await again('POST', `/api/imports/${id}/publish`);
    await until(again, id, ({ state }) => state === 'published');
    await running.end('SIGTERM');
    expect((await seen())?.shown).toBe(rowCount);
    running = await start();
  });
});
