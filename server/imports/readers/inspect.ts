import { basename } from 'node:path';
import { bytesOf } from './bytes.ts';
import { readDelimited } from './delimited.ts';
import { convertPrepared, tableOf } from './gdal.ts';
import type { FoundLayer, MadeLayer } from './gdal-thread.ts';
import { prepare, type Prepared } from './prepare.ts';
import { gdalOptions, readText, textOptions, type ReadOptions } from './read-table.ts';
import type { ReadNote, Table } from './table.ts';
import { asUtf8, type Encoding } from './utf8.ts';
import { geometryOf, pairsIn, type GeometryKind } from './wkt.ts';

/** How much of a file is looked at. */
const shownRows = 200;
const shownPairs = 200;

export interface LayerFacts {
  /** Empty for a text file, which has no name for its only table. */
  readonly name: string;
  /** Null when counting would mean to read the whole file. */
  readonly rows: number | null;
  readonly geometry: GeometryKind | null;
  /** What the file says, null when it says nothing that has a code. */
  readonly epsg: number | null;
  /** What the file calls its system; null when it says none. */
  readonly crsName: string | null;
}

/** What a file is before anything of it is read in. */
export interface FileFacts {
  /** For people: "CSV", "GeoPackage", "XLSX", "OSM PBF". */
  readonly format: string;
  /** Of a text file. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** 1 is the file's first row, 0 is none; null in a map, whose headings stand nowhere. Of two rows the lower. */
  readonly headingRow: number | null;
  /** Layers, sheets, or the data files of a zip. */
  readonly layers: readonly LayerFacts[];
  /** The one looked into: the one asked for, the only one, or the one with the most rows. */
  readonly layer: string | null;
  /** Its first rows; null for a zip of several files of which none is chosen. */
  readonly table: {
    readonly header: readonly string[];
    readonly wktColumn: number | null;
    /** Consecutive: the first is row headingRow + 1. WKT in EPSG:3006, empty where it cannot be turned into that. */
    readonly rows: readonly (readonly string[])[];
  } | null;
  /** Up to 200 pairs of numbers of the geometry as they stand in the file, in its order: x (east, lon) first as GDAL has it. */
  readonly rawSample: readonly (readonly [number, number])[];
  readonly notes: readonly ReadNote[];
}

/**
 * Looks at the beginning of a file.
 * @param options as `readTable` takes them
 * @throws ImportFault for what cannot be opened at all
 */
export async function inspectFile(path: string, options: ReadOptions, signal?: AbortSignal): Promise<FileFacts> {
  const prepared = await prepare(path, options.get('layer') ?? null, 'first');
  try {
    return prepared.reader === 'text'
      ? await inspectText(prepared, options)
      : await inspectWithGdal(prepared, options, path, signal);
  } finally {
    await prepared.close();
  }
}

async function inspectText(prepared: Prepared, options: ReadOptions): Promise<FileFacts> {
  const table = await readText(prepared, options);
  try {
    const rows = await firstRows(table);
    const encoding = textOptions(options).encoding ?? (await encodingOf(prepared.path));
    return {
      format: 'CSV',
      encoding,
      delimiter: table.delimiter,
      headingRow: table.headingRow,
      layers: memberLayers(prepared) ?? [{ name: '', rows: null, geometry: null, epsg: null, crsName: null }],
      layer: prepared.member,
      table: { header: table.header, wktColumn: null, rows },
      rawSample: [],
      notes: table.notes ?? [],
    };
  } finally {
    await table.close();
  }
}

/** The letter that tells may come late: a longer beginning is looked at than is shown. */
async function encodingOf(path: string): Promise<Encoding> {
  const text = asUtf8(bytesOf(path));
  let bytes = 0;
  for await (const piece of text.chunks()) {
    bytes += piece.length;
    if (bytes > 16 * 1024 ** 2 || text.encoding() !== 'UTF-8') break;
  }
  return text.encoding();
}

