import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { systemClock } from './db/clock.ts';
import { makeGate } from './db/gate.ts';
import { migrate } from './db/migrate.ts';
import { openDriver } from './db/open.ts';
import { startKeeping } from './keep/keeping.ts';
import { firstAccount } from './setup/first-account.ts';
import { loadExampleOnce } from './setup/example-once.ts';
import { sayReady } from './setup/say-ready.ts';

/** The process: config, database, migrations, the example the first time, the application, the port. */
async function main(): Promise<void> {
  const config = readConfig();
  const driver = await openDriver(config);
  try {
    await migrate(driver, (name) => console.log(`  ${name}`));
    const gate = makeGate(driver, systemClock);
    if (config.example) await loadExampleOnce(gate, systemClock);
    else await firstAccount(gate, systemClock);
    const app = await buildApp({ gate, clock: systemClock, config, log: true });
    const address = await app.listen({ host: config.host, port: config.port });
    const keeping = startKeeping(gate, systemClock, (error) =>
      app.log.error({ name: error instanceof Error ? error.name : '' }, 'deleting old points failed'),
    );
    closeWithGrace({ delay: 10_000 }, async () => {
      await app.close();
      await keeping.close();
      await driver.close();
    });
    await sayReady(gate, address);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
