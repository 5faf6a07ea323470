import { afterAll, beforeAll, expect, it } from 'vitest';
import { findArea, populationIn } from '../../server/db/areas.ts';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, importFile } from './import-file.ts';
import { asker, importTown } from './kinds-town.ts';

describeOnBothEngines('importing population', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await importTown(database);
  });
  afterAll(() => database.close());
  const people = () =>
    asker(database)(
      sql`select area_code as area, year, persons from app.population order by area_code, year, source_id, persons`,
    );

  it('reads one row a figure, by code or name, and says which rows it did not', async () => {
    const path = fileOf(
      'folkmangd.csv',
      `Område;År;Folkmängd
0101;2023;1 100
Norra;2024;1.200
Södra;2024;2100
Södra;2024;2101
Hamnen;2024;5
0102;2025;-3
Hela staden;2024;3 300
0101;2025;
`,
    );
    const { outcome, collector, notes } = await importFile(database, 'population', path, 'source=scb');
    expect(outcome.counts).toMatchObject({ new: 3, refused: 4 });
    expect(collector.shown).toEqual([
      { row: 5, field: 'population', value: '2101', reason: 'duplicate' },
      { row: 6, field: 'area', value: 'Hamnen', reason: 'unknown_area' },
      { row: 7, field: 'population', value: '-3', reason: 'not_a_number' },
      { row: 9, field: 'population', value: '', reason: 'missing' },
    ]);
    expect(notes.get('wholes_aside') ?? notes.get('totals_aside')).toBeDefined();
    expect(await people()).toEqual([
      { area: '0101', year: 2023, persons: 1100 },
      { area: '0101', year: 2024, persons: 1200 },
      { area: '0102', year: 2024, persons: 2100 },
    ]);
  });

  it('reads one column a year, and a year for the whole file; the next file of the source takes the place of the last', async () => {
    const wide = fileOf('bred.csv', 'Kod,Namn,2023,2024\n0101,Norra,1100,1250\n0102,Södra,,2100\n');
    const { outcome } = await importFile(database, 'population', wide, 'source=scb');
    expect(outcome.counts).toEqual({ read: 2, new: 0, changed: 1, same: 2, gone: 0, refused: 0 });
    const one = fileOf('ett.csv', 'Namn,Folkmängd\nNorra,1300\nSödra,2200\n');
    const { outcome: next } = await importFile(database, 'population', one, 'source=scb', 'year=2025');
    expect(next.counts).toEqual({ read: 2, new: 2, changed: 0, same: 0, gone: 3, refused: 0 });
    expect(await people()).toEqual([
      { area: '0101', year: 2025, persons: 1300 },
      { area: '0102', year: 2025, persons: 2200 },
    ]);
  });

  it('adds parts by age or sex together, unless the file says the whole', async () => {
    const parts = fileOf(
      'kon.csv',
      'Område,År,Kön,Folkmängd\nNorra,2020,Kvinnor,400\nNorra,2020,Män,450\nSödra,2020,Totalt,900\nSödra,2020,Män,440\n',
    );
    await importFile(database, 'population', parts, 'source=scb');
    expect(await people()).toEqual([
      { area: '0101', year: 2020, persons: 850 },
      { area: '0102', year: 2020, persons: 900 },
    ]);
  });

  it('gives an area the newest figure of the year or before, else the one that came with its outline', async () => {
    const wide = fileOf('serie.csv', 'Kod,2019,2022\n0101,900,950\n');
    await importFile(database, 'population', wide, 'source=scb');
    const [norra, sodra] = await asker(database)<{ id: number }>(sql`select id from app.area order by code`);
    const of = (id: number, year: number) => database.gate.service('deriver', (tx) => populationIn(tx, id, year));
    expect(await of(norra!.id, 2018)).toEqual({ persons: 1000, year: null, source: 'delar' });
    expect(await of(norra!.id, 2021)).toEqual({ persons: 900, year: 2019, source: 'scb' });
    expect(await of(norra!.id, 2026)).toEqual({ persons: 950, year: 2022, source: 'scb' });
    expect(await of(sodra!.id, 2026)).toEqual({ persons: 2000, year: null, source: 'delar' });
    expect(await database.gate.service('deriver', (tx) => findArea(tx, norra!.id))).toMatchObject({ code: '0101' });
  });
});
