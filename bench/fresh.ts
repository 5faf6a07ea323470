import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Question } from './lib/question.ts';
import { startServer } from './lib/server.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** `npm start` in a fresh clone of what is committed, with nothing in any cache: packages, web, database, example. Uses the network. */
export const fresh: Question = {
  name: 'fresh',
  asks: 'How long from a fresh clone until the server answers?',
  needs: [],
  onlyWhenNamed: true,
  async run(workshop) {
    const folder = join(workshop.folder(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, folder], { stdio: 'inherit' });
    // An empty home: no cache of npm's, no settings of a person's. What the environment says of the network stays.
    const environment = { ...process.env, HOME: workshop.folder(), DATA_DIR: join(folder, '.kamerapunkt') };
    const server = await startServer(environment, { folder, command: ['npm', 'start'], patience_s: 600 });
    await server.stop();
    const at = (words: RegExp) => server.lines.find(({ text }) => words.test(text))?.ms ?? Number.NaN;
    const [installs, builds, migrates] = [at(/^Installerar/), at(/^Bygger/), at(/^ {2}0001/)];
    return [
      { name: 'fresh.install', value: (builds - installs) / 1000, unit: 's' },
      { name: 'fresh.build', value: (migrates - builds) / 1000, unit: 's' },
      { name: 'fresh.start', value: server.start_ms / 1000, unit: 's', bar: { of: 'value', atMost: 180 } },
    ];
  },
};
