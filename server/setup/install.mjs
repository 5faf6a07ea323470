// Plain JavaScript without packages: it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const oldest = [20, 19];

/** Installs the packages when they are missing or the lockfile has changed since. Ends the process with a sentence when it cannot. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    stop(`Kamerapunkt needs Node ${oldest.join('.')} or later; this is ${process.versions.node}.`);
  }
  const stamp = `${root}node_modules/.kamerapunkt`;
  const digest = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.log('Installerar paket …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lockfile without the binaries of other platforms, which some registries do not carry.
  const done = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) stop('The packages could not be installed: see npm’s words above.');
  writeFileSync(stamp, digest);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
