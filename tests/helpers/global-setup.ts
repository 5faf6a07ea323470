import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../server/db/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { startCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address of the tests' cluster; databases are cloned from `kp_template`. */
    readonly clusterUrl: string;
    /** A migrated data directory of the embedded engine, to be copied and never opened. */
    readonly embeddedTemplate: string;
  }
}

/** Migrates once on each engine; every test database is a copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  const admin = new pg.Client({ connectionString: cluster.url });
  await admin.connect();
  await admin.query('create database kp_template');
  await admin.end();
  const driver = openPostgres(cluster.url.replace(/postgres$/, 'kp_template'));
  await migrate(driver);
  await driver.close();
  project.provide('clusterUrl', cluster.url);
  project.provide('embeddedTemplate', await embeddedTemplate());
  return () => cluster.stop();
}

/** Kept between runs, by the digest of the migrations. */
async function embeddedTemplate(): Promise<string> {
  const folder = join('.cache', `embedded-${migrationsDigest()}`);
  if (existsSync(folder)) return folder;
  const making = join(tmpdir(), `kp-template-${process.pid}`);
  const driver = await openEmbedded(making);
  await migrate(driver);
  await driver.close();
  mkdirSync('.cache', { recursive: true });
  try {
    renameSync(making, folder);
  } catch {
    cpSync(making, folder, { recursive: true }); // the temporary folder is on another disk
  }
  rmSync(making, { recursive: true, force: true });
  return folder;
}

export function migrationsDigest(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'migrations/always']) {
    for (const name of readdirSync(folder).toSorted())
      if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
