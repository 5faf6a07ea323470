import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './process.ts';

/** A PostgreSQL server of the tests' own, in a temporary folder on a free port; never the machine's. */
export interface Cluster {
  /** A superuser's address; the database is `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts one. PostgreSQL refuses to run as root, so root starts it as the `postgres` user of the system's package.
 * @throws a sentence that says what is missing.
 */
export async function startCluster(): Promise<Cluster> {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'kp-pg-'));
  const user = process.getuid?.() === 0 ? idsOf('postgres') : null;
  if (user) chownSync(folder, user.uid, user.gid);
  const as = user ?? {};
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'kp', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...as, cwd: folder, stdio: 'ignore' },
  );
  const port = await freePort();
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    `port=${port}\nlisten_addresses='127.0.0.1'\nunix_socket_directories='${folder}'\nfsync=off\nsynchronous_commit=off\nfull_page_writes=off\nmax_connections=200\nshared_buffers=256MB\nlog_min_messages=fatal\n`,
  );
  const server = spawn(join(bin, 'postgres'), ['-D', data], { ...as, cwd: folder, stdio: 'ignore' });
  const url = `postgres://kp@127.0.0.1:${port}/postgres`;
  await untilAnswers(url, server);
  return {
    url,
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (found) return found;
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Error(
      'PostgreSQL is not installed. The tests need PostgreSQL 15 or later with PostGIS 3.3 or later (Debian: postgresql postgresql-15-postgis-3).',
      { cause: error },
    );
  }
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error('PostgreSQL stopped while starting.');
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("select 1 from pg_available_extensions where name = 'postgis'").then(({ rowCount }) => {
        if (!rowCount)
          throw Object.assign(
            new Error('PostGIS is not installed beside PostgreSQL (Debian: postgresql-15-postgis-3).'),
            { final: true },
          );
      });
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if ((error as { final?: boolean }).final) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('PostgreSQL did not answer within 20 s.');
}
