import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What the tests use of the system: where it is seen, and the Debian packages that bring it. */
const needs = [
  {
    name: 'PostgreSQL 15 or later',
    packages: ['postgresql'],
    here: () => postgresVersions().length > 0 || onPath('pg_config'),
  },
  {
    name: 'PostGIS 3.3 or later for it',
    packages: ['postgresql-15-postgis-3', 'postgresql-15-postgis-3-scripts'],
    // Looked for where the newest server, which the tests start, would look: pg_config alone says nothing of PostGIS.
    here: () => existsSync(`${shareFolder()}/extension/postgis.control`),
  },
  { name: 'poppler’s pdftotext, pdfinfo and pdffonts', packages: ['poppler-utils'], here: () => onPath('pdftotext') },
  {
    name: 'Chromium (a copy from npm is used where it is missing)',
    packages: ['chromium'],
    here: () => onPath('chromium'),
    optional: true,
  },
];

/** Installs what is missing when root on Debian; elsewhere names it and ends, so that nothing is skipped in silence. */
export function ensureSystem() {
  let missing = needs.filter(({ here }) => !here());
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && isDebian()) {
    console.log(`Installing from Debian: ${missing.map(({ name }) => name).join(', ')}`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...missing.flatMap(({ packages }) => packages)],
      { stdio: ['ignore', 'ignore', 'inherit'], env: environment },
    );
    missing = needs.filter(({ here }) => !here());
  }
  for (const { name, packages, optional } of missing)
    console.error(`${optional ? 'Not found' : 'Missing'}: ${name} (Debian: ${packages.join(' ')})`);
  if (missing.some(({ optional }) => !optional)) process.exit(1);
}

function postgresVersions() {
  const root = '/usr/lib/postgresql';
  return existsSync(root) ? readdirSync(root).filter((version) => existsSync(`${root}/${version}/bin/initdb`)) : [];
}

/** Where the server keeps its extensions: Debian's newest, else what pg_config names. */
function shareFolder() {
  const newest = postgresVersions().toSorted((a, b) => Number(b) - Number(a))[0];
  if (newest) return `/usr/share/postgresql/${newest}`;
  return spawnSync('pg_config', ['--sharedir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function onPath(command) {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(`${folder}/${command}`));
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
