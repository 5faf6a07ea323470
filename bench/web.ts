import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import type { Question } from './lib/question.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What Vite writes of a chunk in its manifest. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/**
 * Bytes of scripts, styles and the map's worker, compressed with Brotli, in a build of its own: what the page with the
 * map cannot do without, which is the entry and the chunk that starts the map's worker, with all they import; and what
 * is fetched later, when a panel asks for it.
 */
export const web: Question = {
  name: 'web',
  asks: 'How many bytes is the program that a browser fetches before the first map?',
  needs: [],
  async run(workshop) {
    const outDir = workshop.folder();
    const options = { outDir, emptyOutDir: false, manifest: true };
    await build({
      root: join(root, 'web'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: options,
    });
    const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest;
    const chunks = Object.entries(manifest);
    const isWorker = (file: string) => /worker.*\.m?js$/.test(file);
    const first = new Set<string>();
    for (const [key, { isEntry, assets }] of chunks)
      if (isEntry || assets?.some(isWorker)) for (const file of filesOf(manifest, key, isWorker)) first.add(file);
    const all = new Set(chunks.flatMap(([key]) => [...filesOf(manifest, key, isWorker)]));
    if (![...first].some(isWorker)) throw new Error('The map’s worker is not in the build.');

    const kilobytes = (files: Iterable<string>) =>
      [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(outDir, file))).length, 0) / 1000;
    return [
      { name: 'web.first_load', value: kilobytes(first), unit: 'kB', bar: { of: 'value', atMost: 500 } },
      { name: 'web.worker', value: kilobytes([...first].filter(isWorker)), unit: 'kB' },
      { name: 'web.later', value: kilobytes([...all].filter((file) => !first.has(file))), unit: 'kB' },
    ];
  },
};

/** A chunk's own files and those of all it imports at once. */
function filesOf(manifest: Manifest, key: string, isWorker: (file: string) => boolean, seen = new Set<string>()) {
  const files = new Set<string>();
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return files;
  seen.add(key);
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? []).filter(isWorker)])
    if (/\.(m?js|css)$/.test(file)) files.add(file);
  for (const next of chunk.imports ?? []) for (const file of filesOf(manifest, next, isWorker, seen)) files.add(file);
  return files;
}
