import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { fileOf } from './import-file.ts';

interface Wanted {
  readonly file: string;
  readonly driver: string;
  readonly options?: readonly string[];
  readonly layers?: readonly string[];
}

/**
 * A GeoJSON text as files of other formats, written by GDAL in a process of its own (a second use in one process would
 * meet the first one's folders). Gives their paths by name; a shapefile is there as a zip too.
 */
export function writeWithGdal(geojson: string, wanted: readonly Wanted[]): ReadonlyMap<string, string> {
  const source = fileOf('made.geojson', geojson);
  const script = fileURLToPath(new URL('./write-with-gdal.mjs', import.meta.url));
  execFileSync(process.execPath, [script, source, JSON.stringify(wanted)]);
  const out = join(dirname(source), 'out');
  const names = readdirSync(out);
  for (const shape of names.filter((name) => name.endsWith('.shp'))) {
    const stem = shape.slice(0, -4);
    const parts = names.filter((name) => name.startsWith(`${stem}.`) && /\.(shp|shx|dbf|prj|cpg)$/.test(name));
    const zip = zipSync(Object.fromEntries(parts.map((name) => [name, new Uint8Array(readFileSync(join(out, name)))])));
    writeFileSync(join(out, `${stem}.zip`), zip);
    names.push(`${stem}.zip`);
  }
  return new Map(names.map((name) => [name, join(out, name)]));
}
