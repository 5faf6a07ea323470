import type { Config } from '../config.ts';
import type { Driver } from './driver.ts';

/** The engine the config names. Each is loaded only when it is used: PGlite is large. */
export async function openDriver(
  config: Pick<Config, 'databaseUrl' | 'migrateDatabaseUrl' | 'dataDir'>,
): Promise<Driver> {
  if (config.databaseUrl) {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(config.databaseUrl, config.migrateDatabaseUrl ?? config.databaseUrl);
  }
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded(config.dataDir);
}
