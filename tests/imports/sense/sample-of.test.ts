import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { describe, expect, it } from 'vitest';
import { boxAround } from '../../../server/core/geometry/box.ts';
import type { Box, Position } from '../../../server/core/position.ts';
import { fromLonLat } from '../../../server/core/projection/sweref99tm.ts';
import { fromMetresTo } from '../../../server/imports/crs.ts';
import { findTraps } from '../../../server/imports/sense/find-traps.ts';
import { sampleOf, type Understanding } from '../../../server/imports/sense/sample-of.ts';
import { realFile } from '../import-file.ts';

const here: Position = [674_000, 6_580_000];
const told: Understanding = {
  fields: { lon: 0, lat: 1 },
  epsg: null,
  swapAxes: null,
  expected: boxAround(here, 15_000),
  timeZone: 'Europe/Stockholm',
};
const table = (...rows: string[][]) => ({ header: ['x', 'y'], wktColumn: null, rows, firstRow: 2 });
const written = (epsg: number) => fromMetresTo(epsg)(here).map((value) => value.toFixed(2));

describe('a sample', () => {
  it('has positions from columns of numbers, the system found by the ground', () => {
    const sample = sampleOf(table(written(3011), ['', '']), told);
    expect(sample).toMatchObject({ epsg: 3011, isNorthFirst: false, positions: [expect.any(Array), null] });
    expect(findTraps(sample)).toEqual([]);
  });

  it('takes the likeliest system when several fit, and says so', () => {
    const found = findTraps(sampleOf(table(written(3011)), { ...told, expected: null }));
    expect(found).toMatchObject([{ code: 'crs_undecided', severity: 'stop', proposal: { swapAxes: false } }]);
    expect(found[0]?.values['candidates']).toContain('3011');
  });

  it('puts the shapes of a geo file back into their own system', () => {
    // A layer in degrees whose axes lie crossed: GDAL made metres of longitude 59, latitude 18.
    const [east, north] = fromLonLat([59.33, 18.07]);
    const shapes = { header: ['geom'], wktColumn: 0, rows: [[`POINT (${east} ${north})`]], firstRow: 1 };
    const sample = sampleOf(shapes, { ...told, fields: {}, epsg: 4326 });
    expect(sample.pairs[0]?.[0]).toBeCloseTo(59.33, 6);
    expect(findTraps(sample)).toMatchObject([{ code: 'swapped_axes', proposal: { swapAxes: true } }]);
  });

  it('has no positions without columns for them', () => {
    expect(sampleOf(table(['a', 'b']), { ...told, fields: {} })).toMatchObject({
      epsg: null,
      positions: [],
      pairs: [],
    });
  });
});

/** The first rows of a real file, gzip or not. */
async function rowsOf(path: string, count: number, delimiter = ','): Promise<string[][]> {
  const bytes = createReadStream(path);
  const text = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const rows: string[][] = [];
  for await (const row of text.pipe(parse({ delimiter, to: count }))) rows.push(row as string[]);
  return rows;
}

describe('traps in real files (REAL_DATA)', () => {
  const england: Box = [-1_500_000, 5_600_000, -200_000, 6_900_000];
  const files = [
    [
      'incidents/polisen_events.csv.gz',
      { time: 1, category: 2, lat: 6, lon: 7 },
      null,
      90_000,
      ['stacked_midpoints', 'class_may_hold_sensitive'],
    ],
    ['incidents/houston_2010_crime.csv.gz', { time: 0, hour: 2 }, null, 5000, ['utc_other_zone']],
    ['incidents/lancashire_asb.tab', { time: 0, lon: 1, lat: 2 }, england, 60_000, ['months_not_days']],
    ['cameras/paris_prefecture_2019.csv', { key: 1, from: 4 }, null, 800, ['two_digit_years']],
    [
      'incidents/2019-01-cleveland-street.raw.csv',
      { time: 1, lon: 4, lat: 5, category: 9 },
      england,
      8000,
      ['class_may_hold_sensitive'],
    ],
  ] as const;
  for (const [path, fields, expected, count, codes] of files) {
    const file = realFile(path);
    it.skipIf(file.isMissing)(path, async () => {
      const delimiter = path.endsWith('.tab') ? '\t' : path.includes('paris') ? ';' : ',';
      const [header = [], ...rows] = await rowsOf(file.path, count, delimiter);
      const sample = sampleOf({ header, wktColumn: null, rows, firstRow: 2 }, { ...told, fields, expected });
      expect(findTraps(sample).map(({ code }) => code)).toEqual(codes);
    });
  }
});
