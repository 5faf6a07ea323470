import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, it } from 'vitest';
import { densitySources } from '../../server/db/density-points.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import type { Driver } from '../../server/db/driver.ts';
import { makeGate } from '../../server/db/gate.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { sql } from '../../server/db/sql.ts';
import { deleteOldCrimePoints } from '../../server/keep/delete-old-points.ts';
import { keepOnce } from '../../server/keep/keeping.ts';
import { stillClock } from '../helpers/clock.ts';
import { administer, describeOnBothEngines, type Engine } from '../helpers/engines.ts';
import { fileOf, geojson, importFile, square } from '../imports/import-file.ts';

const rowCount = 40_000;
const rows = Array.from(
  { length: rowCount },
  (_, n) =>
    `2022-${String(1 + (n % 12)).padStart(2, '0')}-03,Rån,${(15.001 + n / 1_000_000).toFixed(6)},${(59.001 + (n % 97) / 1200).toFixed(6)}\n`,
).join('');

/** Deletes (or withdraws a source) in a process of its own and kills it after some transactions; false when it was too quick. */
function killInTheMiddle(
  where: { url: string | null; directory: string | null },
  turns: number,
  source = '',
): Promise<boolean> {
  return new Promise((resolve) => {
    const program = fileURLToPath(new URL('./keep-child.ts', import.meta.url));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', program, where.url ?? '', where.directory ?? '', source],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    child.stdout.on('data', (text: Buffer) => {
      const done = [...text.toString().matchAll(/^turn (\d+)/gm)].map(([, count]) => Number(count));
      if (Math.max(0, ...done) >= turns) child.kill('SIGKILL');
    });
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL'));
  });
}

describeOnBothEngines('a deletion that is killed', (_, engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'kp-kept-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has lost nothing and counted nothing twice, and the next one ends it', async () => {
    const { open, where, drop } = await databaseOf(engine, folder);
    const clock = stillClock();
    const first = await open();
    const areas = fileOf('rutor.geojson', geojson([[{ namn: 'Rutan', kod: '1' }, square(15, 59)]]));
    await importFile({ gate: makeGate(first, clock), clock }, 'areas', areas);
    await importFile(
      { gate: makeGate(first, clock), clock },
      'incidents',
      fileOf('stor.csv', `datum,typ,lon,lat\n${rows}`),
    );
    expect(await stateOf(first)).toEqual({ points: rowCount, kept: 0, told: 0, within: rowCount });
    await first.close();

    expect(await killInTheMiddle(where, 8)).toBe(true);
    const driver = await open();
    try {
      const killed = await stateOf(driver);
      expect(killed.points).toBeGreaterThan(0);
      expect(killed.kept).toBeGreaterThan(0);
      expect(killed).toEqual({
        points: rowCount - killed.told,
        kept: killed.told,
        told: killed.told,
        within: killed.points,
      });
      const left = await deleteOldCrimePoints(makeGate(driver, clock), clock, new AbortController().signal);
      expect(left).toBe(killed.points);
      expect(await stateOf(driver)).toEqual({ points: 0, kept: rowCount, told: rowCount, within: 0 });
    } finally {
      await driver.close();
      await drop();
    }
  });

  it('of a withdrawn source is seen by nobody, and the next start ends it', async () => {
    const { open, where, drop } = await databaseOf(engine, folder);
    const clock = stillClock();
    const first = await open();
    await importFile(
      { gate: makeGate(first, clock), clock },
      'incidents',
      fileOf('stor.csv', `datum,typ,lon,lat\n${rows}`),
    );
    await first.close();
    // Found, and found once more while the kind is locked, hidden, what is to be emptied, some of it.
    expect(await killInTheMiddle(where, 6, 'stor')).toBe(true);
    const driver = await open();
    try {
      const gate = makeGate(driver, clock);
      const killed = await stateOf(driver);
      expect(killed.points).toBeGreaterThan(0);
      expect(killed.points).toBeLessThan(rowCount);
      const seen = await gate.service('deriver', densitySources);
      expect(seen).toEqual([]);
      await keepOnce(gate, clock, new AbortController().signal);
      expect((await stateOf(driver)).points).toBe(0);
    } finally {
      await driver.close();
      await drop();
    }
  });

  /** Points there, points counted and gone, points told of as gone, points within the area. */
  async function stateOf(driver: Driver) {
    const [row] = await makeGate(driver, stillClock()).service('importer', (tx) =>
      tx.query<{ points: number; kept: number; told: number; within: number }>(sql`
        select (select count(*)::int from secret.incident) as points,
          (select coalesce(sum(count), 0)::int from secret.kept_count) as kept,
          (select coalesce(sum(rows), 0)::int from secret.deletion) as told,
          (select count(*)::int from secret.incident i join app.area a on st_covers(a.geom, i.geom)) as within`),
    );
    return row!;
  }
});

let count = 0;

/** A database that no process has open, so that another may. */
async function databaseOf(engine: Engine, folder: string) {
  if (engine === 'embedded') {
    const directory = mkdtempSync(join(folder, 'db-'));
    cpSync(inject('embeddedTemplate'), directory, { recursive: true });
    const open = async () => {
      const driver = await openEmbedded(directory);
      await migrate(driver);
      return driver;
    };
    return { open, where: { url: null, directory }, drop: async () => {} };
  }
  const name = `kp_kept_${process.pid}_${(count += 1)}`;
  const url = inject('clusterUrl').replace(/postgres$/, name);
  await administer(`create database ${name} template kp_template`);
  return {
    open: async () => openPostgres(url),
    where: { url, directory: null },
    drop: () => administer(`drop database ${name} with (force)`),
  };
}
