import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, importFile } from './import-file.ts';
import { asker } from './kinds-town.ts';
import { writeWithGdal } from './write-with-gdal.ts';

describeOnBothEngines('importing counts by square', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());
  const squares = (source: string) =>
    asker(database)<Record<string, unknown>>(sql`
      select c.east_m as east, c.north_m as north, c.size_m as size, c.category, c.period_from as "from", c.count, c.status
      from app.square_count c join app.source s on s.id = c.source_id where s.name = ${source}
      order by c.north_m, c.east_m, c.source_category collate "C", c.period_from`).then((rows) =>
      rows.map((row) => Object.values(row).join(' ').trim()),
    );

  it('reads SCB’s names of squares, finds their size and keeps ".." as withheld', async () => {
    const path = fileOf(
      'rutor.csv',
      `Ruta;Brottstyp;År;Antal
5300006580000;Narkotikabrott;2024;12
5302506580000;Narkotikabrott;2024;..
5300006580250;Skadegörelse;2024;–
5300006580250;Rån;2024;
5300016580000;Rån;2024;3
abc;Rån;2024;3
;Rån;2024;3
`,
    );
    const { outcome, collector, notes } = await importFile(database, 'square-counts', path, 'size=250');
    expect(outcome.counts).toEqual({ read: 7, new: 4, changed: 0, same: 0, gone: 0, refused: 3 });
    expect(collector.shown).toEqual([
      { row: 6, field: 'square', value: '5300016580000', reason: 'not_on_grid' },
      { row: 7, field: 'square', value: 'abc', reason: 'not_a_square' },
      { row: 8, field: 'square', value: '', reason: 'missing' },
    ]);
    expect((await squares('rutor')).toSorted()).toEqual([
      '530000 6580000 250 drug 2024-01-01 12 published',
      '530000 6580250 250 property 2024-01-01 0 published',
      '530000 6580250 250 violence 2024-01-01  missing',
      '530250 6580000 250 drug 2024-01-01  withheld',
    ]);
    expect(notes.get('blanks')).toEqual({ withheld: 1, missing: 1, zero: 1 });
    expect(
      await asker(database)(sql`select what, grain, time_grain, period_from, period_to from app.crime_source`),
    ).toEqual([
      {
        what: 'recorded_crime',
        grain: 'square',
        time_grain: 'year',
        period_from: '2024-01-01',
        period_to: '2024-12-31',
      },
    ]);
  });

  it('reads corners with a size of their own, one column a year, and months that fill a year', async () => {
    const wide = fileOf(
      'horn.csv',
      'Ost,Nord,Storlek,2023,2024\n530000,6580000,500,4,..\n531000,6581000,1 km,7,8\n531000,6581000,300,7,8\n530250,6580000,500,1,1\n',
    );
    const { collector } = await importFile(database, 'square-counts', wide, 'category=vehicle', 'what=own_incidents');
    expect(collector.shown.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [4, 'size', 'not_a_choice'],
      [5, 'square', 'not_on_grid'],
    ]);
    expect(await squares('horn')).toEqual([
      '530000 6580000 500 vehicle 2023-01-01 4 published',
      '530000 6580000 500 vehicle 2024-01-01  withheld',
      '531000 6581000 1000 vehicle 2023-01-01 7 published',
      '531000 6581000 1000 vehicle 2024-01-01 8 published',
    ]);
    const quarters = fileOf(
      'kvartal.csv',
      `Ruta,Period,Antal\n${['2024', 'kv 1 2024', 'kv 2 2024', 'kv 3 2024', 'kv 4 2024'].map((period, n) => `5300006580000,${period},${n || 10}`).join('\n')}\n`,
    );
    const { notes } = await importFile(database, 'square-counts', quarters);
    expect(notes.get('nested_periods')).toEqual({ rows: 1 });
    expect(notes.get('square_size')).toEqual({ size: 10_000 });
    expect(await squares('kvartal')).toHaveLength(4);
  });

  it('reads squares by their outlines, and puts sums of categories aside', async () => {
    const ring = (e: number, n: number, size: number) => [
      [
        [e, n],
        [e + size, n],
        [e + size, n + size],
        [e, n + size],
        [e, n],
      ],
    ];
    const geojson = JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } },
      features: [
        [530000, 6580000, 250, 'Rån', 6],
        [530000, 6580000, 250, 'Totalt antal brott', 9],
        [530250, 6580000, 100, 'Rån', 2],
        [531000, 6580000, 250, 'Rån', 3],
      ].map(([e, n, size, brott, antal]) => ({
        type: 'Feature',
        properties: { brott, antal },
        geometry: { type: 'Polygon', coordinates: ring(e as number, n as number, size as number) },
      })),
    });
    const path = writeWithGdal(geojson, [
      { file: 'rutnat.gpkg', driver: 'GPKG', options: ['-a_srs', 'EPSG:3006'] },
    ]).get('rutnat.gpkg');
    const { notes, collector } = await importFile(database, 'square-counts', path ?? '', 'year=2025');
    expect(notes.get('sums_aside')).toEqual({ rows: 1 });
    expect(collector.shown).toMatchObject([{ field: 'square', reason: 'not_on_grid' }]);
    expect(await squares('rutnat')).toEqual([
      '530000 6580000 250 violence 2025-01-01 6 published',
      '531000 6580000 250 violence 2025-01-01 3 published',
    ]);
  });
});
