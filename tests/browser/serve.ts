import { existsSync } from 'node:fs';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { openExample, type ExampleDatabase } from '../helpers/example.ts';

export type Database = Pick<ExampleDatabase, 'gate' | 'clock' | 'close'>;

export interface Served {
  readonly address: string;
  readonly database: Database;
  close(): Promise<void>;
}

/** The whole server with the built web, on a free port: as a person meets it, over the example or another database. */
export async function serve(open: () => Promise<Database> = () => openExample('embedded')): Promise<Served> {
  if (!existsSync('dist/web/index.html')) throw new Error('The web is not built: start the tests with npm test.');
  const database = await open();
  const app = await buildApp({ gate: database.gate, clock: database.clock, config: readConfig({}) });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    database,
    async close() {
      await app.close();
      await database.close();
    },
  };
}
