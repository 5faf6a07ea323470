import { join } from 'node:path';
import { systemClock as clock } from '../server/db/clock.ts';
import { makeGate, type Gate } from '../server/db/gate.ts';
import { migrate } from '../server/db/migrate.ts';
import { openDriver } from '../server/db/open.ts';
import { readArguments } from '../server/imports/arguments.ts';
import { Collector } from '../server/imports/report.ts';
import { runImport } from '../server/imports/run-import.ts';
import { writeCrimes } from './lib/crimes-file.ts';
import { copyFinished, finishedRows } from './lib/finished-rows.ts';
import { median } from './lib/measure.ts';
import type { Question } from './lib/question.ts';
import type { Engine, Workshop } from './lib/workshop.ts';

const rows = 325_000;
const runs = 3;

/** Rows a second from a file of crimes on the disk until they count, beside one COPY of the same finished rows into the same table. */
export const imports: Question = {
  name: 'imports',
  asks: 'How many rows of crimes a second are imported?',
  needs: ['postgres'],
  async run(workshop) {
    const folder = workshop.folder();
    let path = process.env['BENCH_INCIDENTS'] ?? '';
    if (!path) await writeCrimes((path = join(folder, 'brott.csv')), rows);
    const measured = [];
    let finished: string[] = [];
    for (const engine of ['postgres', 'embedded'] as const) {
      const imported: number[] = [];
      const copied: number[] = [];
      let read = 0;
      for (let run = 0; run < runs; run += 1) {
        imported.push(
          await withGate(workshop, engine, async (gate, databaseUrl) => {
            const start = performance.now();
            read = await importFile(gate, path, join(folder, 'refused.csv'));
            const ms = performance.now() - start;
            if (databaseUrl && finished.length === 0) finished = await finishedRows(databaseUrl);
            return ms;
          }),
        );
        copied.push(await withGate(workshop, engine, (gate) => copyFinished(gate, clock, finished)));
      }
      measured.push({
        name: `imports.${engine}`,
        value: (read / median(imported)) * 1000,
        unit: 'rows/s',
        versus: { name: 'bare COPY', value: (finished.length / median(copied)) * 1000 },
        bar: { of: 'ratio', atMost: 4 } as const,
      });
    }
    return measured;
  },
};

/** What the command `npm run import -- incidents <file>` does once its process stands; gives the rows read. */
async function importFile(gate: Gate, path: string, refusedPath: string): Promise<number> {
  const report = new Collector({ isSecret: false, fileFor: () => refusedPath, line: () => '\n' }, () => {});
  try {
    const given = readArguments(['incidents', path]);
    const counts = await runImport(gate, clock, given, report, new AbortController().signal);
    if (counts.new < counts.read * 0.9) throw new Error(`Only ${counts.new} of ${counts.read} rows were new.`);
    return counts.read;
  } finally {
    report.close();
  }
}

async function withGate<T>(
  workshop: Workshop,
  engine: Engine,
  work: (gate: Gate, databaseUrl: string | null) => Promise<T>,
): Promise<T> {
  const database = await workshop.database(engine);
  const driver = await openDriver({ ...database, migrateDatabaseUrl: null });
  try {
    // The embedded engine lets nobody in before it has been sealed, which migrating does.
    await migrate(driver);
    return await work(makeGate(driver, clock), database.databaseUrl);
  } finally {
    await driver.close();
  }
}
