import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { areaFigures } from '../../server/reports/area-figures.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, geojson, importFile, square } from './import-file.ts';
import { asker } from './kinds-town.ts';

/** A district that was split at the turn of 2023: its old code goes on in the western half. */
const split = geojson([
  [
    { kod: '0102', namn: 'Hamnen', befolkning: 1000, giltig_från: null, giltig_till: '2023-12-31' },
    square(15, 59, 0.2),
  ],
  [{ kod: '0102', namn: 'Hamnen', befolkning: 600, giltig_från: '2024-01-01', giltig_till: null }, square(15, 59, 0.1)],
  [
    { kod: '0103', namn: 'Nya Hamnen', befolkning: 400, giltig_från: '2024-01-01', giltig_till: null },
    square(15.1, 59, 0.1),
  ],
]);

describeOnBothEngines('areas that change in time', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await importFile(database, 'areas', fileOf('delar.geojson', split), 'set=delar');
    await importFile(
      database,
      'population',
      fileOf('folk.csv', 'Kod;2022;2024\n0102;1010;610\n0103;;405\n'),
      'set=delar',
    );
    const counts = 'Kod;Brottstyp;År;Antal\n0102;Rån;2022;20\n0102;Rån;2024;11\n0103;Rån;2024;9\n';
    await importFile(database, 'area-counts', fileOf('tabell.csv', counts), 'set=delar');
    const survey = 'Område;År;Samlat problemindex\n0102;2022;2,4\n0102;2024;2,2\n0103;2024;1,9\n';
    await importFile(database, 'survey', fileOf('matning.csv', survey), 'set=delar');
  });
  afterAll(() => database.close());
  const areas = () =>
    asker(database)<{ id: number; code: string; from: string | null }>(
      sql`select id, code, valid_from as "from" from app.area order by code, valid_from nulls first`,
    );

  it('keep a code for two borders, each with its own years of survey, counts and people', async () => {
    const found = await areas();
    expect(found.map(({ code, from }) => [code, from])).toEqual([
      ['0102', null],
      ['0102', '2024-01-01'],
      ['0103', '2024-01-01'],
    ]);
    const viewer = { role: 'analyst', accountId: null, usesClearance: false } as const;
    const told = async (id: number) => {
      const { summary } = (await areaFigures(database.gate, viewer, id))!;
      return {
        survey: summary.survey.flatMap(({ series }) => series.map(({ year, value }) => [year, value])),
        counts: summary.crime.flatMap((source) =>
          source.counts.flatMap(({ byYear }) => byYear.map(({ year, count }) => [year, count])),
        ),
        people: [summary.area.population, summary.area.populationYear],
      };
    };
    expect(await Promise.all(found.map(({ id }) => told(id)))).toEqual([
      { survey: [[2022, 2.4]], counts: [[2022, 20]], people: [1010, 2022] },
      { survey: [[2024, 2.2]], counts: [[2024, 11]], people: [610, 2024] },
      { survey: [[2024, 1.9]], counts: [[2024, 9]], people: [405, 2024] },
    ]);
  });

  it('keep their numbers from one file to the next, and refuse two names under one code and day', async () => {
    const before = await areas();
    const doubled = JSON.parse(split) as { features: { properties: { namn: string } }[] };
    doubled.features.push({
      ...doubled.features[1]!,
      properties: { ...doubled.features[1]!.properties, namn: 'Någon annan' },
    });
    const { outcome, collector } = await importFile(
      database,
      'areas',
      fileOf('delar.geojson', JSON.stringify(doubled)),
      'set=delar',
    );
    expect(outcome.counts).toMatchObject({ new: 0, changed: 0, same: 3, gone: 0, refused: 1 });
    expect(collector.shown).toMatchObject([{ field: 'code', value: '0102', reason: 'duplicate' }]);
    expect(await areas()).toEqual(before);
  });
});
