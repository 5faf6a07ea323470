// Deletes the points whose time is up, or withdraws a source that is named, and tells how far it has come: a process that a test can kill in the middle.
import { openDriver } from '../../server/db/open.ts';
import { makeGate } from '../../server/db/gate.ts';
import { migrate } from '../../server/db/migrate.ts';
import { act } from '../../server/imports/cli-actions.ts';
import { deleteOldCrimePoints } from '../../server/keep/delete-old-points.ts';
import { stillClock } from '../helpers/clock.ts';

const [url = '', directory = '', source = ''] = process.argv.slice(2);
const driver = await openDriver({ databaseUrl: url || null, migrateDatabaseUrl: null, dataDir: directory });
await migrate(driver);
const clock = { ...stillClock(), uuid: () => crypto.randomUUID() };
const gate = makeGate(driver, clock);
let portions = 0;
const told = {
  ...gate,
  service: async (...[role, run]: Parameters<typeof gate.service>) => {
    const answer = await gate.service(role, run);
    process.stdout.write(`turn ${(portions += 1)}\n`);
    return answer;
  },
} as typeof gate;
const quiet = { refuse: () => {}, note: () => {}, progress: () => {}, refused: 0 };
if (source === '') await deleteOldCrimePoints(told, clock, new AbortController().signal);
else await act(told, clock, ['withdraw', source, 'reason=Fel fil, läses in på nytt'], quiet, 'sv');
await driver.close();
process.stdout.write('done\n');
