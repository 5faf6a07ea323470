import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ImportFault } from '../fault.ts';
import { bytesOf, isGzip } from './bytes.ts';
import { checkWhole } from './check-whole.ts';
import { sayLetters } from './dbase-letters.ts';
import { jobFolder, take } from './job-folder.ts';
import { refuseTooLargeForMemory } from './limits.ts';
import { oleContent, signatureOf, type Signature } from './signature.ts';
import { asUtf8 } from './utf8.ts';
import { unpackZip } from './unpack-zip.ts';
import { unpackEntry, zipEntries, type ZipEntry } from './zip.ts';

/** A file where its reader can take it: text for csv-parse, anything else for GDAL in a folder of the job's own. */
export interface Prepared {
  readonly reader: 'text' | 'gdal';
  /** The text file; or the file or folder that GDAL opens, which stands in `folder`/in. */
  readonly path: string;
  readonly folder: string | null;
  readonly signature: Signature;
  /** A spreadsheet: rows of cells whose headings may stand anywhere. */
  readonly isSheet: boolean;
  /** Data files of a zip, when there are several and `member` is the one chosen. */
  readonly members: readonly string[];
  readonly member: string | null;
  close(): Promise<void>;
}

/** What GDAL knows a kind of file by. */
const endings: Partial<Record<Signature, string>> = {
  sqlite: 'gpkg',
  flatgeobuf: 'fgb',
  'osm-pbf': 'osm.pbf',
  json: 'geojson',
  shapefile: 'shp',
  dbase: 'dbf',
  mapinfo: 'tab',
};

/**
 * Looks at what a file is, whatever it is called, and unpacks it when it is packed.
 * @param layer of a zip with several data files: which; null takes the only one
 * @param otherwise of several, without a name: whether to ask (`several_layers`) or to take the first
 * @throws ImportFault for what is no data, is cut off, protected or too large
 */
export async function prepare(
  path: string,
  layer: string | null,
  otherwise: 'ask' | 'first' = 'ask',
): Promise<Prepared> {
  const signature = await signatureOf(path);
  const plain = { signature, isSheet: false, members: [], member: null };
  refuseNoData(signature, path);
  if (signature === 'ole') throw await oleFault(path);
  if (signature === 'text') return { ...plain, reader: 'text', path, folder: null, close: async () => {} };
  const folder = await jobFolder();
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const inside = join(folder, 'in');
    await mkdir(inside);
    await mkdir(join(folder, 'out'));
    const whole = (await isGzip(path)) ? await gunzip(path, join(folder, 'unpacked')) : path;
    if (signature !== 'zip') {
      const brought = await bring(path, whole, signature, inside);
      return { ...plain, reader: 'gdal', path: brought, folder, close };
    }
    const entries = await zipEntries(whole);
    const sheet = sheetEnding(entries, path);
    if (sheet) {
      await checkSheet(whole, entries, sheet);
      const brought = join(inside, `input.${sheet}`);
      await take(whole, brought);
      return { ...plain, reader: 'gdal', path: brought, folder, isSheet: true, close };
    }
    const { made, members, member } = await unpackZip(whole, entries, folder, { layer, otherwise });
    if ((await stat(made)).isDirectory())
      return { ...plain, reader: 'gdal', path: made, folder, members, member, close };
    const inner = await prepare(made, null, otherwise);
    const closeBoth = async () => {
      await inner.close();
      await close();
    };
    return { ...inner, members, member, close: closeBoth };
  } catch (error) {
    await close();
    throw error;
  }
}

function refuseNoData(signature: Signature, path: string): void {
  const file = basename(path);
  if (signature === 'empty') throw new ImportFault('no_rows', { file });
  if (signature === 'pdf' || signature === 'html') throw new ImportFault('document', { file, format: signature });
  if (signature === 'binary') throw new ImportFault('unread_format', { file });
}

async function oleFault(path: string): Promise<ImportFault> {
  const content = await oleContent(path);
  const file = basename(path);
  if (content === 'encrypted') return new ImportFault('password_protected', { file });
  return content === 'old-excel'
    ? new ImportFault('old_excel', { file })
    : new ImportFault('document', { file, format: 'Office' });
}

