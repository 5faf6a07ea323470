import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromMetresTo } from '../../../server/imports/crs.ts';
import { readWithGdal } from '../../../server/imports/readers/gdal.ts';
import { fileOf, geojson, square } from '../import-file.ts';
import { lampsAsPbf } from '../osm-pbf.ts';
import { writeWithGdal } from '../write-with-gdal.ts';
import { faultOf, inspect, read } from './read.ts';
import { odsOf, xlsxOf, type Sheet } from './spreadsheets.ts';

const source = geojson([
  [{ områdeskod: '0180', namn: 'Östra', antal: 3 }, square(15, 59)],
  [{ områdeskod: '0181', namn: 'Västra', antal: 4 }, square(15.1, 59)],
]);
const centre = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
let made: ReadonlyMap<string, string>;
beforeAll(() => {
  made = writeWithGdal(source, [
    { file: 'många lager.gpkg', driver: 'GPKG', layers: ['första området', 'Åäö'] },
    { file: 'latin.shp', driver: 'ESRI Shapefile', options: ['-lco', 'ENCODING=ISO-8859-1'] },
    { file: 'unsaid.shp', driver: 'ESRI Shapefile', options: ['-lco', 'ENCODING=UTF-8'] },
    { file: 'zone.shp', driver: 'ESRI Shapefile', options: ['-lco', 'ENCODING=UTF-8', '-t_srs', 'EPSG:3008'] },
    { file: 'plain.kml', driver: 'KML' },
    { file: 'plain.fgb', driver: 'FlatGeobuf', options: ['-t_srs', 'EPSG:3011'] },
    { file: 'plain.tab', driver: 'MapInfo File', options: ['-t_srs', 'EPSG:3006'] },
    { file: 'plain.gml', driver: 'GML', options: ['-t_srs', 'EPSG:3006'] },
  ]);
});
const path = (file: string) => made.get(file) ?? '';
const bytes = (file: string) => new Uint8Array(readFileSync(path(file)));
const zipOf = (name: string, parts: Record<string, Uint8Array>) => fileOf(name, zipSync(parts));
/** The parts of a shapefile that was written, by their new names. */
const shape = (stem: string, as: string, without: readonly string[] = []) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes(`${stem}.zip`)))
      .filter(([name]) => !without.some((ending) => name.endsWith(ending)))
      .map(([name, content]) => [name.replace(stem, as), content]),
  );
const names = ['Västra', 'Östra'];
const column = (found: { header: readonly string[]; rows: readonly (readonly string[])[] }, name: string) =>
  found.rows.map((row) => row[found.header.indexOf(name)] ?? '').toSorted();
