import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { ImportFault } from '../../server/imports/fault.ts';
import { readTable } from '../../server/imports/readers/read-table.ts';
import { fileOf, geojson, square } from './import-file.ts';
import { writeWithGdal } from './write-with-gdal.ts';

async function read(path: string, options: Record<string, string> = {}) {
  const table = await readTable(path, new Map(Object.entries(options)));
  const rows: (readonly string[])[] = [];
  try {
    for await (const chunk of table.chunks()) rows.push(...chunk.rows);
    return { header: table.header, format: table.format, rows };
  } finally {
    await table.close();
  }
}

const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing wrong',
    (error: unknown) => (error instanceof ImportFault ? error.code : error),
  );

describe('delimited text', () => {
  it.each([
    [';', 'a;b\n1,5;"x;y"\n', [['1,5', 'x;y']]],
    [',', 'a,b\n1,"x, y"\n', [['1', 'x, y']]],
    ['tab', 'a\tb\n1\t2 "inches"\n', [['1', '2 "inches"']]],
  ])('parted by %s', async (name, text, rows) => {
    expect(await read(fileOf('t.csv', text))).toEqual({ header: ['a', 'b'], format: `CSV (${name}) UTF-8`, rows });
  });

  it('in UTF-8 with and without mark, in ISO-8859-1 and in UTF-16', async () => {
    const text = 'plats;år\nMöllevången;2024\n';
    const latin = Buffer.from(text, 'latin1');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const [bytes, encoding] of [
      [Buffer.from(text), 'UTF-8'],
      [Buffer.from(`\ufeff${text}`), 'UTF-8'],
      [latin, 'ISO-8859-1'],
      [wide, 'UTF-16'],
    ] as const)
      expect(await read(fileOf('t.csv', bytes))).toEqual({
        header: ['plats', 'år'],
        format: `CSV (;) ${encoding}`,
        rows: [['Möllevången', '2024']],
      });
  });

  it('finds the encoding even when the first letter outside ASCII comes late, and a letter may be cut by a chunk', async () => {
    const ascii = `a;b\n${'x;1\n'.repeat(200_000)}`;
    expect((await read(fileOf('t.csv', Buffer.from(`${ascii}ö;2\n`, 'latin1')))).rows.at(-1)).toEqual(['ö', '2']);
    const swedish = `a;b\n${'åäö;1\n'.repeat(200_000)}`;
    const result = await read(fileOf('t.csv', swedish));
    expect(result.format).toBe('CSV (;) UTF-8');
    expect(result.rows.every(([word]) => word === 'åäö')).toBe(true);
  });

  it('packed with gzip, whatever it is called', async () => {
    expect((await read(fileOf('t.csv', gzipSync('a,b\n1,2\n')))).rows).toEqual([['1', '2']]);
  });

  it('says so when it is cut off, empty, without headings or with an open quote', async () => {
    const whole = gzipSync(`a,b\n${Array.from({ length: 50_000 }, (_, n) => `${n},${n * 7}`).join('\n')}\n`);
    expect(await faultOf(read(fileOf('t.csv.gz', whole.subarray(0, whole.length - 1000))))).toBe('truncated');
    expect(await faultOf(read(fileOf('t.csv', '')))).toBe('no_rows');
    expect(await faultOf(read(fileOf('t.csv', '1,2\n3,4\n')))).toBe('no_header');
    expect(await faultOf(read(fileOf('t.csv', 'a,b\n1,"2\n3,4\n')))).toBe('unclosed_quote');
  });
});

describe('what GDAL reads', () => {
  const source = geojson([
    [{ kod: '01', namn: 'Östra', antal: 3 }, square(15, 59)],
    [{ kod: '02', namn: 'Västra', antal: 4 }, square(15.1, 59)],
  ]);
  let made: ReadonlyMap<string, string>;
  beforeAll(() => {
    made = writeWithGdal(source, [
      { file: 'plain.gpkg', driver: 'GPKG' },
      { file: 'zone.gpkg', driver: 'GPKG', options: ['-t_srs', 'EPSG:3008'] },
      { file: 'two.gpkg', driver: 'GPKG', layers: ['one', 'two'] },
      { file: 'plain.fgb', driver: 'FlatGeobuf' },
      { file: 'plain.geojson', driver: 'GeoJSON' },
      { file: 'plain.shp', driver: 'ESRI Shapefile', options: ['-lco', 'ENCODING=UTF-8'] },
      { file: 'plain.kml', driver: 'KML' },
      { file: 'plain.xlsx', driver: 'XLSX', options: ['-select', 'kod,antal'] },
    ]);
  });
  const path = (file: string) => made.get(file) ?? '';

  it.each(['plain.gpkg', 'zone.gpkg', 'plain.fgb', 'plain.geojson', 'plain.shp', 'plain.zip', 'plain.kml'])(
    '%s comes out in SWEREF 99 TM',
    async (file) => {
      const { header, rows } = await read(path(file));
      expect(rows).toHaveLength(2);
      // FlatGeobuf puts its features in an order of its own.
      const west = Math.min(...rows.map(([wkt]) => Number(/\(+(\S+) \S+,/.exec(wkt ?? '')?.[1])));
      expect(west).toBeCloseTo(500_000, 0);
      expect(rows.every(([wkt]) => /^(MULTI)?POLYGON/.test(wkt ?? ''))).toBe(true);
      if (file !== 'plain.kml')
        expect(rows.map((row) => row[header.indexOf('namn')]).toSorted()).toEqual(['Västra', 'Östra']);
    },
  );

  it('XLSX comes out as text', async () => {
    expect(await read(path('plain.xlsx'))).toMatchObject({
      header: ['kod', 'antal'],
      rows: [
        ['01', '3'],
        ['02', '4'],
      ],
    });
  });

  it('says so when it is damaged, unknown or cut off', async () => {
    const bytes = readFileSync(path('plain.gpkg'));
    expect(await faultOf(read(fileOf('t.gpkg', bytes.subarray(0, 50_000))))).toBe('truncated');
    expect(await faultOf(read(fileOf('t.gpkg', 'no package')))).toBe('unread_format');
    expect(await faultOf(read(fileOf('t.geojson', source.slice(0, -40))))).toBe('truncated');
    expect(await faultOf(read(fileOf('t.bin', Buffer.from([0, 1, 2, 3]))))).toBe('unread_format');
  });

  it('leaves no folder of its own behind, and removes those of processes that were killed', async () => {
    const dead = join(tmpdir(), 'kamerapunkt-import-999999999-x');
    mkdirSync(dead, { recursive: true });
    await read(path('plain.kml'));
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith(`kamerapunkt-import-${process.pid}-`));
    expect([existsSync(dead), left]).toEqual([false, []]);
  });

  it('asks which layer when there are several', async () => {
    expect(await faultOf(read(path('two.gpkg')))).toBe('several_layers');
    expect((await read(path('two.gpkg'), { layer: 'two' })).rows).toHaveLength(2);
    expect(await faultOf(read(path('two.gpkg'), { layer: 'three' }))).toBe('no_such_layer');
  });

  it('needs to be told the system of a shapefile that does not say it', async () => {
    const bare = fileOf('bare.zip', zipWithoutPrj(path('plain.zip')));
    expect(await faultOf(read(bare))).toBe('no_crs');
    expect((await read(bare, { crs: '4326' })).rows).toHaveLength(2);
  });
});

function zipWithoutPrj(path: string): Uint8Array {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  return zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.endsWith('.prj'))));
}
