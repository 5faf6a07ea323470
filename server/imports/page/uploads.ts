import { constants } from 'node:fs';
import { copyFile, open, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutPersonalNumbers } from '../keep/personal-number.ts';

/** Bytes of uploads, a folder a file, that only this user of the system may read. */
export interface Uploads {
  /** Where the file lies, under its own name, which tells its format. */
  path(id: string, name: string): string;
  /** Writes bytes at a place; what is there is written over, so that a part may be sent again. */
  write(id: string, name: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** Puts a part of a shapefile into the folder of its main file, where GDAL looks for it. */
  putBeside(part: { readonly id: string; readonly name: string }, main: { readonly id: string }): Promise<void>;
  remove(id: string): Promise<void>;
  /** The ids whose bytes nobody has touched since. */
  idsFrom(before: Date): Promise<string[]>;
}

export function makeUploads(dataDir: string): Uploads {
  const root = join(dataDir, 'uploads');
  const path = (id: string, name: string) => join(root, id, safeName(name));
  return {
    path,
    async write(id, name, offset, bytes) {
      await mkdir(join(root, id), { recursive: true, mode: 0o700 });
      // Never cut: of two that send the same part the later one would take what had come after it.
      const file = await open(path(id, name), constants.O_WRONLY | constants.O_CREAT, 0o600);
      try {
        await file.write(bytes, 0, bytes.byteLength, offset);
      } finally {
        await file.close();
      }
    },
    putBeside: (part, main) => copyFile(path(part.id, part.name), join(root, main.id, safeName(part.name))),
    remove: (id) => rm(join(root, id), { recursive: true, force: true }),
    async idsFrom(before) {
      const old: string[] = [];
      for (const name of (await readdir(root).catch(() => [])).filter((one) => /^[0-9a-f-]{36}$/.test(one))) {
        const found = await stat(join(root, name)).catch(() => null);
        if (found && found.mtime < before) old.push(name);
      }
      return old;
    },
  };
}

/** File systems hold names of 255 bytes. */
const longestName_bytes = 200;

/**
 * A name without a path, a personal number or anything that a file system or a screen reads in its own way (signs that turn
 * the direction of writing); its ending stays.
 */
export function safeName(name: string): string {
  // Half a sign, which no database holds, is made whole on the way through bytes.
  const last = withoutPersonalNumbers(
    Buffer.from(name)
      .toString()
      .replace(/^.*[/\\]/s, ''),
  );
  const signs = [...last.replace(/[\p{Cc}\p{Bidi_Control}<>:"|?*]/gu, '_').replace(/^\.+/, '')];
  while (Buffer.byteLength(signs.join('')) > longestName_bytes) signs.splice(0, Math.ceil(signs.length / 20));
  return signs.join('').replace(/^\.+/, '') || 'fil';
}
