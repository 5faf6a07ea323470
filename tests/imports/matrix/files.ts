import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { fromMetresTo } from '../../../server/imports/crs.ts';
import type { Position } from '../../../server/core/position.ts';
import { fileOf } from '../import-file.ts';
import { xlsxOf, type Cell as SheetCell } from '../readers/spreadsheets.ts';
import { writeWithGdal } from '../write-with-gdal.ts';
import type { Encoding, FormatName, MatrixCell } from './cells.ts';
import type { Thing, Truth } from './truth.ts';

const toDegrees = fromMetresTo(4326);
const drivers: Partial<Record<FormatName, string>> = {
  gpkg: 'GPKG',
  geojson: 'GeoJSON',
  'geojson.gz': 'GeoJSON',
  zip: 'ESRI Shapefile',
  kml: 'KML',
  fgb: 'FlatGeobuf',
};

/** The file of each cell of one truth: by hand where it is text, by GDAL (one process for all) where it is a layer. */
export function filesOf(truth: Truth, cells: readonly MatrixCell[]): ReadonlyMap<MatrixCell, string> {
  const made = writeWithGdal(asGeojson(truth), [
    ...new Map(cells.flatMap(wantedFor).map((wanted) => [wanted.file, wanted])).values(),
  ]);
  const bytes = (name: string) => readFileSync(made.get(name) ?? name);
  return new Map(
    cells.map((cell) => {
      const { format, encoding } = cell;
      const name = `${truth.kind}.${format}`;
      if (format === 'csv') return [cell, fileOf(name, textOf(cell, bytes))];
      if (format === 'csv.gz') return [cell, fileOf(name, gzipSync(textOf(cell, bytes)))];
      if (format === 'xlsx') return [cell, fileOf(name, sheetOf(cell, bytes))];
      if (format === 'geojson.gz') return [cell, fileOf(name, gzipSync(bytes(stemOf(cell) + '.geojson')))];
      if (format === 'geojson')
        return [cell, fileOf(name, encoded(bytes(stemOf(cell) + '.geojson').toString(), encoding))];
      return [cell, fileOf(name, bytes(`${stemOf(cell)}.${format}`))];
    }),
  );
}

export function asGeojson({ heading, things }: Pick<Truth, 'heading' | 'things'>): string {
  const features = things.map(({ cells, at }) => ({
    type: 'Feature',
    properties: Object.fromEntries(heading.map((name, order) => [name, cells[order]])),
    geometry: geometryOf(at),
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function geometryOf(at: Thing['at']): object | null {
  if (at === null) return null;
  if (isOutline(at)) return { type: 'Polygon', coordinates: [at.map(toDegrees)] };
  return { type: 'Point', coordinates: toDegrees(at) };
}

export const isOutline = (at: Position | readonly Position[]): at is readonly Position[] => Array.isArray(at[0]);

const stemOf = ({ format, epsg, encoding }: MatrixCell) =>
  `${format.replace('.gz', 'gz')}${epsg ?? ''}${encoding === 'latin1' ? 'latin' : ''}`;

/** A layer as it is; of text the coordinates, so that they come from PROJ and not from our own formulas. */
function wantedFor(cell: MatrixCell) {
  const { format, epsg, encoding, truth } = cell;
  const driver = drivers[format];
  const turned = epsg === null ? [] : ['-t_srs', `EPSG:${epsg}`];
  if (driver === undefined)
    return epsg === null
      ? []
      : [{ file: `xy${epsg}.csv`, driver: 'CSV', options: ['-lco', 'GEOMETRY=AS_XY', ...turned] }];
  const letters = format === 'zip' ? ['-lco', `ENCODING=${encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-8'}`] : [];
  const digits = driver === 'GeoJSON' ? ['-lco', 'COORDINATE_PRECISION=10'] : [];
  // A shapefile knows no time of day but as text; a KML file is read by its names.
  const times = format === 'zip' ? ['-mapFieldType', 'DateTime=String'] : [];
  const named = format === 'kml' ? ['-dsco', 'NameField=namn'] : [];
  // An index of places has no room for a row without one.
  const unindexed = format === 'fgb' ? ['-lco', 'SPATIAL_INDEX=NO'] : [];
  const nowhere = truth.shape === 'table' ? ['-nlt', 'NONE'] : [];
  const ending = { zip: 'shp', 'geojson.gz': 'geojson' }[format as string] ?? format;
  return [
    {
      file: `${stemOf(cell)}.${ending}`,
      driver,
      options: [...turned, ...letters, ...digits, ...times, ...named, ...unindexed, ...nowhere],
    },
  ];
}

/** Headings and rows with two columns for the place, when there is one. */
function tableOf({ truth, epsg }: MatrixCell, bytes: (name: string) => Buffer) {
  const { heading, things } = truth;
  if (epsg === null) return { heading, rows: things.map(({ cells }) => cells) };
  const places = parse(bytes(`xy${epsg}.csv`), { columns: true }) as { X: string; Y: string }[];
  const number = (text = '') => (text === '' ? null : Number(text));
  return {
    heading: [...heading, ...(epsg === 4326 ? ['longitud', 'latitud'] : ['öst', 'nord'])],
    rows: things.map(({ cells }, order) => [...cells, number(places[order]?.X), number(places[order]?.Y)]),
  };
}

function textOf(cell: MatrixCell, bytes: (name: string) => Buffer): Buffer {
  const { heading, rows } = tableOf(cell, bytes);
  const { separator, decimal, encoding } = cell;
  const word = (value: string | number | null) => {
    const text = typeof value === 'number' ? String(value).replace('.', decimal ?? '.') : (value ?? '');
    return /[;,\t"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [heading, ...rows].map((row) => row.map(word).join(separator ?? ';'));
  return encoded(`${lines.join('\r\n')}\r\n`, encoding);
}

function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'latin1') return Buffer.from(text.replaceAll('–', '-'), 'latin1');
  if (encoding === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
}

function sheetOf(cell: MatrixCell, bytes: (name: string) => Buffer): Uint8Array {
  const { heading, rows } = tableOf(cell, bytes);
  return xlsxOf([{ name: 'Blad 1', rows: [heading, ...rows] as readonly (readonly SheetCell[])[] }]);
}
