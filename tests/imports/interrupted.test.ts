import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openEmbedded } from '../../server/db/embedded.ts';
import { makeGate } from '../../server/db/gate.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { sql } from '../../server/db/sql.ts';
import { stillClock } from '../helpers/clock.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, importFile } from './import-file.ts';

const rowCount = 80_000;
const rows = Array.from(
  { length: rowCount },
  (_, n) => `2024-01-${String(1 + (n % 28)).padStart(2, '0')},Rån,${(15 + n / 1_000_000).toFixed(6)},59.1\n`,
).join('');

/** Starts an import in a process of its own and kills it once so many rows have gone in; false when it was too quick. */
function killInTheMiddle(database: { url: string | null; directory: string | null }, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        fileURLToPath(new URL('./import-child.ts', import.meta.url)),
        database.url ?? '',
        database.directory ?? '',
        'incidents',
        path,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    child.stdout.on('data', (text: Buffer) => {
      const read = [...text.toString().matchAll(/^read (\d+)/gm)].map(([, count]) => Number(count));
      if (Math.max(0, ...read) >= 0.75 * rowCount) child.kill('SIGKILL');
    });
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL'));
  });
}

describeOnBothEngines('an import that is killed', (_, engine) => {
  let path: string;
  const folder = mkdtempSync(join(tmpdir(), 'kp-killed-'));
  beforeAll(() => {
    path = fileOf('stor.csv', `datum,typ,lon,lat\n${rows}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is seen by nobody, and the next import clears it up and says so', async () => {
    const { open, where, drop } = await databaseOf(engine, folder);
    expect(await killInTheMiddle(where, path)).toBe(true);
    const driver = await open();
    try {
      const clock = stillClock();
      const database = { gate: makeGate(driver, clock), clock };
      const left = () =>
        database.gate.service('importer', async (tx) => {
          const [row] = await tx.query<{ batches: number; rows: number; seen: number }>(sql`
            select (select count(*)::int from secret.import_batch where published_at is null) as batches,
              (select count(*)::int from secret.incident) as rows,
              (select count(*)::int from secret.incident i join secret.import_batch b on b.id = i.batch_id and b.published_at is not null) as seen`);
          return row;
        });
      const killed = await left();
      expect(killed).toMatchObject({ batches: 1, seen: 0 });
      expect(killed?.rows).toBeGreaterThan(0);
      expect(killed?.rows).toBeLessThan(rowCount);

      const other = fileOf('liten.csv', 'datum,typ,lon,lat\n2024-01-01,Rån,15,59\n');
      const next = await importFile(database, 'incidents', other);
      expect(next.notes.get('leftover_removed')).toMatchObject({ source: 'stor', rows: killed?.rows });
      expect(await left()).toEqual({ batches: 0, rows: 1, seen: 1 });
      const whole = await importFile(database, 'incidents', path);
      expect(whole.outcome.counts).toMatchObject({ read: rowCount, new: rowCount, same: 0 });
      expect(whole.notes.has('leftover_removed')).toBe(false);
    } finally {
      await driver.close();
      await drop();
    }
  });
});

/** A database that no process has open, so that another may. */
async function databaseOf(engine: 'postgres' | 'embedded', folder: string) {
  if (engine === 'embedded') {
    const directory = join(folder, 'db');
    cpSync(inject('embeddedTemplate'), directory, { recursive: true });
    const open = async () => {
      const driver = await openEmbedded(directory);
      await migrate(driver);
      return driver;
    };
    return { open, where: { url: null, directory }, drop: async () => {} };
  }
  const { administer } = await import('../helpers/engines.ts');
  const name = `kp_killed_${process.pid}`;
  const url = inject('clusterUrl').replace(/postgres$/, name);
  await administer(`create database ${name} template kp_template`);
  return {
    open: async () => openPostgres(url),
    where: { url, directory: null },
    drop: () => administer(`drop database ${name} with (force)`),
  };
}

describeOnBothEngines('two imports at once', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());
  const small = (from: number, count: number) =>
    `datum,typ,lon,lat\n${Array.from({ length: count }, (_, n) => `2024-01-01,Rån,${(15 + (from + n) / 100_000).toFixed(5)},59\n`).join('')}`;

  it('of one source take turns, and none is lost or counted twice', async () => {
    const [a, b] = [fileOf('a.csv', small(0, 12_000)), fileOf('b.csv', small(6000, 12_000))];
    const both = await Promise.all([a, b].map((path) => importFile(database, 'incidents', path, 'source=en')));
    expect(both.map(({ outcome }) => outcome.counts.new).reduce((sum, count) => sum + count)).toBe(18_000);
    expect(both.filter(({ notes }) => notes.has('waiting'))).toHaveLength(1);
    const [row] = await database.gate.service('importer', (tx) =>
      tx.query(sql`select count(*)::int as n from secret.incident`),
    );
    expect(row).toEqual({ n: 18_000 });
  });

  it('of two kinds run side by side', async () => {
    const crimes = fileOf('c.csv', small(0, 8000));
    const cameras = fileOf('k.csv', 'id,lon,lat\nA,15,59\n');
    const both = await Promise.all([
      importFile(database, 'incidents', crimes),
      importFile(database, 'cameras', cameras),
    ]);
    expect(both.map(({ outcome }) => outcome.counts.new)).toEqual([8000, 1]);
    expect(both.some(({ notes }) => notes.has('waiting') || notes.has('leftover_removed'))).toBe(false);
  });
});
