import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import type { Driver } from '../../server/db/driver.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import { makeGate, type Gate } from '../../server/db/gate.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { stillClock } from './clock.ts';

/** A migrated, empty database of one test file's own. */
export interface TestDatabase {
  readonly driver: Driver;
  readonly gate: Gate;
  readonly clock: ReturnType<typeof stillClock>;
  /** DATABASE_URL of a PostgreSQL one; null on the embedded engine. */
  readonly url: string | null;
  /** DATA_DIR of an embedded one; null on PostgreSQL. */
  readonly directory: string | null;
  close(): Promise<void>;
}

export type Engine = 'postgres' | 'embedded';

/** The same tests on both engines. `open` gives a fresh database; close it in afterAll. */
export function describeOnBothEngines(
  name: string,
  body: (open: () => Promise<TestDatabase>, engine: Engine) => void,
): void {
  for (const engine of ['postgres', 'embedded'] as const) {
    describe(`${name} (${engine})`, () => body(() => openDatabase(engine), engine));
  }
}

let count = 0;

export async function openDatabase(engine: Engine): Promise<TestDatabase> {
  const clock = stillClock();
  if (engine === 'embedded') {
    const directory = mkdtempSync(join(tmpdir(), 'kp-test-'));
    cpSync(inject('embeddedTemplate'), directory, { recursive: true });
    const driver = await openEmbedded(directory);
    await migrate(driver);
    return {
      driver,
      clock,
      url: null,
      directory,
      gate: makeGate(driver, clock),
      async close() {
        await driver.close();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  }
  const name = `kp_${process.pid}_${(count += 1)}`;
  const url = inject('clusterUrl').replace(/postgres$/, name);
  await administer(`create database ${name} template kp_template`);
  const driver = openPostgres(url);
  return {
    driver,
    clock,
    url,
    directory: null,
    gate: makeGate(driver, clock),
    async close() {
      await driver.close();
      await administer(`drop database ${name} with (force)`);
    },
  };
}

/** A copy of a closed or idle PostgreSQL database under a new name. */
export async function administer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('clusterUrl') });
  await client.connect();
  try {
    // Two clones of one template at once clash; the second tries again.
    for (let attempt = 0; ; attempt += 1) {
      try {
        await client.query(text);
        return;
      } catch (error) {
        if (attempt > 50 || (error as { code?: string }).code !== '55006') throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    await client.end();
  }
}
