import { ImportFault } from '../fault.ts';
import { firstBytes, isGzip } from './bytes.ts';
import { readDelimited } from './delimited.ts';
import { readWithGdal } from './gdal.ts';
import type { Table } from './table.ts';

/** What the reader may be told of a file. */
export type ReadOptions = ReadonlyMap<string, string>;

const delimited = /\.(csv|tab|tsv|txt)(\.gz)?$/i;
const forGdal = /\.(gpkg|zip|shp|geojson|json|kml|fgb|xlsx|gml|gpx|osm|pbf|ods)(\.gz)?$/i;

/** Opens one table of a file: text streams through csv-parse, everything else goes through GDAL first. */
export async function readTable(path: string, options: ReadOptions): Promise<Table> {
  if (delimited.test(path)) return readDelimited(path, delimiterOf(options));
  if (forGdal.test(path)) return readWithGdal(path, { layer: options.get('layer'), crs: options.get('crs') });
  const start = (await isGzip(path)) ? '' : (await firstBytes(path, 16)).toString('latin1');
  if (/^\s*\{/.test(start)) return readWithGdal(path, { layer: options.get('layer'), crs: options.get('crs') });
  if (/[\0]|^PK/.test(start)) throw new ImportFault('unread_format', { file: path.replace(/^.*[/\\]/, '') });
  return readDelimited(path, delimiterOf(options));
}

function delimiterOf(options: ReadOptions): string | undefined {
  const asked = options.get('delimiter');
  return asked === 'tab' ? '\t' : asked;
}
