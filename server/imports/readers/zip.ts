import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { ImportFault } from '../fault.ts';
import { bytesAt } from './bytes.ts';
import { refuseBomb } from './limits.ts';

/** A file in a zip, as the directory at the end of the zip lists it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  /** With folders, parted by "/". */
  readonly name: string;
  readonly packed_bytes: number;
  readonly unpacked_bytes: number;
  readonly method: number;
  readonly crc: number;
  readonly isEncrypted: boolean;
  readonly offset: number;
}

const mostEntries = 20_000;
const truncated = () => new ImportFault('truncated', { format: 'zip' });

/**
 * What a zip holds, without reading more of it than its directory. Folders are left out.
 * @throws ImportFault `truncated` when the end is missing, `zip_bomb` when it would unpack to too much
 */
export async function zipEntries(path: string): Promise<ZipEntry[]> {
  const { size } = await stat(path);
  const tail = await bytesAt(path, Math.max(0, size - 65_600), Math.min(size, 65_600));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || tail.length - end < 22) throw truncated();
  const { count, start, length } = await directoryOf(path, tail, end);
  if (count > mostEntries || length > 64 * 1024 ** 2) throw new ImportFault('zip_bomb', { megabytes: '' });
  const directory = await bytesAt(path, start, length);
  if (directory.length < length) throw truncated();
  const entries: ZipEntry[] = [];
  let unpacked = 0;
  for (let at = 0; entries.length < count && at + 46 <= directory.length;) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw truncated();
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const entry = entryOf(directory.subarray(at, nameEnd), directory.subarray(nameEnd, extraEnd));
    unpacked += entry.unpacked_bytes;
    refuseBomb(entry.packed_bytes, entry.unpacked_bytes);
    refuseBomb(size, unpacked);
    entries.push(entry);
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  if (entries.length < count) throw truncated();
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** Where the directory stands; a zip of more than 4 GB says it in a second place (zip64). */
async function directoryOf(path: string, tail: Buffer, end: number) {
  const short = {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    start: tail.readUInt32LE(end + 16),
  };
  if (short.count !== 0xffff && short.length !== 0xffffffff && short.start !== 0xffffffff) return short;
  if (end < 20 || tail.readUInt32LE(end - 20) !== 0x07064b50) return short;
  const long = await bytesAt(path, Number(tail.readBigUInt64LE(end - 12)), 56);
  if (long.length < 56 || long.readUInt32LE(0) !== 0x06064b50) throw truncated();
  const [count = 0, length = 0, start = 0] = [32, 40, 48].map((at) => Number(long.readBigUInt64LE(at)));
  return { count, length, start };
}

function entryOf(head: Buffer, extra: Buffer): ZipEntry {
  const sizes = [head.readUInt32LE(24), head.readUInt32LE(20), head.readUInt32LE(42)];
  const wide = extraField(extra, 1);
  let next = 0;
  const [unpacked_bytes = 0, packed_bytes = 0, offset = 0] = sizes.map((size) => {
    if (size !== 0xffffffff || !wide || wide.length < next + 8) return size;
    next += 8;
    return Number(wide.readBigUInt64LE(next - 8));
  });
  const flags = head.readUInt16LE(8);
  return {
    name: nameOf(head.subarray(46), (flags & 0x800) !== 0),
    packed_bytes,
    unpacked_bytes,
    method: head.readUInt16LE(10),
    crc: head.readUInt32LE(16),
    isEncrypted: (flags & 1) !== 0,
    offset,
  };
}

function extraField(extra: Buffer, wanted: number): Buffer | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === wanted) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

/** Windows writes names in the old DOS letters (the Swedish ones stand alike in code pages 437 and 850). */
const dosLetters: Readonly<Record<number, string>> = {
  0x81: 'ü',
  0x82: 'é',
  0x84: 'ä',
  0x86: 'å',
  0x8e: 'Ä',
  0x8f: 'Å',
  0x90: 'É',
  0x94: 'ö',
  0x99: 'Ö',
  0x9a: 'Ü',
};

function nameOf(bytes: Buffer, saysUtf8: boolean): string {
  const name =
    saysUtf8 || isUtf8(bytes)
      ? bytes.toString('utf8')
      : [...bytes].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (dosLetters[byte] ?? '_'))).join('');
  return name.replaceAll('\\', '/');
}

/**
 * Unpacks one file, or with `to` null only reads it through, and holds it against its length and checksum.
 * @throws ImportFault `truncated`, `password_protected`, `zip_bomb` or `unread_format` (a packing other than deflate)
 */
export async function unpackEntry(path: string, entry: ZipEntry, to: string | null): Promise<void> {
  if (entry.isEncrypted) throw new ImportFault('password_protected', { file: entry.name });
  if (entry.method !== 0 && entry.method !== 8)
    throw new ImportFault('unread_format', { file: entry.name, said: `zip method ${entry.method}` });
  const head = await bytesAt(path, entry.offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw truncated();
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  let bytes = 0;
  let crc = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      done(bytes > entry.unpacked_bytes ? truncated() : null, chunk);
    },
  });
  const out = to === null ? new Writable({ write: (_chunk, _encoding, done) => done() }) : createWriteStream(to);
  if (entry.packed_bytes > 0) {
    const packed = createReadStream(path, { start, end: start + entry.packed_bytes - 1, highWaterMark: 256 * 1024 });
    const flow =
      entry.method === 8 ? pipeline(packed, createInflateRaw(), counted, out) : pipeline(packed, counted, out);
    await flow.catch((error: unknown) => {
      throw String((error as NodeJS.ErrnoException).code).startsWith('Z_') ? truncated() : error;
    });
  } else await pipeline(counted.end(), out);
  if (bytes !== entry.unpacked_bytes || crc !== entry.crc) throw truncated();
}