/** The westernmost of the corners, SWEREF 99 TM. */
const west = (rows: readonly (readonly string[])[]) =>
  Math.min(...rows.map(([wkt = '']) => Number(/\(+(\S+) \S+,/.exec(wkt)?.[1])));

describe('layers', () => {
  it('of a GeoPackage, with Swedish names in a file with a space', async () => {
    const facts = await inspect(path('många lager.gpkg'));
    expect(facts).toMatchObject({ format: 'GeoPackage', layer: 'första området', headingRow: null });
    expect(facts.layers).toEqual(
      ['första området', 'Åäö'].map((name) => ({ name, rows: 2, geometry: 'polygon', epsg: 4326, crsName: 'WGS 84' })),
    );
    const found = await read(path('många lager.gpkg'), { layer: 'Åäö' });
    expect([column(found, 'namn'), column(found, 'områdeskod')]).toEqual([names, ['0180', '0181']]);
  });

  it('of zipped shapefiles in folders, with their letters', async () => {
    const zip = zipOf('kartor från kommunen.zip', {
      ...shape('latin', 'karta/Söder'),
      ...shape('unsaid', 'karta/Norr', ['.cpg']),
      'karta/läs mig.txt': strToU8('Kartor'),
      '__MACOSX/karta/._Söder.shp': strToU8('x'),
    });
    const facts = await inspect(zip);
    expect(facts.layers.map(({ name }) => name).toSorted()).toEqual(['Norr', 'Söder']);
    expect(await faultOf(read(zip))).toBe('several_layers');
    for (const layer of ['Norr', 'Söder']) expect(column(await read(zip, { layer }), 'namn')).toEqual(names);
  });

  it('of a zip with several files, or with one and a read-me', async () => {
    const table = strToU8('kod;antal\n01;2\n');
    const zip = zipOf('t.zip', { 'a.csv': table, 'under/b.csv': strToU8('x;y\n3;4\n') });
    expect(await faultOf(read(zip))).toBe('several_layers');
    expect((await read(zip, { layer: 'b.csv' })).rows).toEqual([['3', '4']]);
    expect((await inspect(zip)).layers.map(({ name }) => name)).toEqual(['a.csv', 'under/b.csv']);
    const one = zipOf('t.zip', { 'a.csv': table, 'readme.txt': strToU8('x') });
    expect(await read(one)).toMatchObject({ header: ['kod', 'antal'], rows: [['01', '2']] });
    const map = zipOf('t.zip', { 'karta.gpkg': bytes('många lager.gpkg') });
    expect(await faultOf(read(map))).toBe('several_layers');
  });
});

const [east, north] = fromMetresTo(3008)([500_000, 6_540_000]);
const zone3008 = [Math.round(east), Math.round(north)] as const;

describe('coordinates', () => {
  it.each(['plain.fgb', 'plain.kml', 'zone.zip', 'zone.shp', 'plain.tab', 'plain.gml'])(
    'of %s come out in SWEREF 99 TM',
    async (file) => {
      const found = await read(path(file));
      expect(found.rows).toHaveLength(2);
      expect(west(found.rows)).toBeCloseTo(500_000, 0);
    },
  );

  it.each([
    ['EPSG:3006', 500_000, 6_540_000],
    ['urn:ogc:def:crs:EPSG::3006', 500_000, 6_540_000],
    ['urn:ogc:def:crs:EPSG::3008', ...zone3008],
    ['EPSG:3008', ...zone3008],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 15, 58.9997],
  ] as const)('of GeoJSON with the old member crs %s', async (name, x, y) => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name } },
      features: [{ type: 'Feature', properties: { a: 1 }, geometry: centre(x, y) }],
    });
    for (const file of [fileOf('t.geojson', text), fileOf('t.txt', text), fileOf('t.json.gz', gzipSync(text))]) {
      const [[wkt = ''] = []] = (await read(file)).rows;
      const [, east, north] = /POINT \((\S+) (\S+)\)/.exec(wkt) ?? [];
      expect(Math.hypot(Number(east) - 500_000, Number(north) - 6_540_000)).toBeLessThan(50);
    }
    const facts = await inspect(fileOf('t.geojson', text));
    expect(facts.rawSample).toEqual([[x, y]]);
    expect(facts.layers[0]?.epsg).toBe(Number(/\d{4}$/.exec(name)?.[0] ?? 4326));
  });

  it('can be given another system, swapped, or left as they stand', async () => {
    const wrong = geojson([[{ a: '01' }, centre(59, 15)]]);
    const swapped = await read(fileOf('t.geojson', wrong), { swap: 'yes' });
    expect(swapped.rows[0]?.[0]).toMatch(/^POINT \((500000|499999\.99\d*|500000\.0\d*) 6\d{6}/);
    expect(swapped.rows[0]?.[1]).toBe('01');
    expect((await read(fileOf('t.geojson', wrong), { raw: 'yes' })).rows[0]?.[0]).toBe('POINT (59 15)');
    expect((await read(fileOf('t.geojson', wrong), { raw: 'yes', swap: 'yes' })).rows[0]?.[0]).toBe('POINT (15 59)');
    const metres = geojson([[{ a: '01' }, centre(6_540_000, 500_000)]]);
    const both = await read(fileOf('t.geojson', metres), { swap: 'yes', crs: '3006' });
    expect(both.rows[0]?.[0]).toBe('POINT (500000 6540000)');
  });

  it('that the system cannot hold are told, and can still be looked at', async () => {
    const lie = fileOf('t.geojson', geojson([[{ a: '01' }, centre(6_540_000, 500_000)]]));
    expect(await faultOf(read(lie))).toBe('not_in_crs');
    const facts = await inspect(lie);
    expect(facts).toMatchObject({ rawSample: [[6_540_000, 500_000]], notes: [{ code: 'not_in_crs' }] });
    expect(facts.table?.rows).toEqual([['', '01']]);
    expect((await inspect(lie, { crs: '3006', swap: 'yes' })).table?.rows[0]?.[0]).toBe('POINT (500000 6540000)');
    const bare = zipOf('bare.zip', shape('zone', 'zone', ['.prj']));
    expect(await faultOf(read(bare))).toBe('no_crs');
    expect(await inspect(bare)).toMatchObject({
      layers: [{ epsg: null, crsName: null }],
      notes: [{ code: 'crs_unknown' }],
    });
    expect(west((await read(bare, { crs: '3008' })).rows)).toBeCloseTo(500_000, 0);
  });
});

