import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importKinds, type ImportKind } from '#core/wire/imports.ts';
import { kindOf } from '../../server/imports/kinds.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, importFile } from './import-file.ts';

const page = (kind: ImportKind) => readFileSync(`docs/import/${kind}.md`, 'utf8');

interface Example {
  readonly words: readonly string[];
  readonly read: number;
  readonly new: number;
  readonly refused: number;
}

/** The commands of a page, each with the line under it that says what becomes of the file. */
function examplesOf(kind: ImportKind): Example[] {
  const told = /^npm run import -- (.+)\n# read (\d+), new (\d+), refused (\d+)$/gm;
  return [...page(kind).matchAll(told)].map(([, words = '', ...counts]) => {
    const [read = -1, added = -1, refused = -1] = counts.map(Number);
    return { words: words.split(' '), read, new: added, refused };
  });
}

/** The ground and the areas first: others stand on them. */
const order: readonly ImportKind[] = [
  'osm',
  'areas',
  ...importKinds.filter((kind) => kind !== 'osm' && kind !== 'areas'),
];

describe('the pages of import', () => {
  it.each(importKinds)('%s: names every field and choice of its own, and is found from the index', (kind) => {
    const text = page(kind);
    const { fields, options } = kindOf(kind);
    const common = new Set(Object.keys(kindOf('osm').options));
    const own = [...Object.keys(fields), ...Object.keys(options).filter((name) => !common.has(name))];
    expect(own.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
    expect(readFileSync('docs/import.md', 'utf8')).toContain(`(import/${kind}.md)`);
    expect(examplesOf(kind).length).toBeGreaterThan(0);
  });
});

describeOnBothEngines('the examples of import', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  it.each(order)('%s gives what its page says', async (kind) => {
    for (const example of examplesOf(kind)) {
      const [code = '', path = '', ...rest] = example.words;
      expect(code).toBe(kind);
      const { outcome } = await importFile(database, kind, fileOf(basename(path), readFileSync(path)), ...rest);
      const { read, new: added, refused } = outcome.counts;
      expect({ read, new: added, refused }, example.words.join(' ')).toEqual({
        read: example.read,
        new: example.new,
        refused: example.refused,
      });
    }
  });
});
