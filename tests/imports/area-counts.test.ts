import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  isTotalCategory,
  withoutNestedPeriods,
  withoutSums,
  type Count,
} from '../../server/imports/area-counts-rows.ts';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, geojson, importFile, realFile, square } from './import-file.ts';
import { asker, importTown } from './kinds-town.ts';

const year = (n: number) => ({ grain: 'year' as const, from: `${n}-01-01`, to: `${n}-12-31` });
const quarter = (order: number) => ({
  grain: 'quarter' as const,
  from: ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01'][order - 1]!,
  to: ['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'][order - 1]!,
});
const count = (sourceCategory: string, value: number | null, period: Count['period'] = year(2024)): Count => ({
  row: 2,
  place: 'a',
  category: 'other',
  sourceCategory,
  period,
  amount: value === null ? { status: 'withheld', value } : { status: 'published', value },
});
const left = (counts: readonly Count[]) => counts.map(({ sourceCategory, amount }) => [sourceCategory, amount.value]);

describe('sums and their parts', () => {
  it('knows a total by its words', () => {
    for (const word of ['Totalt antal brott', 'Totalt', 'Samtliga brott', 'Brott totalt', 'Summa', 'Alla brott'])
      expect(isTotalCategory(word), word).toBe(true);
    for (const word of ['Narkotikabrott', 'Stöld, rån m.m.', 'Allmänfarliga brott', 'Allmän ordning'])
      expect(isTotalCategory(word), word).toBe(false);
  });

  it('puts totals aside, unless they are all there is', () => {
    const { counts, sums } = withoutSums([count('Totalt', 30), count('Rån', 10), count('Stöld', 20)]);
    expect([left(counts), sums]).toEqual([
      [
        ['Rån', 10],
        ['Stöld', 20],
      ],
      1,
    ]);
    expect(left(withoutSums([count('Totalt', 30)]).counts)).toEqual([['Totalt', 30]]);
  });

  it('keeps of a heading what its parts leave over, and nothing where a part is held back', () => {
    const stold = '8 kap. Stöld, rån m.m.';
    const whole = withoutSums([
      count(stold, 49),
      count(`${stold}, därav cykeltillgrepp`, 7),
      count(`${stold}, därav biltillgrepp`, 3),
    ]);
    expect(left(whole.counts)).toEqual([
      [`${stold}, övrigt`, 39],
      [`${stold}, därav cykeltillgrepp`, 7],
      [`${stold}, därav biltillgrepp`, 3],
    ]);
    expect(left(withoutSums([count(stold, 49), count(`${stold}, därav cykeltillgrepp`, null)]).counts)).toEqual([
      [`${stold}, därav cykeltillgrepp`, null],
    ]);
  });

  it('tells each time once: a year goes when its quarters fill it, and stays when one is missing or held back', () => {
    const quarters = [1, 2, 3, 4].map((order) => count('Rån', order, quarter(order)));
    expect(left(withoutNestedPeriods([count('Rån', 10), ...quarters]).counts)).toEqual(left(quarters));
    expect(left(withoutNestedPeriods([count('Rån', 10), ...quarters.slice(1)]).counts)).toEqual([['Rån', 10]]);
    const heldBack = [count('Rån', null, quarter(1)), ...quarters.slice(1)];
    expect(left(withoutNestedPeriods([count('Rån', 10), ...heldBack]).counts)).toEqual([['Rån', 10]]);
  });
});