describe('a layer for those who know that GDAL reads it', () => {
  it('is a table that frees its folder', async () => {
    const table = await readWithGdal(path('många lager.gpkg'), { layer: 'Åäö' });
    expect([table.format, table.wktColumn]).toEqual(['GPKG Åäö', 0]);
    await table.close();
  });
});

describe('OpenStreetMap', () => {
  const xml = `<?xml version='1.0'?><osm version="0.6"><node id="1" lat="59" lon="15"><tag k="highway" v="street_lamp"/></node></osm>`;
  it.each([
    ['PBF', 'OSM PBF', 't.osm.pbf', lampsAsPbf(1, 3)],
    ['PBF without its ending', 'OSM PBF', 't.bin', lampsAsPbf(1, 3)],
    ['XML', 'OSM XML', 't.osm', Buffer.from(xml)],
    ['XML packed', 'OSM XML', 't.osm.gz', gzipSync(xml)],
  ])('as %s', async (_, format, name, content) => {
    const facts = await inspect(fileOf(name, content));
    expect(facts).toMatchObject({ format, layer: 'points' });
    expect(facts.table?.rows[0]?.[0]).toMatch(/^POINT \(500\d{3}/);
  });
});

describe('sheets', () => {
  const sheets: readonly Sheet[] = [
    {
      name: 'Mätning å',
      merged: ['C4:E4', 'F4:G4'],
      rows: [
        ['Trygghetsmätning'],
        [],
        ['Uttag', '2024-01-05'],
        ['Kod', 'Område', '2023', null, null, '2024', null],
        [null, null, 'Antal', 'Index', 'Svar', 'Antal', 'Index'],
        ['0180', 'Östra', 3, 2.5, 100, 7, 0.1],
        ['0181', '=HYPERLINK("x")', { formula: '1+1', value: 2 }, '-', '@x', '+46', 1],
        ['Totalt', null, 5],
        ['* preliminärt'],
      ],
    },
    { name: 'Tom', rows: [] },
  ];
  it.each([
    ['XLSX', 't.xlsx', xlsxOf(sheets)],
    ['XLSX called CSV', 't.csv', xlsxOf(sheets)],
    ['XLSX packed', 't.xlsx.gz', gzipSync(xlsxOf(sheets))],
    [
      'ODS',
      't.ods',
      odsOf(
        sheets.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((row) =>
            row.map((cell) => (typeof cell === 'object' && cell && 'value' in cell ? cell.value : cell)),
          ),
        })),
      ),
    ],
  ])('%s: headings of two rows, codes and formulas as text', async (_, name, content) => {
    const found = await read(fileOf(name, content));
    expect(found.header).toEqual([
      'Kod',
      'Område',
      '2023 Antal',
      '2023 Index',
      '2023 Svar',
      '2024 Antal',
      '2024 Index',
    ]);
    expect(found.rows.slice(0, 2)).toEqual([
      ['0180', 'Östra', '3', '2.5', '100', '7', '0.1'],
      ['0181', '=HYPERLINK("x")', '2', '-', '@x', '+46', '1'],
    ]);
    expect(found.aside.map(({ row, kind }) => [row, kind])).toEqual([
      [8, 'total'],
      [9, 'footnote'],
    ]);
    expect(await inspect(fileOf(name, content))).toMatchObject({ headingRow: 5, layer: 'Mätning å' });
  });

  it('asks which of several, and every one is read cell for cell', async () => {
    const path = fileOf(
      'två blad.xlsx',
      xlsxOf([
        sheets[0] as Sheet,
        {
          name: 'Koder',
          rows: [
            ['Kod', 'Dag'],
            ['007', { day: 45_000 }],
          ],
        },
      ]),
    );
    expect(await faultOf(read(path))).toBe('several_layers');
    expect(await read(path, { layer: 'Koder' })).toMatchObject({
      header: ['Kod', 'Dag'],
      rows: [['007', '2023/03/15']],
    });
  });
});

describe('a name that lies', () => {
  it('does no harm', async () => {
    expect((await read(fileOf('t.xlsx', 'a;b\n1;2\n'))).rows).toEqual([['1', '2']]);
    expect((await read(fileOf('t.zip', 'a;b\n1;2\n'))).rows).toEqual([['1', '2']]);
    expect((await read(fileOf('t.csv', bytes('plain.fgb')))).rows).toHaveLength(2);
    expect((await read(fileOf('t.geojson', bytes('plain.kml')))).rows).toHaveLength(2);
    expect(basename(path('plain.tab'))).toBe('plain.tab');
  });
});
