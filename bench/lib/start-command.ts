import { readFileSync } from 'node:fs';

interface Manifest {
  readonly scripts: { readonly start: string };
}

const words = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest
).scripts.start.split(' ');

/** What `npm start` runs, without npm around it: a person's command is what is measured. */
export const startCommand: readonly string[] = [process.execPath, ...words.slice(1)];

/** The flags that it gives to Node. */
export const nodeFlags: readonly string[] = words.filter((word) => word.startsWith('--'));
