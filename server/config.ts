import { resolve } from 'node:path';

/** What the environment says; read here and nowhere else. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The embedded engine's files, when no DATABASE_URL is set. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** A login that may migrate, when the server's own may not. */
  readonly migrateDatabaseUrl: string | null;
  /** Load the invented municipality into an empty database. Default: yes on the embedded engine, no on PostgreSQL. */
  readonly example: boolean;
  /** Collections that may be read without signing in. Never planned mounts, crime or rankings. */
  readonly publicLayers: readonly string[];
  readonly basemapStyleUrl: string | null;
  readonly basemapWmsUrl: string | null;
  /** The largest file that may be uploaded. */
  readonly importMaxBytes: number;
  /** Behind a reverse proxy with TLS: cookies are marked Secure. */
  readonly secureCookies: boolean;
}

/** Layers an operator may open to everybody: the ground, and nothing that ranks, counts or places a camera. */
const openable = ['areas', 'places', 'buildings', 'streets', 'land'];

/**
 * Reads the environment into a Config.
 * @throws one Error that names every faulty variable with its value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  const port = Number(env['PORT'] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    faults.push(`PORT is "${env['PORT']}": give a number from 0 to 65535.`);
  const databaseUrl = env['DATABASE_URL'] || null;
  for (const name of ['DATABASE_URL', 'MIGRATE_DATABASE_URL']) {
    if (env[name] && !/^postgres(ql)?:\/\//.test(env[name]))
      faults.push(`${name} must begin with postgres:// (its value is not shown: it may hold a password).`);
  }
  const example = env['EXAMPLE'] ?? (databaseUrl ? 'no' : 'yes');
  if (!['yes', 'no'].includes(example)) faults.push(`EXAMPLE is "${example}": give yes or no.`);
  const publicLayers = (env['PUBLIC_LAYERS'] ?? '').split(',').filter(Boolean);
  for (const layer of publicLayers) {
    if (!openable.includes(layer))
      faults.push(`PUBLIC_LAYERS names "${layer}": only ${openable.join(', ')} may be public.`);
  }
  for (const name of ['BASEMAP_STYLE_URL', 'BASEMAP_WMS_URL']) {
    if (env[name] && !URL.canParse(env[name])) faults.push(`${name} is "${env[name]}": give a whole address.`);
  }
  const importMaxBytes = Number(env['IMPORT_MAX_BYTES'] ?? 4 * 1024 ** 3);
  if (!Number.isSafeInteger(importMaxBytes) || importMaxBytes < 1)
    faults.push(`IMPORT_MAX_BYTES is "${env['IMPORT_MAX_BYTES']}": give a number of bytes.`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port,
    dataDir: resolve(env['DATA_DIR'] ?? '.kamerapunkt'),
    databaseUrl,
    migrateDatabaseUrl: env['MIGRATE_DATABASE_URL'] || null,
    example: example === 'yes',
    publicLayers,
    basemapStyleUrl: env['BASEMAP_STYLE_URL'] || null,
    basemapWmsUrl: env['BASEMAP_WMS_URL'] || null,
    importMaxBytes,
    secureCookies: env['SECURE_COOKIES'] === 'yes',
  };
}
