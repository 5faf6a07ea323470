import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headingParts } from '../../server/imports/survey-headings.ts';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, importFile } from './import-file.ts';
import { asker, importTown } from './kinds-town.ts';
import { workbook } from './workbook.ts';

describe('headings of wide tables', () => {
  it.each([
    ['2024', '2024-01-01', ''],
    ['Folkmängd 2024', '2024-01-01', 'Folkmängd'],
    ['2024 Problemindex', '2024-01-01', 'Problemindex'],
    ['Problemindex (2024)', '2024-01-01', 'Problemindex'],
    ['index_2024', '2024-01-01', 'index'],
    ['pop2024', '2024-01-01', 'pop'],
    ['Antal kv 2 2025', '2025-04-01', 'Antal'],
    ['Index, 2024', '2024-01-01', 'Index'],
  ])('%s', (heading, from, words) => {
    const parts = headingParts(heading);
    expect([parts.period?.from, parts.words]).toEqual([from, words]);
  });

  it('takes other figures for words', () => {
    for (const heading of ['Index 0-6', 'Rad 1200', 'Skala 1-5', 'Område'])
      expect(headingParts(heading).period).toBeNull();
  });
});

describeOnBothEngines('importing wide surveys', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await importTown(database);
  });
  afterAll(() => database.close());
  const values = (source: string) =>
    asker(database)<object>(sql`
      select coalesce(v.area_code, v.comparison_unit) as unit, v.indicator, v.year, v.value, v.status
      from app.survey_value v join app.source s on s.id = v.source_id where s.name = ${source}
      order by v.year, v.indicator, coalesce(v.area_code, v.comparison_unit) collate "C"`).then((rows) =>
      rows.map((row) =>
        Object.values(row)
          .map((value) => value ?? '')
          .join(' '),
      ),
    );

  it('reads one column a question, with the year in a column or for the whole file', async () => {
    const path = fileOf(
      'fragor.csv',
      'Område;År;Samlat problemindex;Nedskräpning;Antal svar;Anm\nNorra;2023;2,13;..;120;x\nSödra;2023;1,9;2,4;80;\nMalmö totalt;2023;2;2,2;900;\n',
    );
    const { outcome, notes } = await importFile(database, 'survey', path);
    expect(outcome.counts).toMatchObject({ read: 3, new: 6, refused: 0 });
    expect(notes.get('wide')).toEqual({ columns: 'Samlat problemindex, Nedskräpning' });
    expect(await values('fragor')).toEqual([
      '0101 littering 2023  too_few',
      '0102 littering 2023 2.4 published',
      'Malmö totalt littering 2023 2.2 published',
      '0101 overall 2023 2.13 published',
      '0102 overall 2023 1.9 published',
      'Malmö totalt overall 2023 2 published',
    ]);
    const bare = fileOf('bar.csv', 'Område,Hundar utan koppel\nNorra,1.2\n');
    await importFile(database, 'survey', bare, 'year=2020', 'measure=INDEX_0_6');
    expect(await values('bar')).toEqual(['0101 hundar_utan_koppel 2020 1.2 published']);
  });

  it('reads one column a year', async () => {
    const path = fileOf(
      'ar.csv',
      'Område;Indikator;2010;2011\nNorra;Samlat problemindex;2,5;\nHela kommunen;Samlat problemindex;2,1;2,2\n',
    );
    await importFile(database, 'survey', path);
    expect(await values('ar')).toEqual([
      '0101 overall 2010 2.5 published',
      'Hela kommunen overall 2010 2.1 published',
      '0101 overall 2011  missing',
      'Hela kommunen overall 2011 2.2 published',
    ]);
  });

  it('reads year and question from headings in two rows', async () => {
    const path = fileOf(
      'tvarader.csv',
      'Område;2012;;2013;\n;Samlat problemindex;Nedskräpning;Samlat problemindex;Nedskräpning\nNorra;2,1;2,2;2,3;2,4\nSödra;1,1;1,2;1,3;1,4\n',
    );
    await importFile(database, 'survey', path);
    expect(await values('tvarader')).toEqual([
      '0101 littering 2012 2.2 published',
      '0102 littering 2012 1.2 published',
      '0101 overall 2012 2.1 published',
      '0102 overall 2012 1.1 published',
      '0101 littering 2013 2.4 published',
      '0102 littering 2013 1.4 published',
      '0101 overall 2013 2.3 published',
      '0102 overall 2013 1.3 published',
    ]);
  });

  it('reads every sheet of a workbook with the year in its name, or one of them', async () => {
    const sheet = (value: number) => [
      ['Område', 'Samlat problemindex'],
      ['Norra', value],
      ['Södra', value + 1],
    ];
    const path = fileOf(
      'bok.xlsx',
      workbook({ '2015': sheet(1.5), 'Mätning 2016': sheet(1.6), Läs: [['Läs mig'], ['x']] }),
    );
    const { notes, outcome } = await importFile(database, 'survey', path, 'sheets=all');
    expect(notes.get('sheet_without_year')).toEqual({ sheet: 'Läs' });
    expect(outcome.counts).toMatchObject({ read: 4, new: 4 });
    expect(await values('bok')).toEqual([
      '0101 overall 2015 1.5 published',
      '0102 overall 2015 2.5 published',
      '0101 overall 2016 1.6 published',
      '0102 overall 2016 2.6 published',
    ]);
    await importFile(database, 'survey', path, 'source=en', 'layer=2015', 'year=2007');
    expect(await values('en')).toEqual(['0101 overall 2007 1.5 published', '0102 overall 2007 2.5 published']);
  });

  it('asks for what it cannot find', async () => {
    const path = fileOf('intet.csv', 'Område;Anm\nNorra;x\n');
    await expect(importFile(database, 'survey', path)).rejects.toMatchObject({ code: 'column_needed' });
  });
});
