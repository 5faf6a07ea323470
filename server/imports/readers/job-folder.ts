import { copyFile, link, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that only this user may look into; those of processes that were killed are removed, with what they unpacked. */
export async function jobFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^kamerapunkt-import-(\d+)-/.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(join(tmpdir(), `kamerapunkt-import-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A hard link costs nothing; on another disk, or of another owner, a copy is made. */
export async function take(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}
