import { createReadStream } from 'node:fs';
import { bytesOf, firstBytes, isGzip } from './bytes.ts';

/** What a file is by its first bytes. Its name may say anything: a CSV is called .xlsx often enough. */
export type Signature =
  | 'empty'
  | 'text'
  | 'zip'
  | 'sqlite'
  | 'flatgeobuf'
  | 'osm-pbf'
  | 'json'
  | 'xml'
  | 'html'
  | 'shapefile'
  | 'dbase'
  | 'mapinfo'
  | 'ole'
  | 'pdf'
  | 'binary';

const headLength = 4096;

/** Looks through gzip, whose contents decide. @throws ImportFault `truncated` for a gzip that ends in its first bytes. */
export async function signatureOf(path: string): Promise<Signature> {
  return signatureOfBytes(await headOf(path), path);
}

async function headOf(path: string): Promise<Buffer> {
  if (!(await isGzip(path))) return firstBytes(path, headLength);
  for await (const piece of bytesOf(path)) return piece.subarray(0, headLength);
  return Buffer.alloc(0);
}

function signatureOfBytes(head: Buffer, path: string): Signature {
  if (head.length === 0) return 'empty';
  const latin = head.toString('latin1');
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(latin.slice(0, 4))) return 'zip';
  if (latin.startsWith('SQLite format 3\0')) return 'sqlite';
  if (latin.startsWith('fgb\x03')) return 'flatgeobuf';
  if (/^\0\0[\s\S]{2}\n\tOSMHeader/.test(latin)) return 'osm-pbf';
  if (latin.startsWith('\xd0\xcf\x11\xe0')) return 'ole';
  if (latin.startsWith('%PDF')) return 'pdf';
  if (head.length > 32 && head.readInt32BE(0) === 9994) return 'shapefile';
  if (/\.dbf$/i.test(path) && [0x03, 0x83, 0x8b, 0x30].includes(head[0] ?? 0)) return 'dbase';
  const text = textOf(head).trimStart();
  if (/^!table/i.test(text)) return 'mapinfo';
  if (/^<(!doctype )?html/i.test(text)) return 'html';
  if (/^<[?!a-z]/i.test(text)) return 'xml';
  if (/^(\{|\[\s*[[{\]])/.test(text)) return 'json';
  // A text file may be called so and hold a NUL: that is said as a fault of the text, with its row.
  return text.includes('\0') && !/\.(csv|tab|tsv|txt)(\.gz)?$/i.test(path) ? 'binary' : 'text';
}

function textOf(head: Buffer): string {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return head.toString('utf8', 3);
  const order = wideOrder(head);
  return order === null ? head.toString('latin1') : new TextDecoder(order).decode(head);
}

/** Whether bytes are UTF-16, told by the mark or by every other byte of Swedish text being nought. */
export function wideOrder(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const start = head.subarray(0, 512);
  if (start.length < 4) return null;
  const noughts = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) noughts[index % 2] = (noughts[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = noughts.map((count) => count / (start.length / 2));
  if (odd > 0.6 && even < 0.1) return 'utf-16le';
  return even > 0.6 && odd < 0.1 ? 'utf-16be' : null;
}

/** What stands in an old Office container: names of its streams are UTF-16 text somewhere in it. */
export async function oleContent(path: string): Promise<'encrypted' | 'old-excel' | 'other'> {
  const names = { encrypted: 'EncryptedPackage', 'old-excel': 'Workbook', other: 'WordDocument' } as const;
  const known = Object.entries(names).map(([kind, name]) => [kind, Buffer.from(name, 'utf16le')] as const);
  let carried: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024, end: 256 * 1024 * 1024 })) {
    const bytes = Buffer.concat([carried, piece as Buffer]);
    const found = known.find(([, name]) => bytes.includes(name));
    if (found) return found[0] as keyof typeof names;
    carried = bytes.subarray(-64);
  }
  return 'other';
}
