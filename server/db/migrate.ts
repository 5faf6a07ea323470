import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Driver } from './driver.ts';
import { sql } from './sql.ts';

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));
const always = `${folder}always/`;

/** Two starters of one database wait for each other on this number. */
const lockNumber = 1_802_465_127;

/**
 * Brings the database to this program's form: the roles, each numbered file once, then `always/` anew.
 * All of it is one transaction: a kill in the middle leaves what was there before.
 * @throws when the database has been migrated by a newer program.
 */
export async function migrate(driver: Driver, report: (line: string) => void = () => {}): Promise<void> {
  await driver.migrate(async (execute, query) => {
    await execute('begin');
    try {
      await query(sql`select pg_advisory_xact_lock(${lockNumber})`);
      await execute(read(`${always}00_roles.sql`));
      await execute('set local role kp_owner');
      await execute(
        'create table if not exists kamerapunkt.migration (name text primary key, at timestamptz not null default now())',
      );
      const done = new Set(
        (await query<{ name: string }>(sql`select name from kamerapunkt.migration`)).map((row) => row.name),
      );
      const numbered = files(folder);
      const unknown = [...done].find((name) => !numbered.includes(name));
      if (unknown)
        throw new Error(
          `The database holds migration ${unknown}, which this version does not know. Run a newer version.`,
        );
      for (const name of numbered.filter((file) => !done.has(file))) {
        report(name);
        await query(sql`insert into kamerapunkt.migration (name) values (${name})`);
        await execute(read(folder + name));
      }
      for (const name of files(always).filter((file) => !file.startsWith('00_'))) await execute(read(always + name));
      await execute('commit');
    } catch (error) {
      await execute('rollback');
      throw error;
    }
  });
}

function files(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
