import { sql } from '../../server/db/sql.ts';
import type { TestDatabase } from '../helpers/engines.ts';
import { fileOf, geojson, importFile, square } from './import-file.ts';

/** Two areas of a small town, as the files of the tests name them: 0101 Norra (west) and 0102 Södra (east of it). */
export async function importTown(database: TestDatabase): Promise<void> {
  const areas = geojson([
    [{ kod: '0101', namn: 'Norra', befolkning: 1000 }, square(15, 59)],
    [{ kod: '0102', namn: 'Södra', befolkning: 2000 }, square(15.1, 59)],
  ]);
  await importFile(database, 'areas', fileOf('delar.geojson', areas), 'set=delar');
}

export function asker(database: TestDatabase) {
  return <Row>(statement: ReturnType<typeof sql>) =>
    database.gate.service('importer', (tx) => tx.query<Row>(statement));
}
