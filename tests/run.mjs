// `npm test`: sets up what it needs and runs everything. `npm test -- tests/db` runs a part.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../server/setup/install.mjs';
import { ensureSystem } from './helpers/system.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const part = process.argv.slice(2);

await ensureInstalled();
ensureSystem();
if (part.length === 0) run('npm', ['run', '--silent', 'check']);
const { ensureBuilt } = await import('../server/setup/build-web.mjs');
await ensureBuilt();
run('npx', ['vitest', 'run', '--reporter=default', '--reporter=./tests/helpers/closing-line.ts', ...part]);

function run(command, args) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
