import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { ImportFault } from '../fault.ts';
import { refuseBomb } from './limits.ts';

/** The bytes of a file, unpacked when it is gzip (told by its first bytes, not by its name). */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!(await isGzip(path))) {
    yield* file as AsyncIterable<Buffer>;
    return;
  }
  const unpacked = createGunzip({ chunkSize: 256 * 1024 });
  file.on('error', (error) => unpacked.destroy(error));
  let bytes = 0;
  try {
    for await (const piece of file.pipe(unpacked) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      refuseBomb(file.bytesRead, bytes);
      yield piece;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR') throw new ImportFault('truncated', { format: 'gzip' });
    throw error;
  } finally {
    file.destroy();
    unpacked.destroy();
  }
}

export async function isGzip(path: string): Promise<boolean> {
  const [first, second] = await firstBytes(path, 2);
  return first === 0x1f && second === 0x8b;
}

export async function firstBytes(path: string, count: number): Promise<Buffer> {
  return bytesAt(path, 0, count);
}

/** Fewer than `count` bytes where the file ends before. */
export async function bytesAt(path: string, position: number, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
