import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportNote } from '#core/wire/imports.ts';
import { sql } from '../../../server/db/sql.ts';
import { appOn } from '../../helpers/app.ts';
import { openDatabase, type TestDatabase } from '../../helpers/engines.ts';
import { loadFixture } from '../../helpers/fixture.ts';
import { importsAs } from '../../helpers/imports.ts';
import { fileOf, geojson, importFile, realFile, square } from '../import-file.ts';
import { asker } from '../kinds-town.ts';
import { read } from '../readers/read.ts';
import { saidOf } from '../said.ts';

// Real files with the faults that real files have; REAL_DATA names their folder, and without it they are skipped.
const london = realFile('survey/london_lsoa_deprivation.xlsx');
const houston = realFile('incidents/houston_2010_crime.csv.gz');
const paris = realFile('cameras/paris_prefecture_2019.csv');
const malmo = ['malmo_delomraden_epsg3008.gpkg', 'malmo_delomraden.geojson'].map((name) => realFile(`areas/${name}`));

let database: TestDatabase;
beforeAll(async () => void (database = await openDatabase('postgres')));
afterAll(() => database.close());

it.skipIf(malmo.some(({ isMissing }) => isMissing))(
  'Malmö’s areas are the same to the centimetre from EPSG:3008 and from degrees (REAL_DATA)',
  async () => {
    for (const [order, { path }] of malmo.entries()) await importFile(database, 'areas', path, `set=malmo${order}`);
    // The degrees are written with six decimals, up to 6 cm off: the other outlines are given as few before they are held to them.
    const apart = await asker(database)<{ code: string; apart_m: number | null; same_name: boolean }>(sql`
      select a.code, st_hausdorffdistance(st_transform(st_snaptogrid(st_transform(a.geom, 4326), 1e-6), 3006), b.geom) as apart_m, a.name = b.name as same_name
      from app.area a join app.area_set s on s.id = a.area_set_id and s.code = 'malmo0'
      left join (app.area b join app.area_set t on t.id = b.area_set_id and t.code = 'malmo1') on b.code = a.code`);
    expect(apart).toHaveLength(136);
    expect(apart.filter(({ apart_m, same_name }) => apart_m === null || apart_m > 0.01 || !same_name)).toEqual([]);
  },
);

it.skipIf(paris.isMissing)('Paris’s register loses no row silently (REAL_DATA)', async () => {
  const { outcome, collector } = await importFile(database, 'cameras', paris.path);
  const kept = await asker(database)<{ n: number }>(sql`select count(*)::int as n from secret.camera`);
  const { read: rows, refused } = outcome.counts;
  expect(rows).toBe((await read(paris.path)).rows.length);
  expect((kept[0]?.n ?? 0) + refused).toBe(rows);
  expect(collector.shown.filter(({ reason }) => !reason)).toEqual([]);
});

it.skipIf(london.isMissing)(
  'London’s index is read per area from one column of a wide workbook (REAL_DATA)',
  async () => {
    const { header, rows } = await read(london.path, { layer: 'IMD 2019' });
    const [code, score] = ['LSOA code (2011)', 'Crime Score'].map((name) => header.indexOf(name));
    const codes = rows.map((row) => row[code ?? 0] ?? '');
    // The workbook has no borders: squares stand in for them, a code each.
    const outline = (order: number) => square(15 + (order % 70) * 0.001, 59 + Math.floor(order / 70) * 0.001, 0.001);
    const areas = geojson(codes.map((kod, order) => [{ kod, namn: `Område ${kod}` }, outline(order)] as const));
    await importFile(database, 'areas', fileOf('lsoa.geojson', areas), 'set=lsoa');
    const said = [
      'layer=IMD 2019',
      'year=2019',
      'measure=INDEX',
      'area=LSOA code (2011)',
      `value=${header[score ?? 0]}`,
    ];
    const { outcome } = await importFile(database, 'survey', london.path, 'set=lsoa', ...said);
    expect(outcome.counts).toMatchObject({ read: 4835, new: 4835, refused: 0 });
    const stored = await asker(database)<{ code: string; value: number }>(sql`
    select area_code as code, value::double precision as value from app.survey_value order by area_code`);
    const wanted = rows.map((row) => ({
      code: row[code ?? 0] ?? '',
      value: Math.round(Number(row[score ?? 0]) * 100) / 100 || 0,
    }));
    expect(stored).toEqual(wanted.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
  },
);

it.skipIf(houston.isMissing)(
  'Houston’s own hours tell its zone, and the zone gives them back (REAL_DATA)',
  async () => {
    const fresh = await openDatabase('postgres');
    await loadFixture(fresh.gate, fresh.clock);
    const app = await appOn(fresh);
    const analyst = importsAs(app, 'analyst');
    try {
      const columns = { time: 'time', hour: 'hour', category: 'offense' };
      const settings = { kind: 'incidents' as const, mapping: columns };
      const job = await analyst.begin('houston.csv.gz', readFileSync(houston.path), settings);
      const utc = (await analyst.describe(job.id)).findings.find(({ code }) => code === 'utc_other_zone');
      expect(utc?.proposal).toEqual({ options: { timezone: 'America/Chicago' } });
      expect(saidOf('findings', utc as ImportNote)).toBe(
        'Tiderna i ”time” är i UTC, och filens egna timmar visar att platsen har tidszonen America/Chicago.',
      );

      // Houston lies outside the map, so its rows are put where they can be kept: a metre from one another in the town.
      const { header, rows } = await read(houston.path);
      // Without the hour that the clocks skipped that night, which nine of the rows stand in.
      const some = rows.filter(
        (row, order) => order % 20 === 0 && !(row.includes('3/14/2010') && row[header.indexOf('hour')] === '2'),
      );
      const at = (name: string, row: readonly string[]) => row[header.indexOf(name)] ?? '';
      const moved = some.map(
        (row, order) =>
          `${at('time', row)};burglary of vehicle;${540_000 + (order % 700)};${6_580_000 + Math.floor(order / 7)}`,
      );
      const begun = await analyst.begin('flyttad.csv', `time;offense;E;N\n${moved.join('\n')}\n`, {
        ...settings,
        crs: 3006,
        mapping: { time: 'time', category: 'offense' },
        ...utc?.proposal,
      });
      expect(await analyst.read(begun.id)).toMatchObject({ state: 'ready', counts: { new: some.length, refused: 0 } });
      const stored = await asker(fresh)<{ hour: number; n: number }>(
        sql`select hour, count(*)::int as n from secret.incident group by hour order by hour`,
      );
      const wanted = new Map<number, number>();
      for (const row of some) wanted.set(Number(at('hour', row)), (wanted.get(Number(at('hour', row))) ?? 0) + 1);
      expect(stored).toEqual([...wanted].map(([hour, n]) => ({ hour, n })).toSorted((a, b) => a.hour - b.hour));
    } finally {
      await app.close();
      await fresh.close();
    }
  },
);
