import { copyFile, link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ImportFault } from '../fault.ts';
import { isGzip } from './bytes.ts';
import { readDelimited } from './delimited.ts';
import type { Table } from './table.ts';

export interface GdalOptions {
  readonly layer?: string | undefined;
  /** EPSG code for a file that does not say its own. */
  readonly crs?: string | undefined;
}

interface MadeLayer {
  readonly name: string;
  readonly hasGeometry: boolean;
  readonly path: string;
}

/** Layers of a file as CSV with WKT in EPSG:3006, in a folder of the job's own. */
export interface Converted {
  readonly driver: string;
  readonly layers: readonly MadeLayer[];
  /** Lines of GDAL that were no errors. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

/** One layer of a file as a table: the named one, or the only one. */
export async function readWithGdal(path: string, options: GdalOptions): Promise<Table> {
  const converted = await convert(path, { ...options, layers: options.layer ? [options.layer] : null });
  const [layer] = converted.layers;
  if (!layer) {
    await converted.close();
    throw new ImportFault('no_rows');
  }
  return tableOf(converted, layer);
}

/** A converted layer as a table; closing it frees the whole job's folder. */
export async function tableOf(converted: Converted, layer: MadeLayer): Promise<Table> {
  const table = await readDelimited(layer.path, ',').catch(async (error: unknown) => {
    await converted.close();
    throw error;
  });
  return {
    header: table.header,
    wktColumn: layer.hasGeometry ? 0 : null,
    format: `${converted.driver} ${layer.name}`,
    chunks: () => table.chunks(),
    async close() {
      await table.close();
      await converted.close();
    },
  };
}

export interface Conversion extends GdalOptions {
  /** Which layers; null takes the only one. */
  readonly layers: readonly string[] | null;
  /** Put beside the file, as /input/osmconf.ini. */
  readonly osmconf?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Runs GDAL over a file.
 * @throws ImportFault when GDAL says ERROR anywhere: a truncated extract otherwise passes for an empty one.
 */
export async function convert(path: string, conversion: Conversion): Promise<Converted> {
  const folder = await jobFolder();
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    await mkdir(join(folder, 'in'));
    await mkdir(join(folder, 'out'));
    const file = await bring(path, join(folder, 'in'));
    const openOptions: string[] = [];
    if (conversion.osmconf) {
      await copyFile(fileURLToPath(new URL('./osmconf.ini', import.meta.url)), join(folder, 'in', 'osmconf.ini'));
      openOptions.push('CONFIG_FILE=/input/osmconf.ini');
    }
    const vsi = /\.zip$/i.test(file) ? ['vsizip'] : (await isGzip(path)) ? ['vsigzip'] : [];
    const answer = await work(
      {
        folder,
        file,
        vsi,
        layers: conversion.layers,
        openOptions,
        arguments: [...(conversion.crs ? ['-s_srs', `EPSG:${conversion.crs}`] : []), '-nlt', 'CONVERT_TO_LINEAR'],
      },
      conversion.signal,
    );
    const errors = answer.said.filter((line) => /^ERROR\b/.test(line));
    if (errors.length > 0 || answer.failure !== undefined) throw faultOf(path, errors, answer.failure);
    const result = answer.result;
    if (!result || result.found.length === 0) throw new ImportFault('no_rows');
    const layers = result.found.join(', ');
    if (conversion.layers && result.made.length === 0)
      throw new ImportFault('no_such_layer', { layer: conversion.layers.join(', '), layers });
    if (!conversion.layers && result.found.length > 1) throw new ImportFault('several_layers', { layers });
    return { driver: result.driver, layers: result.made, warnings: answer.said, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A folder that only this user may look into; those of processes that were killed are removed, with what they unpacked. */
async function jobFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^kamerapunkt-import-(\d+)-/.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(join(tmpdir(), `kamerapunkt-import-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface Answer {
  readonly said: readonly string[];
  readonly failure?: string;
  readonly result?: { readonly driver: string; readonly found: readonly string[]; readonly made: readonly MadeLayer[] };
}

function work(workerData: object, signal: AbortSignal | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./gdal.worker.mjs', import.meta.url), { workerData });
    const stop = () => {
      void worker.terminate();
      reject(new ImportFault('cancelled'));
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: Partial<Answer>) => {
      if (!message.said) return;
      signal?.removeEventListener('abort', stop);
      void worker.terminate();
      resolve(message as Answer);
    });
    // An abort inside WebAssembly (out of memory, a broken file) ends the thread.
    worker.on('error', (error: Error) => resolve({ said: [], failure: error.message }));
    worker.on('exit', () => resolve({ said: [], failure: 'GDAL stopped' }));
  });
}

/** Puts the file, and what belongs to a shapefile, into the job's folder under a name without surprises. */
async function bring(path: string, folder: string): Promise<string> {
  const suffix = /(\.osm\.pbf|\.osm\.gz|\.[^.]+\.gz)$/i.exec(path)?.[0] ?? extname(path);
  const name = `input${suffix.toLowerCase()}`;
  await take(path, join(folder, name));
  if (/\.shp$/i.test(path)) {
    const stem = path.slice(0, -4);
    for (const part of ['shx', 'dbf', 'prj', 'cpg']) {
      const beside = [`${stem}.${part}`, `${stem}.${part.toUpperCase()}`].find((candidate) => existsSync(candidate));
      if (beside) await take(beside, join(folder, `input.${part}`));
    }
  }
  return name;
}

/** A hard link costs nothing; on another disk, or of another owner, a copy is made. */
async function take(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

function faultOf(path: string, errors: readonly string[], failure: string | undefined): ImportFault {
  const said = errors
    .map((line) => line.replace(/^ERROR \d+: /, ''))
    .join(' · ')
    .replaceAll('/input/', '')
    .slice(0, 500);
  const file = basename(path);
  if (/no coordinate system|source layer has no/i.test(said)) return new ImportFault('no_crs', { value: file });
  if (/parsing of data around byte|unexpected end|untermin|truncat|malformed|short read/i.test(said))
    return new ImportFault('truncated', { format: file, said });
  if (failure === 'not recognized') return new ImportFault('unread_format', { file, said });
  return new ImportFault('gdal', { said: said || (failure ?? '') });
}