async function inspectWithGdal(
  prepared: Prepared,
  options: ReadOptions,
  path: string,
  signal: AbortSignal | undefined,
): Promise<FileFacts> {
  const asked = prepared.member === null ? options.get('layer') : undefined;
  const converted = await convertPrepared(
    prepared,
    {
      ...gdalOptions(options),
      ...(signal && { signal }),
      layers: asked ? [asked] : 'likeliest',
      // A sheet is read whole anyway, and its headings may stand far down.
      ...(prepared.isSheet ? {} : { limit: shownRows, sample: shownPairs }),
    },
    path,
  );
  const [layer] = converted.layers;
  const table = layer && (await tableOf(converted, layer, textOptions(options)));
  try {
    const rows = table ? await firstRows(table) : [];
    const standing = layer ? await standingShapes(layer) : [];
    const notes = [...(table?.notes ?? []), ...placeNotes(layer, options)];
    const isTurned = layer?.isTurned ?? true;
    const kind = geometryOf(standing);
    return {
      format: formatOf(converted.driver, prepared, path),
      encoding: null,
      delimiter: null,
      headingRow: prepared.isSheet ? (table?.headingRow ?? null) : null,
      layers:
        memberLayers(prepared) ??
        converted.found.map((found) => {
          const isChosen = found.name === layer?.name;
          const headings = prepared.isSheet ? ((isChosen ? table?.headingRow : null) ?? 1) : 0;
          return factsOf(found, isChosen ? kind : null, headings);
        }),
      layer: prepared.member ?? layer?.name ?? null,
      table: table
        ? {
            header: table.header,
            wktColumn: table.wktColumn,
            rows: isTurned ? rows : rows.map(([, ...others]) => ['', ...others]),
          }
        : null,
      rawSample: pairsIn(standing, shownPairs),
      notes,
    };
  } finally {
    await table?.close();
  }
}

function factsOf(
  { name, rows, geometry, epsg, crs }: FoundLayer,
  seen: GeometryKind | null,
  headings: number,
): LayerFacts {
  const said = geometry === null ? null : geometryOf([geometry.replace(/\s/g, '').toUpperCase()]);
  return {
    name,
    rows: rows === null ? null : Math.max(0, rows - headings),
    geometry: said ?? seen,
    epsg,
    crsName: crs,
  };
}

function memberLayers({ members }: Prepared): LayerFacts[] | null {
  if (members.length === 0) return null;
  return members.map((name) => ({ name, rows: null, geometry: null, epsg: null, crsName: null }));
}

function placeNotes(layer: MadeLayer | undefined, options: ReadOptions): ReadNote[] {
  if (!layer || layer.isTurned) return [];
  const isUnknown = layer.crs === null && !options.has('crs');
  return [{ code: isUnknown ? 'crs_unknown' : 'not_in_crs', values: {} }];
}

async function standingShapes({ standing }: MadeLayer): Promise<string[]> {
  if (!standing) return [];
  const table = await readDelimited(standing, ',', { made: 'map' });
  try {
    return (await firstRows(table)).map(([wkt]) => wkt ?? '');
  } finally {
    await table.close();
  }
}

async function firstRows(table: Table): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const chunk of table.chunks()) {
    rows.push(...chunk.rows);
    if (rows.length >= shownRows) break;
  }
  return rows.slice(0, shownRows);
}

const driverNames: Readonly<Record<string, string>> = {
  GPKG: 'GeoPackage',
  'ESRI Shapefile': 'Shapefile',
  'MapInfo File': 'MapInfo',
  OpenFileGDB: 'File Geodatabase',
};

function formatOf(driver: string, prepared: Prepared, path: string): string {
  if (driver === 'OSM') return prepared.signature === 'osm-pbf' ? 'OSM PBF' : 'OSM XML';
  const name = driverNames[driver] ?? driver;
  return /\.zip$/i.test(basename(path)) ? `${name} (zip)` : name;
}
