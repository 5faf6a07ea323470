import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import type { ImportCounts } from '#core/wire/imports.ts';
import { readArguments } from '../../server/imports/arguments.ts';
import { Collector } from '../../server/imports/report.ts';
import { runImport } from '../../server/imports/run-import.ts';
import { refusalLine } from '../../server/imports/screen.ts';
import type { TestDatabase } from '../helpers/engines.ts';

// GDAL and the embedded engine start anew again and again: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

export interface Imported {
  readonly outcome: { readonly counts: ImportCounts };
  readonly collector: Collector;
  /** Notes by code. */
  readonly notes: ReadonlyMap<string, Readonly<Record<string, string | number>>>;
}

/** Imports a file as the command does, without the process around it. */
export async function importFile(
  database: Pick<TestDatabase, 'gate' | 'clock'>,
  kind: string,
  path: string,
  ...words: string[]
): Promise<Imported> {
  const given = readArguments([kind, path, ...words]);
  const collector = collectorFor(given.kind.isSecret, path);
  try {
    const counts = await runImport(database.gate, database.clock, given, collector, new AbortController().signal);
    return {
      outcome: { counts },
      collector,
      notes: new Map(collector.notes.map(({ code, values }) => [code, values])),
    };
  } finally {
    collector.close();
  }
}

export function collectorFor(isSecret: boolean, path: string): Collector {
  return new Collector(
    { isSecret, fileFor: () => `${path}.avvisade.csv`, line: (refusal) => refusalLine(refusal, 'sv') },
    () => {},
  );
}

const folder = mkdtempSync(join(tmpdir(), 'kp-import-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** Writes a file of the test's own and gives its path; a name without folder keeps its stem. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(folder, `${(count += 1)}-`)), name);
  writeFileSync(path, content);
  return path;
}

/** A square of longitudes and latitudes as GeoJSON. */
export function square(west: number, south: number, size = 0.1): object {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  };
}

export function geojson(features: readonly (readonly [properties: object, geometry: object])[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  });
}

/** Real files that nobody here may pass on: a folder of them is named by REAL_DATA; without it their tests are skipped. */
export function realFile(name: string): { readonly path: string; readonly isMissing: boolean } {
  const path = join(process.env['REAL_DATA'] ?? '', name);
  return { path, isMissing: !process.env['REAL_DATA'] || !existsSync(path) };
}
