// Imports a file and tells each step on its standard output: a process that a test can kill in the middle.
import { openDriver } from '../../server/db/open.ts';
import { systemClock } from '../../server/db/clock.ts';
import { makeGate } from '../../server/db/gate.ts';
import { migrate } from '../../server/db/migrate.ts';
import { readArguments } from '../../server/imports/arguments.ts';
import { runImport } from '../../server/imports/run-import.ts';

const [url = '', directory = '', kind = '', path = ''] = process.argv.slice(2);
const driver = await openDriver({ databaseUrl: url || null, migrateDatabaseUrl: null, dataDir: directory });
await migrate(driver);
const report = {
  refuse: () => {},
  note: () => {},
  refused: 0,
  progress: (stage: string, rows: number) => void process.stdout.write(`${stage} ${rows}\n`),
};
await runImport(
  makeGate(driver, systemClock),
  systemClock,
  readArguments([kind, path]),
  report,
  new AbortController().signal,
);
await driver.close();
process.stdout.write('done\n');
