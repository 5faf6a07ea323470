import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../web/text/en.ts';
import { sv } from '../../web/text/sv.ts';

const writers = [
  'migrations/always/30_writes.sql',
  ...['server/routes', 'server/imports', 'server/keep'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  ),
].map((file) => readFileSync(file, 'utf8'));
const actions = [
  ...new Set(
    writers.flatMap((text) =>
      [
        ...text.matchAll(/'([a-z_]+\.(?:create|update|delete|open|close|read|priority|withdraw|import|import_undo))'/g),
      ].map(([, action]) => action),
    ),
  ),
];

test('everything that is written to the log has words in both languages', () => {
  expect(actions.length).toBeGreaterThanOrEqual(12);
  for (const { data } of [sv, en]) expect(Object.keys(data.log.actions).toSorted()).toEqual(actions.toSorted());
});
