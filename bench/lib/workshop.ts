import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../server/db/migrate.ts';
import { openDriver } from '../../server/db/open.ts';
import { startCluster, type Cluster } from '../../tests/helpers/postgres-cluster.ts';
import { startServer } from './server.ts';

export type Engine = 'postgres' | 'embedded';

/** A database by what a server is told of it; one of the two is set. */
export interface Database {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** An installed example municipality, no server running on it. */
export interface Example extends Database {
  /** Variables that start the program on it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly firstStart_ms: number;
}

/** What questions share, made when first asked for and cleared away at the end. */
export interface Workshop {
  cluster(): Promise<Cluster>;
  /** A new temporary folder. */
  folder(): string;
  /** A migrated, empty database of its own. */
  database(engine: Engine): Promise<Database>;
  example(engine: Engine): Promise<Example>;
  close(): Promise<void>;
}

export function openWorkshop(): Workshop {
  const root = mkdtempSync(join(tmpdir(), 'kp-bench-'));
  let count = 0;
  const once = makeOnce();
  const folder = () => {
    const path = join(root, String((count += 1)));
    mkdirSync(path);
    return path;
  };
  const cluster = () => once('cluster', startCluster);
  const create = async (name: string, template = 'template1'): Promise<string> => {
    const { url } = await cluster();
    await administer(url, `create database ${name} template ${template}`);
    return url.replace(/postgres$/, name);
  };
  const migrated = async (database: Database) => {
    const driver = await openDriver({ ...database, migrateDatabaseUrl: null });
    await migrate(driver);
    await driver.close();
    return database;
  };
  const template = (engine: Engine) =>
    once(`template ${engine}`, async () =>
      migrated(
        engine === 'postgres'
          ? { databaseUrl: await create('bench_template'), dataDir: '' }
          : { databaseUrl: null, dataDir: folder() },
      ),
    );

  return {
    cluster,
    folder,
    async database(engine) {
      const { dataDir } = await template(engine);
      if (engine === 'postgres')
        return { databaseUrl: await create(`bench_${(count += 1)}`, 'bench_template'), dataDir: '' };
      const copy = folder();
      cpSync(dataDir, copy, { recursive: true });
      return { databaseUrl: null, dataDir: copy };
    },
    example: (engine) =>
      once(`example ${engine}`, async () => {
        // Building the web is another question.
        await once('built', ensureBuilt);
        const dataDir = engine === 'embedded' ? folder() : '';
        const databaseUrl = engine === 'postgres' ? await create(`bench_${(count += 1)}`) : null;
        const environment: Record<string, string> = databaseUrl
          ? { DATABASE_URL: databaseUrl, EXAMPLE: 'yes' }
          : { DATA_DIR: dataDir };
        const server = await startServer(environment);
        await server.stop();
        if (databaseUrl) await administer(databaseUrl, 'analyze');
        return { databaseUrl, dataDir, environment, firstStart_ms: server.start_ms };
      }),
    async close() {
      if (once.has('cluster')) await (await cluster()).stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Plain JavaScript, named apart so that it is not asked for types. */
const buildFile: string = '../../server/setup/build-web.mjs';

async function ensureBuilt(): Promise<void> {
  const module = (await import(buildFile)) as { ensureBuilt(): Promise<void> };
  await module.ensureBuilt();
}

function makeOnce() {
  const made = new Map<string, Promise<unknown>>();
  function once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const before = made.get(key);
    if (before) return before as Promise<T>;
    const promise = make();
    made.set(key, promise);
    return promise;
  }
  once.has = (key: string) => made.has(key);
  return once;
}

/** One statement as the superuser. */
export async function administer(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
