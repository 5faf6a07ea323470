import { copyFile, open, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of uploads, a folder a file, that only this user of the system may read. */
export interface Uploads {
  /** Where the file lies, under its own name, which tells its format. */
  path(id: string, name: string): string;
  /** Writes bytes at a place; what is there is written over, so that a part may be sent again. */
  write(id: string, name: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** Puts a part of a shapefile into the folder of its main file, where GDAL looks for it. */
  putBeside(part: { readonly id: string; readonly name: string }, main: { readonly id: string }): Promise<void>;
  remove(id: string): Promise<void>;
  /** The ids that have bytes here. */
  ids(): Promise<string[]>;
}

export function makeUploads(dataDir: string): Uploads {
  const root = join(dataDir, 'uploads');
  const path = (id: string, name: string) => join(root, id, safeName(name));
  return {
    path,
    async write(id, name, offset, bytes) {
      await mkdir(join(root, id), { recursive: true, mode: 0o700 });
      const file = await open(path(id, name), offset === 0 ? 'w' : 'r+', 0o600);
      try {
        await file.write(bytes, 0, bytes.byteLength, offset);
      } finally {
        await file.close();
      }
    },
    putBeside: (part, main) => copyFile(path(part.id, part.name), join(root, main.id, safeName(part.name))),
    remove: (id) => rm(join(root, id), { recursive: true, force: true }),
    ids: () => readdir(root).catch(() => []),
  };
}

/** A name without a path or anything that a file system reads in its own way; its ending stays. */
export function safeName(name: string): string {
  const last = name.replace(/^.*[/\\]/, '').replace(/[\p{Cc}<>:"|?*]/gu, '_');
  const plain = last.replace(/^\.+/, '').slice(-150);
  return plain === '' ? 'fil' : plain;
}
