import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Need } from './question.ts';
import type { Workshop } from './workshop.ts';

/** The tests' own look for the system: plain JavaScript, named apart so that it is not asked for types. */
const testsLook: string = '../../tests/helpers/system.mjs';

/** How each need is looked for; what is missing in words, or null. */
const looks: Readonly<Record<Need, () => Promise<string | null>>> = {
  postgres: async () => {
    const { ensureSystem } = (await import(testsLook)) as { ensureSystem(): void };
    // Installs as root on Debian; elsewhere it names what is missing and ends.
    ensureSystem();
    return null;
  },
  wrk: async () => (onPath('wrk') ? null : 'wrk (Debian: wrk)'),
  chromium: async () => (chromium() ? null : 'Chromium (Debian: chromium)'),
};

/** What is missing of these needs, in words; empty when all is there. */
export async function missing(needs: readonly Need[]): Promise<string[]> {
  const found = await Promise.all(needs.map((need) => looks[need]()));
  return found.filter((words) => words !== null);
}

/** The browser's path, or null. */
export function chromium(): string | null {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ?? null;
}

/** What the figures depend on, in one line without the machine's name. */
export async function machineLine(workshop: Workshop, withDatabase: boolean): Promise<string> {
  const parts = [`${availableParallelism()} cores`, `Node ${process.versions.node}`];
  if (withDatabase) {
    const client = new pg.Client({ connectionString: (await workshop.cluster()).url });
    await client.connect();
    const { rows } = await client.query<{ pg: string; gis: string }>(
      "select split_part(version(), ' ', 2) as pg, (select default_version from pg_available_extensions where name = 'postgis') as gis",
    );
    await client.end();
    parts.push(`PostgreSQL ${rows[0]?.pg} with PostGIS ${rows[0]?.gis}`);
  }
  parts.push(`PGlite ${versionOf('@electric-sql/pglite')}`, `load ${loadavg()[0]?.toFixed(1)} at the start`);
  return parts.join(' · ');
}

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function onPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, command)));
}
