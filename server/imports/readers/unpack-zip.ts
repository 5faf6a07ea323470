import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { ImportFault } from '../fault.ts';
import { checkWhole } from './check-whole.ts';
import { sayLetters } from './dbase-letters.ts';
import { unpackEntry, type ZipEntry } from './zip.ts';

/** Which of a zip's files are data, the likeliest first: a read-me beside a map is none. */
const ranks: readonly RegExp[] = [
  /\.(gpkg|geojson|fgb|kml|gml|gpx|osm|pbf|topojson)(\.gz)?$/i,
  /\.(csv|tsv|xlsx|ods)(\.gz)?$/i,
  /\.(json|tab|dbf|xml|txt)(\.gz)?$/i,
];
const partOfShapefile = /\.(shp|shx|dbf|prj|cpg)$/i;

/** Which of several files; `first` looks into some one when none is named. */
interface Wish {
  readonly layer: string | null;
  readonly otherwise: 'ask' | 'first';
}

interface Unpacked {
  /** The file or folder to read. */
  readonly made: string;
  readonly members: readonly string[];
  readonly member: string | null;
}

/**
 * Unpacks what is data in a zip: all its shapefiles as the layers of one folder, or one file of another format.
 * @throws ImportFault `zip_in_zip`, `zip_without_data`, `several_layers`, `no_such_layer`, and what unpacking throws
 */
export async function unpackZip(
  zip: string,
  entries: readonly ZipEntry[],
  folder: string,
  wish: Wish,
): Promise<Unpacked> {
  const inside = join(folder, 'in');
  const files = entries.filter(({ name }) => !/(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name));
  const shapes = files.filter(({ name }) => /\.shp$/i.test(name));
  if (shapes.length > 0) return { made: await unpackShapes(zip, files, shapes, inside), members: [], member: null };
  const database = files.find(({ name }) => /\.gdb\//i.test(name));
  if (database) return { made: await unpackDatabase(zip, files, database, inside), members: [], member: null };
  const table = files.find(({ name }) => /\.tab$/i.test(name) && files.some((other) => isBeside(other, name, 'dat')));
  const data = table
    ? [table]
    : (ranks.map((rank) => files.filter(({ name }) => rank.test(name))).find(({ length }) => length > 0) ?? []);
  const chosen = choose(data, files, wish);
  const made = join(folder, `member${/(\.osm)?\.[^.]+(\.gz)?$/i.exec(chosen.name)?.[0].toLowerCase() ?? ''}`);
  await unpackEntry(zip, chosen, made);
  if (table)
    for (const part of ['dat', 'map', 'id', 'ind']) {
      const beside = files.find((other) => isBeside(other, table.name, part));
      if (beside) await unpackEntry(zip, beside, join(folder, `member.${part}`));
    }
  const isOnly = data.length === 1;
  return { made, members: isOnly ? [] : data.map(({ name }) => name), member: isOnly ? null : chosen.name };
}

function choose(data: readonly ZipEntry[], files: readonly ZipEntry[], { layer, otherwise }: Wish): ZipEntry {
  const [only, ...more] = data;
  if (!only) {
    if (files.some(({ name }) => /\.zip$/i.test(name))) throw new ImportFault('zip_in_zip', { files: listed(files) });
    throw new ImportFault('zip_without_data', { files: listed(files) });
  }
  if (more.length === 0) return only;
  const layers = data.map(({ name }) => name).join(', ');
  if (layer === null && otherwise === 'first') return only;
  if (layer === null) throw new ImportFault('several_layers', { layers });
  const found = data.find(({ name }) => name === layer) ?? data.find(({ name }) => basename(name) === layer);
  if (!found) throw new ImportFault('no_such_layer', { layer, layers });
  return found;
}

function listed(files: readonly ZipEntry[]): string {
  const names = files.slice(0, 5).map(({ name }) => name);
  return names.join(', ') + (files.length > 5 ? ' …' : '');
}

async function unpackShapes(
  zip: string,
  files: readonly ZipEntry[],
  shapes: readonly ZipEntry[],
  inside: string,
): Promise<string> {
  const folder = join(inside, 'shapes');
  await mkdir(folder);
  const taken = new Set<string>();
  for (const shape of shapes) {
    const stem = stemOf(shape.name);
    // Two folders may hold a shapefile of one name.
    const name = taken.has(basename(stem).toLowerCase()) ? stem.replaceAll('/', ' ') : basename(stem);
    taken.add(name.toLowerCase());
    for (const part of files) {
      if (stemOf(part.name) !== stem || !partOfShapefile.test(part.name)) continue;
      const ending = extname(part.name).toLowerCase();
      const to = join(folder, name + ending);
      await unpackEntry(zip, part, to);
      await checkWhole(to, ending === '.shp' ? 'shapefile' : ending === '.dbf' ? 'dbase' : 'binary');
    }
    await sayLetters(join(folder, name));
  }
  return folder;
}

/** Esri's file geodatabase is a folder. */
async function unpackDatabase(zip: string, files: readonly ZipEntry[], one: ZipEntry, inside: string): Promise<string> {
  const root = dirname(one.name);
  const folder = join(inside, 'input.gdb');
  await mkdir(folder);
  for (const file of files)
    if (dirname(file.name) === root) await unpackEntry(zip, file, join(folder, basename(file.name)));
  return folder;
}

const stemOf = (name: string) => name.slice(0, -extname(name).length);

function isBeside(entry: ZipEntry, name: string, ending: string): boolean {
  return stemOf(entry.name) === stemOf(name) && extname(entry.name).toLowerCase() === `.${ending}`;
}