describeOnBothEngines('importing counts by area', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await importTown(database);
  });
  afterAll(() => database.close());
  const counts = (source: string) =>
    asker(database)<object>(sql`
      select c.area_code as area, c.category, c.source_category as word, c.period_from as "from", c.period_to as "to", c.count, c.status
      from app.area_count c join app.source s on s.id = c.source_id where s.name = ${source}
      order by c.area_code, c.period_from, c.source_category collate "C"`);
  const crimeSource = (source: string) =>
    asker(database)(sql`
      select c.what, c.grain, c.time_grain, c.period_from, c.period_to, c.share_with_coordinates as share
      from app.crime_source c join app.source s on s.id = c.source_id where s.name = ${source}`);

  it('tells withheld, zero and missing apart', async () => {
    const path = fileOf(
      'brott.csv',
      `Område;Brottstyp;Period;Antal
Norra;Narkotikabrott;2024;12
Norra;Våldsbrott;2024;..
Norra;Klotter;2024;–
Norra;Cykelstöld;2024;
Norra;Totalt antal brott;2024;40
Södra;Narkotikabrott;kv 1 2024;1 003
Södra;Narkotikabrott;vecka 3 2024;4
Södra;Rymdbrott;2024;4,5
Södra;Rymdbrott;2024;6
Okänd;Narkotikabrott;2024;4
`,
    );
    const { outcome, collector, notes } = await importFile(database, 'area-counts', path);
    expect(outcome.counts).toEqual({ read: 10, new: 6, changed: 0, same: 0, gone: 0, refused: 3 });
    expect(collector.shown).toEqual([
      { row: 8, field: 'period', value: 'vecka 3 2024', reason: 'not_a_period' },
      { row: 9, field: 'count', value: '4,5', reason: 'not_a_number' },
      { row: 11, field: 'area', value: 'Okänd', reason: 'unknown_area' },
    ]);
    const whole = { from: '2024-01-01', to: '2024-12-31' };
    expect(await counts('brott')).toEqual([
      { area: '0101', category: 'property', word: 'Cykelstöld', ...whole, count: null, status: 'missing' },
      { area: '0101', category: 'property', word: 'Klotter', ...whole, count: 0, status: 'published' },
      { area: '0101', category: 'drug', word: 'Narkotikabrott', ...whole, count: 12, status: 'published' },
      { area: '0101', category: 'violence', word: 'Våldsbrott', ...whole, count: null, status: 'withheld' },
      {
        area: '0102',
        category: 'drug',
        word: 'Narkotikabrott',
        from: '2024-01-01',
        to: '2024-03-31',
        count: 1003,
        status: 'published',
      },
      { area: '0102', category: 'other', word: 'Rymdbrott', ...whole, count: 6, status: 'published' },
    ]);
    expect(notes.get('blanks')).toEqual({ withheld: 1, missing: 1, zero: 1 });
    expect(notes.get('sums_aside')).toEqual({ rows: 1 });
    expect(notes.get('unknown_categories')).toEqual({ rows: 1, names: 'Rymdbrott (1)' });
    expect(await crimeSource('brott')).toEqual([
      {
        what: 'recorded_crime',
        grain: 'area',
        time_grain: 'year',
        period_from: '2024-01-01',
        period_to: '2024-12-31',
        share: null,
      },
    ]);
  });

  it('is readable by the deriver alone: no signed-in viewer can ask for the small counts', async () => {
    const asked = (role: 'analyst' | 'planner') =>
      database.gate.as({ role, accountId: null, usesClearance: false }, (tx) =>
        tx.query(sql`select count(*)::int as n from app.area_count`),
      );
    await expect(asked('analyst')).rejects.toThrow();
    await expect(asked('planner')).rejects.toThrow();
    const [row] = await database.gate.service('deriver', (tx) =>
      tx.query<{ n: number }>(sql`select count(*)::int as n from app.area_count`),
    );
    expect(row?.n).toBeGreaterThan(0);
  });

  it('reads one column a year, with the category in a column, in the heading or for the whole file', async () => {
    const column = fileOf('kolumn.csv', 'Område,Brott,2023,2024\nNorra,Narkotikabrott,5,..\nSödra,Rån,1,2\n');
    await importFile(database, 'area-counts', column);
    expect((await counts('kolumn')).map((row) => Object.values(row))).toEqual([
      ['0101', 'drug', 'Narkotikabrott', '2023-01-01', '2023-12-31', 5, 'published'],
      ['0101', 'drug', 'Narkotikabrott', '2024-01-01', '2024-12-31', null, 'withheld'],
      ['0102', 'violence', 'Rån', '2023-01-01', '2023-12-31', 1, 'published'],
      ['0102', 'violence', 'Rån', '2024-01-01', '2024-12-31', 2, 'published'],
    ]);
    const heading = fileOf('rubrik.csv', 'Område,2023 Rån,2024 Rån,2024 Cykelstöld\nNorra,1,2,3\n');
    await importFile(database, 'area-counts', heading);
    expect((await counts('rubrik')).map((row) => Object.values(row).slice(0, 6))).toEqual([
      ['0101', 'violence', 'Rån', '2023-01-01', '2023-12-31', 1],
      ['0101', 'property', 'Cykelstöld', '2024-01-01', '2024-12-31', 3],
      ['0101', 'violence', 'Rån', '2024-01-01', '2024-12-31', 2],
    ]);
    const whole = fileOf('hela.csv', 'Område,2023,2024\nNorra,7,8\n');
    await importFile(database, 'area-counts', whole, 'category=drug', 'what=own_incidents');
    expect((await counts('hela')).map((row) => Object.values(row).slice(1, 6))).toEqual([
      ['drug', 'drug', '2023-01-01', '2023-12-31', 7],
      ['drug', 'drug', '2024-01-01', '2024-12-31', 8],
    ]);
    expect(await crimeSource('hela')).toMatchObject([{ what: 'own_incidents', time_grain: 'year' }]);
  });

  it('reads one column a category, with the year for the whole file', async () => {
    const path = fileOf(
      'kategorier.csv',
      'Område;Narkotikabrott;Våldsbrott;Totalt;Anmärkning\nNorra;3;4;7;x\nSödra;..;;9;\nMalmö totalt;3;4;16;\n',
    );
    const { notes } = await importFile(database, 'area-counts', path, 'year=2024');
    expect((await counts('kategorier')).map((row) => Object.values(row))).toEqual([
      ['0101', 'drug', 'Narkotikabrott', '2024-01-01', '2024-12-31', 3, 'published'],
      ['0101', 'violence', 'Våldsbrott', '2024-01-01', '2024-12-31', 4, 'published'],
      ['0102', 'drug', 'Narkotikabrott', '2024-01-01', '2024-12-31', null, 'withheld'],
      ['0102', 'violence', 'Våldsbrott', '2024-01-01', '2024-12-31', null, 'missing'],
    ]);
    expect(notes.get('wide')).toEqual({ columns: 'Narkotikabrott, Våldsbrott, Totalt' });
    expect(notes.get('wholes_aside')).toMatchObject({ names: 'Malmö totalt' });
  });

  it('asks for what it cannot find', async () => {
    const without = fileOf('utan.csv', 'Område;Brottstyp;Antal\nNorra;Rån;3\n');
    await expect(importFile(database, 'area-counts', without)).rejects.toMatchObject({
      code: 'column_needed',
      detail: { field: 'period' },
    });
    await expect(importFile(database, 'area-counts', without, 'year=2024', 'set=fel')).rejects.toMatchObject({
      code: 'no_such_area_set',
    });
  });

  const bra = realFile('survey/bra_anmalda_brott_boden_2026-08_excerpt.csv');
  it.skipIf(bra.isMissing)('reads Brå’s own table so that its parts make its total (REAL_DATA)', async () => {
    const boden = geojson([[{ kod: '2582', namn: 'Boden' }, square(21.6, 65.8)]]);
    await importFile(database, 'areas', fileOf('kommuner.geojson', boden), 'set=kommuner', 'areas=municipality');
    const { outcome } = await importFile(database, 'area-counts', bra.path, 'set=kommuner', 'source=bra');
    expect(outcome.counts.refused).toBe(0);
    const rows = (await counts('bra')) as {
      area: string;
      category: string;
      word: string;
      count: number;
      from: string;
    }[];
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(225);
    expect(new Set(rows.map(({ area, from }) => `${area} ${from}`))).toEqual(new Set(['2582 2026-08-01']));
    const by = (part: string) => rows.find(({ word }) => word.endsWith(part));
    expect(by('därav biltillgrepp')).toMatchObject({ category: 'vehicle', count: 3 });
    expect(by('narkotikastrafflagen')).toMatchObject({ category: 'drug', count: 10 });
    expect(by('8 kap. Stöld, rån m.m., övrigt')).toMatchObject({ category: 'property', count: 39 });
    expect(await crimeSource('bra')).toMatchObject([{ time_grain: 'month', period_to: '2026-08-31' }]);
  });
});
