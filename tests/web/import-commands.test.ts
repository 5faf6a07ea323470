import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importCommands, importKinds } from '../../web/panels/data/import-commands.ts';
import { sv } from '../../web/text/sv.ts';

const guide = readFileSync('docs/import.md', 'utf8');

test('the commands that are shown are those of the guide, and no kind is left out', () => {
  const kinds = [...guide.matchAll(/^\| `([a-z-]+)` \|.*npm run import/gm)].map(([, kind]) => kind);
  expect(importKinds.toSorted()).toEqual(kinds.toSorted());
  for (const command of Object.values(importCommands)) expect(guide).toContain(`\`${command}\``);
  expect(Object.keys(sv.data.import.steps).toSorted()).toEqual(kinds.toSorted());
});
