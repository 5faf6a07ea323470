import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const web = resolve(import.meta.dirname, '../../web');
const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

interface Import {
  readonly from: string;
  /** A package, or "core", or a folder of web/. */
  readonly what: string;
}

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(join(web, from), 'utf8');
  return [...text.matchAll(/(?:\sfrom\s+|^import\s+|\bimport\()'([^']+)'/gm)].map(([, what = '']) => ({
    from,
    what: nameOf(from, what),
  }));
});

function nameOf(from: string, what: string): string {
  if (what.startsWith('#core/')) return 'core';
  if (!what.startsWith('.')) return what.startsWith('@') ? what.split('/').slice(0, 2).join('/') : what.split('/')[0]!;
  const folder = relative(web, resolve(web, dirname(from), what)).split('/')[0]!;
  return folder.includes('.') ? 'root' : folder;
}

/** Importing nothing but these (and its own folder). */
const allowed: Record<string, readonly string[]> = {
  ui: ['react'],
  text: ['react', 'core'],
  state: ['react', 'core'],
  api: ['core', '@tanstack/react-query', 'geojson', '@turf/turf'],
  map: ['core', 'ui', 'react', 'maplibre-gl', 'geojson', '@fontsource-variable/source-sans-3'],
  panels: [
    'core',
    'api',
    'map',
    'state',
    'text',
    'ui',
    'react',
    '@tanstack/react-query',
    'geojson',
    '@turf/turf',
    'react-dom',
    'root',
  ],
};

test.each(Object.keys(allowed))('web/%s imports only what it may', (folder) => {
  const here = imports.filter(({ from }) => from.startsWith(`${folder}/`));
  expect(here.length).toBeGreaterThan(0);
  expect(here.filter(({ what }) => what !== folder && !allowed[folder]!.includes(what))).toEqual([]);
});

test('one file asks the network', () => {
  const asking = files.filter((file) =>
    /\bfetch\(|XMLHttpRequest|sendBeacon|new (WebSocket|EventSource)/.test(readFileSync(join(web, file), 'utf8')),
  );
  expect(asking).toEqual(['api/client.ts']);
});

test('one folder knows MapLibre', () => {
  expect([
    ...new Set(imports.filter(({ what }) => what === 'maplibre-gl').map(({ from }) => from.split('/')[0])),
  ]).toEqual(['map']);
});

test('the browser keeps only what state/ decides, and drafts only there', () => {
  const keeping = files.filter((file) =>
    /localStorage|sessionStorage|indexedDB/.test(readFileSync(join(web, file), 'utf8')),
  );
  expect(keeping.toSorted()).toEqual(['state/drafts.ts', 'state/remembered.ts', 'state/unfinished-uploads.ts']);
});
