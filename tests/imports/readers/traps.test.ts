import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { importWords } from '#core/import-words/index.ts';
import { ImportFault } from '../../../server/imports/fault.ts';
import { fileOf, geojson, square } from '../import-file.ts';
import { lampsAsPbf } from '../osm-pbf.ts';
import { writeWithGdal } from '../write-with-gdal.ts';
import { faultOf, inspect, read } from './read.ts';
import { xlsxOf } from './spreadsheets.ts';

/** A container of old Office files: its head, and a stream's name somewhere. */
const ole = (name: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(100),
  ]);
const zipOf = (parts: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
const sheet = xlsxOf([{ name: 'a', rows: Array.from({ length: 300 }, (_, n) => [`plats ${n * 7919}`, n * 104_729]) }]);
const protectedZip = zipOf({ 'a.csv': 'a;b\n1;2\n' });
// The flag of encryption, in the file's own head and in the directory.
for (const [mark, at] of [
  [0x04034b50, 6],
  [0x02014b50, 8],
] as const) {
  const view = Buffer.from(protectedZip.buffer, protectedZip.byteOffset, protectedZip.length);
  for (let start = 0; start < view.length - 30; start += 1)
    if (view.readUInt32LE(start) === mark) view.writeUInt8(1, start + at);
}

describe('a file that is no data', () => {
  it.each([
    ['is empty', 'no_rows', 't.xlsx', ''],
    ['is a PDF', 'document', 't.pdf', '%PDF-1.7\n...'],
    ['is a page of signing in', 'document', 't.csv', '<!DOCTYPE html><html><body>Logga in</body></html>'],
    ['is a Word file', 'document', 't.docx', zipOf({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' })],
    ['is an old Word file', 'document', 't.doc', ole('WordDocument')],
    ['is an old Excel file', 'old_excel', 't.xls', ole('Workbook')],
    ['is a protected workbook', 'password_protected', 't.xlsx', ole('EncryptedPackage')],
    ['is a protected zip', 'password_protected', 't.zip', protectedZip],
    ['is a zip of zips', 'zip_in_zip', 't.zip', zipOf({ 'a.zip': zipOf({ 'b.csv': 'a;b' }), 'b.zip': zipOf({}) })],
    ['is a zip of pictures', 'zip_without_data', 't.zip', zipOf({ 'a.png': 'x', 'b.pdf': 'y' })],
    ['is a sheet of headings', 'only_headings', 't.xlsx', xlsxOf([{ name: 'a', rows: [['Kod', 'Antal']] }])],
    ['is no known format', 'unread_format', 't.bin', Buffer.from([1, 0, 2, 0, 0, 7])],
  ])('%s: %s', async (_, code, name, content) => {
    const path = fileOf(name, content);
    expect(await faultOf(read(path))).toBe(code);
    expect(await faultOf(inspect(path))).toBe(code);
    const said = await read(path).catch((error: unknown) => error);
    for (const language of ['sv', 'en'] as const) {
      const { faults } = importWords(language) as { faults: Record<string, (values: object) => string> };
      expect(faults[code]?.((said as ImportFault).detail)).toMatch(/^[A-ZÅÄÖ].{20,}[^ ]\.?\)?$/);
    }
  });
});

describe('a file that was cut off', () => {
  const source = geojson(
    Array.from({ length: 400 }, (_, n) => [{ namn: `område ${n}` }, square(15 + n / 1000, 59, 0.001)] as const),
  );
  let made: ReadonlyMap<string, string>;
  beforeAll(() => {
    made = writeWithGdal(source, [
      { file: 'a.gpkg', driver: 'GPKG' },
      { file: 'b.fgb', driver: 'FlatGeobuf' },
      { file: 'c.shp', driver: 'ESRI Shapefile' },
      { file: 'd.kml', driver: 'KML' },
    ]);
  });
  const whole = (name: string): Uint8Array => {
    if (name === 't.xlsx') return sheet;
    if (name === 't.csv.gz') return gzipSync(source);
    if (name === 't.osm.pbf') return lampsAsPbf(20, 50);
    if (name === 't.geojson') return strToU8(source);
    return readFileSync(made.get(name) ?? '');
  };
  it.each(['a.gpkg', 'b.fgb', 'c.zip', 'd.kml', 't.xlsx', 't.csv.gz', 't.osm.pbf', 't.geojson'])('%s', async (name) => {
    const bytes = whole(name);
    for (const share of [0.5, 0.9, 0.999]) {
      const path = fileOf(name, bytes.subarray(0, Math.floor(bytes.length * share)));
      expect([share, await faultOf(read(path))]).toEqual([share, 'truncated']);
    }
  });

  it('and a shapefile whose parts are', async () => {
    for (const part of ['shp', 'dbf']) {
      const shape = made.get('c.shp') ?? '';
      const parts = ['shp', 'shx', 'dbf', 'prj'].map((ending) => {
        const bytes = new Uint8Array(readFileSync(shape.replace(/shp$/, ending)));
        return [`c.${ending}`, ending === part ? bytes.subarray(0, bytes.length - 500) : bytes] as const;
      });
      expect(await faultOf(read(fileOf('t.zip', zipSync(Object.fromEntries(parts)))))).toBe('truncated');
    }
  });

  it('or has a byte changed inside a packed sheet', async () => {
    const bytes = new Uint8Array(sheet);
    const at = Buffer.from(bytes).indexOf('sheet1.xml') + 300;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect(await faultOf(read(fileOf('t.xlsx', bytes)))).toBe('truncated');
  });
});

describe('a file that is too large', () => {
  const resident_mb = () => process.memoryUsage().rss / 1024 ** 2;

  it('packed: is not unpacked', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(400 * 1024 ** 2) }, { level: 9 });
    expect(await faultOf(read(fileOf('t.zip', bomb)))).toBe('zip_bomb');
    const packed = gzipSync(Buffer.alloc(400 * 1024 ** 2, ' '));
    expect(await faultOf(inspect(fileOf('t.geojson.gz', packed)))).not.toBe('nothing wrong');
  });

  it('and read whole into memory by GDAL: is not begun', async () => {
    const path = fileOf('t.kml', '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>');
    truncateSync(path, 600_000_000);
    appendFileSync(path, '</Document></kml>');
    expect(await faultOf(read(path))).toBe('too_large');
    truncateSync(path, 0);
  });

  it.each([
    ['t.csv', 'a;b\n1;2\n', 'nul_bytes'],
    ['t.geojson', geojson([[{ a: 1 }, square(15, 59)]]).slice(0, -2), 'truncated'],
    ['t.kml', '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>', 'truncated'],
    ['t.xlsx', 'PK\x03\x04', 'truncated'],
    ['t.gpkg', 'SQLite format 3\0', 'unread_format'],
    ['t.osm.pbf', Buffer.from(lampsAsPbf(1, 2)), 'truncated'],
  ])('two gigabytes of nothing behind the start of %s end in a sentence', async (name, start, code) => {
    const path = fileOf(name, start);
    truncateSync(path, 2_300_000_000);
    const before = resident_mb();
    expect(await faultOf(read(path))).toBe(code);
    expect(resident_mb() - before).toBeLessThan(400);
    truncateSync(path, 0);
  });
});
