import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { geojson, square } from '../import-file.ts';
import { lampsAsPbf } from '../osm-pbf.ts';
import { writeWithGdal } from '../write-with-gdal.ts';
import { odsOf, xlsxOf } from './spreadsheets.ts';

/** A small valid file of some format. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Read by csv-parse alone, in a hundredth of the time. */
  readonly isText: boolean;
}

/** What happens to files between the one who made them and the one who imports them; places are shares of the length. */
export type Mutation =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'lose'; readonly at: number; readonly length: number }
  | { readonly kind: 'swap'; readonly at: number; readonly with: number }
  | { readonly kind: 'change'; readonly at: number; readonly byte: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'encode'; readonly as: 'latin1' | 'utf16le' | 'utf16be'; readonly mark: boolean }
  | { readonly kind: 'columns'; readonly line: number; readonly count: number }
  | { readonly kind: 'huge'; readonly at: number; readonly length: number }
  | { readonly kind: 'pack' };

/** Even over the length: doubles as such crowd about nought, and nothing but a file's first byte would ever change. */
const share = () => fc.nat(1_000_000).map((part) => part / 1_000_000);

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: share() }),
    fc.record({ kind: fc.constant('lose' as const), at: share(), length: fc.nat(64) }),
    fc.record({ kind: fc.constant('swap' as const), at: share(), with: share() }),
    fc.record({ kind: fc.constant('change' as const), at: share(), byte: fc.nat(255) }),
    fc.record({ kind: fc.constant('repeat' as const), at: share(), length: fc.nat(400), times: fc.nat(50) }),
    fc.record({
      kind: fc.constant('insert' as const),
      at: share(),
      text: fc.oneof(
        fc.constantFrom('"', '""', ';', ',', '\n', '\r', '\0', '\ufeff', '=1+1', 'Totalt;', '{', '<'),
        fc.string(),
      ),
    }),
    fc.record({
      kind: fc.constant('encode' as const),
      as: fc.constantFrom('latin1', 'utf16le', 'utf16be'),
      mark: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('columns' as const), line: fc.nat(20), count: fc.integer({ min: -5, max: 300 }) }),
    fc.record({ kind: fc.constant('huge' as const), at: share(), length: fc.constantFrom(10_000, 300_000, 5_000_000) }),
    fc.record({ kind: fc.constant('pack' as const) }),
  ),
  { minLength: 1, maxLength: 3 },
);

export function mutate(seed: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  return changes.reduce(changed, seed);
}

function changed(bytes: Uint8Array, change: Mutation): Uint8Array {
  const place = (at: number) => Math.floor(at * Math.max(0, bytes.length - 1));
  switch (change.kind) {
    case 'cut':
      return bytes.subarray(0, place(change.at));
    case 'lose':
      return spliced(bytes, place(change.at), change.length, new Uint8Array());
    case 'swap': {
      const copy = Uint8Array.from(bytes);
      const [one, other] = [place(change.at), place(change.with)];
      if (copy.length > 0) [copy[one], copy[other]] = [copy[other] ?? 0, copy[one] ?? 0];
      return copy;
    }
    case 'change': {
      const copy = Uint8Array.from(bytes);
      if (copy.length > 0) copy[place(change.at)] = change.byte;
      return copy;
    }
    case 'repeat': {
      const part = bytes.subarray(place(change.at), place(change.at) + change.length);
      return spliced(bytes, place(change.at), 0, Buffer.concat(Array.from({ length: change.times }, () => part)));
    }
    case 'insert':
      return spliced(bytes, place(change.at), 0, Buffer.from(change.text));
    case 'encode': {
      const text = (change.mark ? '\ufeff' : '') + Buffer.from(bytes).toString('utf8');
      if (change.as === 'latin1') return Buffer.from(text, 'latin1');
      const wide = Buffer.from(text, 'utf16le');
      return change.as === 'utf16le' ? wide : wide.swap16();
    }
    case 'columns': {
      const lines = Buffer.from(bytes).toString('latin1').split('\n');
      const line = change.line % lines.length;
      const old = lines[line] ?? '';
      lines[line] =
        change.count < 0 ? old.split(';').slice(0, change.count).join(';') : old + ';x'.repeat(change.count);
      return Buffer.from(lines.join('\n'), 'latin1');
    }
    case 'huge':
      return spliced(bytes, place(change.at), 0, Buffer.alloc(change.length, 'x'));
    case 'pack':
      return gzipSync(bytes, { level: 1 });
  }
}

function spliced(bytes: Uint8Array, at: number, gone: number, into: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), into, bytes.subarray(at + gone)]);
}

/** One of each format; GDAL writes some of them, which takes a second. */
export function seeds(): readonly Seed[] {
  const texts = ['namn;antal;tid\nÖstra;3;2024-01-05\n"Väs;tra";4;2024-02-05\nTotalt;7;\n* not\n'].flatMap((text) => [
    { name: 't.csv', bytes: Buffer.from(text) },
    { name: 't.txt', bytes: Buffer.from(`Titel\n\n${text.replaceAll(';', '\t')}`, 'latin1') },
    { name: 't.tsv', bytes: Buffer.from(`\ufeff${text.replaceAll(';', ',')}`, 'utf16le') },
    { name: 't.csv.gz', bytes: gzipSync(text.repeat(20)) },
    { name: 't.csv.zip', bytes: zipSync({ 'å.csv': Buffer.from(text) }) },
  ]);
  const map = geojson([
    [{ kod: '01', namn: 'Östra' }, square(15, 59)],
    [{ kod: '02', namn: 'Västra' }, square(15.1, 59)],
  ]);
  const sheets = [
    {
      name: 'a',
      rows: [
        ['Kod', 'Antal'],
        ['01', 2],
        ['02', 3],
      ],
    },
  ];
  const made = writeWithGdal(map, [
    { file: 'a.gpkg', driver: 'GPKG' },
    { file: 'b.fgb', driver: 'FlatGeobuf' },
    { file: 'c.shp', driver: 'ESRI Shapefile', options: ['-lco', 'ENCODING=UTF-8'] },
    { file: 'd.kml', driver: 'KML' },
  ]);
  const others = [
    { name: 't.geojson', bytes: Buffer.from(map) },
    { name: 't.xlsx', bytes: xlsxOf(sheets) },
    { name: 't.ods', bytes: odsOf(sheets) },
    { name: 't.osm.pbf', bytes: lampsAsPbf(2, 5) },
    ...['a.gpkg', 'b.fgb', 'c.zip', 'd.kml'].map((name) => ({ name, bytes: readFileSync(made.get(name) ?? '') })),
  ];
  return [...texts.map((one) => ({ ...one, isText: true })), ...others.map((one) => ({ ...one, isText: false }))];
}
