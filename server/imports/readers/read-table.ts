import { basename } from 'node:path';
import { ImportFault } from '../fault.ts';
import { readDelimited, type TextOptions, type TextTable } from './delimited.ts';
import { readPrepared, type GdalOptions } from './gdal.ts';
import { prepare, type Prepared } from './prepare.ts';
import type { Table } from './table.ts';
import type { Encoding } from './utf8.ts';

/**
 * What the reader may be told of a file, as on the command line:
 * `layer` (a layer, a sheet, a file of a zip) · `crs` (EPSG code, instead of what the file says) · `delimiter` (`tab` is
 * one) · `encoding` (UTF-8, ISO-8859-1, UTF-16) · `heading` (row of the headings, 0 for none) · `swap` (`yes`: the
 * geometry's axes are swapped) · `totals` (`keep`: rows of totals are handed on) · `raw` (`yes`: geometry as the numbers
 * stand, not in EPSG:3006).
 */
export type ReadOptions = ReadonlyMap<string, string>;

const namedOtherwise = /\.(gpkg|zip|shp|geojson|json|kml|fgb|xlsx?|gml|gpx|osm|pbf|ods|dbf|gdb)(\.gz)?$/i;

/** Opens one table of a file: text streams through csv-parse, everything else goes through GDAL first. */
export async function readTable(path: string, options: ReadOptions): Promise<Table> {
  const prepared = await prepare(path, options.get('layer') ?? null);
  if (prepared.reader === 'gdal')
    return readPrepared(prepared, { ...gdalOptions(options), ...textOptions(options) }, path);
  const table = await readText(prepared, options).catch(async (error: unknown) => {
    await prepared.close();
    throw error;
  });
  return {
    ...table,
    get format() {
      return table.format;
    },
    get notes() {
      return table.notes ?? [];
    },
    async close() {
      await table.close();
      await prepared.close();
    },
  };
}

/** A file of text, also one that its name calls a workbook or a map. @throws ImportFault `unread_format` for mere text. */
export async function readText({ path }: Prepared, options: ReadOptions): Promise<TextTable> {
  const delimiter = options.get('delimiter') === 'tab' ? '\t' : options.get('delimiter');
  const isNamedOtherwise = namedOtherwise.test(path);
  const unread = new ImportFault('unread_format', { file: basename(path) });
  const table = await readDelimited(path, delimiter, textOptions(options)).catch((error: unknown) => {
    throw isNamedOtherwise && error instanceof ImportFault ? unread : error;
  });
  if (table.header.length > 1 || !isNamedOtherwise) return table;
  await table.close();
  throw unread;
}

export function gdalOptions(options: ReadOptions): GdalOptions {
  return {
    layer: options.get('layer'),
    crs: options.get('crs'),
    raw: options.get('raw') === 'yes',
    swap: options.get('swap') === 'yes',
  };
}

export function textOptions(options: ReadOptions): TextOptions & { readonly encoding: Encoding | null } {
  const heading = options.get('heading');
  return {
    heading: heading === undefined || heading === '' ? null : Number(heading),
    encoding: (options.get('encoding') as Encoding | undefined) ?? null,
    keepTotals: options.get('totals') === 'keep',
  };
}
