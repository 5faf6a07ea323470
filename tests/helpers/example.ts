import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadExample } from '../../data/example/load.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import { makeGate, type Gate } from '../../server/db/gate.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { Driver } from '../../server/db/driver.ts';
import { stillClock } from './clock.ts';
import { openDatabase, type Engine } from './engines.ts';

export interface ExampleDatabase {
  readonly driver: Driver;
  readonly gate: Gate;
  readonly clock: ReturnType<typeof stillClock>;
  close(): Promise<void>;
}

/** The example municipality on an engine: loaded anew on PostgreSQL, a copy of a kept directory on the embedded one. */
export async function openExample(engine: Engine): Promise<ExampleDatabase> {
  if (engine === 'postgres') {
    const database = await openDatabase('postgres');
    await loadExample(database.gate, database.clock, () => {});
    return database;
  }
  const directory = mkdtempSync(join(tmpdir(), 'kp-example-'));
  cpSync(await template(), directory, { recursive: true });
  const driver = await openEmbedded(directory);
  await migrate(driver);
  const clock = stillClock();
  return {
    driver,
    clock,
    gate: makeGate(driver, clock),
    async close() {
      await driver.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Kept between runs, by the digest of everything it is made from. */
async function template(): Promise<string> {
  const folder = join('.cache', `example-${digest(['migrations', 'data/example', 'server/core', 'server/db'])}`);
  if (existsSync(folder)) return folder;
  const making = mkdtempSync(join(tmpdir(), 'kp-example-template-'));
  const driver = await openEmbedded(making);
  await migrate(driver);
  const clock = stillClock();
  await loadExample(makeGate(driver, clock), clock, () => {});
  await driver.close();
  mkdirSync('.cache', { recursive: true });
  // Two test files may have made one each: the first to move it in place wins.
  const beside = `${folder}-${process.pid}`;
  cpSync(making, beside, { recursive: true });
  rmSync(making, { recursive: true, force: true });
  try {
    renameSync(beside, folder);
  } catch {
    rmSync(beside, { recursive: true, force: true });
  }
  return folder;
}

function digest(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.(ts|mjs|sql)$/.test(entry.name),
    );
    for (const path of files.map((entry) => join(entry.parentPath, entry.name)).toSorted())
      hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}
