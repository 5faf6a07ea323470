import { copyFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ImportFault } from '../fault.ts';
import { readDelimited, type TextOptions, type TextTable } from './delimited.ts';
import { runGdal, type FoundLayer, type MadeLayer } from './gdal-thread.ts';
import { prepare, type Prepared } from './prepare.ts';
import type { Table } from './table.ts';
import type { Encoding } from './utf8.ts';

export interface GdalOptions {
  readonly layer?: string | undefined;
  /** EPSG code for a file that does not say its own, or says it wrong. */
  readonly crs?: string | undefined;
  /** Letters of a shapefile that does not say them. */
  readonly encoding?: Encoding | null;
  /** WKT as the numbers stand in the file, instead of EPSG:3006. */
  readonly raw?: boolean;
  /** The file's axes stand the other way round: north (latitude) first. */
  readonly swap?: boolean;
}

/** Layers of a file as CSV with WKT in EPSG:3006, in a folder of the job's own. */
export interface Converted {
  readonly driver: string;
  /** All that the file holds. */
  readonly found: readonly FoundLayer[];
  /** Those that were asked for. */
  readonly layers: readonly MadeLayer[];
  readonly isSheet: boolean;
  /** Lines of GDAL that were no errors. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

/** One layer of a file as a table: the named one, or the only one. */
export async function readWithGdal(path: string, options: GdalOptions & TextOptions): Promise<Table> {
  return readPrepared(await prepare(path, options.layer ?? null), options, path);
}

/** The same of a file that has been looked at; closing the table closes it. */
export async function readPrepared(
  prepared: Prepared,
  options: GdalOptions & TextOptions,
  path: string,
): Promise<Table> {
  const named = layerIn(prepared, options.layer);
  const converted = await convertPrepared(prepared, { ...options, layers: named ? [named] : null }, path);
  const [layer] = converted.layers;
  if (!layer) {
    await converted.close();
    throw new ImportFault('no_rows');
  }
  return tableOf(converted, layer, options);
}

/** Of a zip with several files the option has named the file already. */
function layerIn(prepared: Prepared, layer: string | undefined): string | null {
  return prepared.member === null ? (layer ?? null) : null;
}

/** A converted layer as a table; closing it frees the whole job's folder. */
export async function tableOf(converted: Converted, layer: MadeLayer, options: TextOptions = {}): Promise<TextTable> {
  const made = converted.isSheet ? 'sheet' : 'map';
  const text = { heading: options.heading ?? null, keepTotals: options.keepTotals ?? false, made } as const;
  const table = await readDelimited(layer.path, ',', text).catch(async (error: unknown) => {
    await converted.close();
    throw error;
  });
  return {
    ...table,
    wktColumn: layer.hasGeometry ? 0 : null,
    format: `${converted.driver} ${layer.name}`,
    get notes() {
      return table.notes ?? [];
    },
    async close() {
      await table.close();
      await converted.close();
    },
  };
}

export interface Conversion extends GdalOptions {
  /** Which layers; null takes the only one, 'likeliest' the one with the most rows. */
  readonly layers: readonly string[] | 'likeliest' | null;
  /** Put beside the file, as /input/osmconf.ini. */
  readonly osmconf?: boolean;
  readonly signal?: AbortSignal;
  /** Only so many features. */
  readonly limit?: number;
  /** So many features as they stand in the file, besides. */
  readonly sample?: number;
}

/**
 * Runs GDAL over a file.
 * @throws ImportFault when GDAL says ERROR anywhere: a truncated extract otherwise passes for an empty one.
 */
export async function convert(path: string, conversion: Conversion): Promise<Converted> {
  return convertPrepared(await prepare(path, null), conversion, path);
}

/** The same of a file that has been looked at; closing what is converted closes it. */
export async function convertPrepared(prepared: Prepared, conversion: Conversion, path: string): Promise<Converted> {
  try {
    const { folder } = prepared;
    if (!folder) throw new ImportFault('unread_format', { file: basename(path) });
    const openOptions: string[] = [];
    if (conversion.osmconf) {
      await copyFile(fileURLToPath(new URL('./osmconf.ini', import.meta.url)), join(folder, 'in', 'osmconf.ini'));
      openOptions.push('CONFIG_FILE=/input/osmconf.ini');
    }
    const isShape = prepared.signature === 'shapefile' || prepared.path.endsWith('shapes');
    if (conversion.encoding && isShape) openOptions.push(`ENCODING=${conversion.encoding}`);
    const answer = await runGdal(
      {
        folder,
        file: relative(join(folder, 'in'), prepared.path),
        layers: conversion.layers ?? 'only',
        openOptions,
        crs: conversion.crs ?? null,
        raw: conversion.raw ?? false,
        swap: conversion.swap ?? false,
        limit: conversion.limit ?? null,
        sample: conversion.sample ?? null,
      },
      conversion.signal,
    );
    const errors = answer.said.filter((line) => /^ERROR\b/.test(line));
    if (errors.length > 0 || answer.failure !== undefined) throw faultOf(path, errors, answer.failure);
    const { result } = answer;
    if (!result || result.found.length === 0) throw new ImportFault('no_rows');
    const layers = result.found.map(({ name }) => name).join(', ');
    if (Array.isArray(conversion.layers) && result.made.length === 0)
      throw new ImportFault('no_such_layer', { layer: conversion.layers.join(', '), layers });
    if (result.made.length === 0) throw new ImportFault('several_layers', { layers });
    const { driver, found, made } = result;
    return {
      driver,
      found,
      layers: made,
      isSheet: prepared.isSheet,
      warnings: answer.said,
      close: prepared.close,
    };
  } catch (error) {
    await prepared.close();
    throw error;
  }
}

function faultOf(path: string, errors: readonly string[], failure: string | undefined): ImportFault {
  const said = errors
    .map((line) => line.replace(/^ERROR \d+: /, ''))
    .join(' · ')
    .replaceAll(/\/(input|output)\//g, '')
    .slice(0, 500);
  const file = basename(path);
  if (/no coordinate system|source layer has no/i.test(said)) return new ImportFault('no_crs', { value: file });
  if (/reproject|transform coordinates|invalid (latitude|longitude|coordinate)/i.test(said))
    return new ImportFault('not_in_crs', { value: file, said });
  if (/parsing of data around byte|unexpected end|untermin|truncat|malformed|short read|i\/o failure/i.test(said))
    return new ImportFault('truncated', { format: file, said });
  if (failure === 'not recognized') return new ImportFault('unread_format', { file, said });
  return new ImportFault('gdal', { said: said || (failure ?? '') });
}