/** XLSX and ODS are zips by their contents; other Office files are no data. */
function sheetEnding(entries: readonly ZipEntry[], path: string): 'xlsx' | 'ods' | null {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('xl/workbook.xml')) return 'xlsx';
  const isOpenDocument = names.has('content.xml') && names.has('META-INF/manifest.xml');
  if (isOpenDocument && !/\.(odt|odp|odg)$/i.test(path)) return 'ods';
  if (isOpenDocument || names.has('word/document.xml') || names.has('ppt/presentation.xml'))
    throw new ImportFault('document', { file: basename(path), format: 'Office' });
  if (names.has('xl/workbook.bin')) throw new ImportFault('old_excel', { file: basename(path) });
  return null;
}

/** GDAL reads a sheet with a damaged part as a shorter one: the parts are held against their checksums first. */
async function checkSheet(path: string, entries: readonly ZipEntry[], format: string): Promise<void> {
  const parts = entries.filter(({ name }) => /^(xl\/(worksheets\/|sharedStrings|workbook)|content\.xml)/.test(name));
  refuseTooLargeForMemory(
    parts.reduce((sum, { unpacked_bytes }) => sum + unpacked_bytes, 0),
    format.toUpperCase(),
  );
  for (const part of parts) await unpackEntry(path, part, null);
}

async function gunzip(path: string, to: string): Promise<string> {
  await pipeline(bytesOf(path), createWriteStream(to));
  return to;
}

/** Puts the file, and what belongs to a shapefile, into the job's folder under a name without surprises. */
async function bring(path: string, whole: string, signature: Signature, inside: string): Promise<string> {
  await checkWhole(whole, signature);
  const brought = join(inside, `input.${await endingOf(path, whole, signature)}`);
  if (signature === 'json') await takeJson(whole, brought);
  else await take(whole, brought);
  if (signature === 'shapefile') {
    await takeBeside(path, inside, ['shx', 'dbf', 'prj', 'cpg']);
    await sayLetters(join(inside, 'input'));
  }
  if (signature === 'mapinfo') await takeBeside(path, inside, ['dat', 'map', 'id', 'ind']);
  return brought;
}

async function takeBeside(path: string, inside: string, parts: readonly string[]): Promise<void> {
  const stem = path.slice(0, -extname(path).length);
  for (const part of parts) {
    const beside = [`${stem}.${part}`, `${stem}.${part.toUpperCase()}`].find((candidate) => existsSync(candidate));
    if (!beside) continue;
    await checkWhole(beside, part === 'dbf' ? 'dbase' : 'binary');
    await take(beside, join(inside, `input.${part}`));
  }
}

async function endingOf(path: string, whole: string, signature: Signature): Promise<string> {
  if (signature === 'json') return /\.(topojson|geojsonl|geojsons)$/i.exec(path)?.[1]?.toLowerCase() ?? 'geojson';
  if (signature !== 'xml') return endings[signature] ?? 'bin';
  const start = asUtf8(bytesOf(whole)).chunks();
  const first = await start.next();
  await start.return(undefined);
  const text = first.done ? '' : first.value.toString('utf8', 0, 4096);
  if (/<osm[\s>]/.test(text)) return 'osm';
  const { size } = await stat(whole);
  refuseTooLargeForMemory(size, 'XML');
  if (/<kml[\s>]/i.test(text)) return 'kml';
  return /<gpx[\s>]/.test(text) ? 'gpx' : 'gml';
}

/** GDAL reads JSON in UTF-8 alone; UTF-16 is written out anew. */
async function takeJson(from: string, to: string): Promise<void> {
  const text = asUtf8(bytesOf(from));
  const pieces = text.chunks();
  const first = await pieces.next();
  if (text.encoding() !== 'UTF-16') {
    await pieces.return(undefined);
    await take(from, to);
    return;
  }
  await pipeline(async function* () {
    if (!first.done) yield first.value;
    yield* pieces;
  }, createWriteStream(to));
}
