import { stat } from 'node:fs/promises';
import { ImportFault } from '../fault.ts';
import { bytesAt, firstBytes } from './bytes.ts';
import { wideOrder, type Signature } from './signature.ts';

/**
 * Holds a file against the length that its own head tells: GDAL reads a shapefile or a database that was cut off as a
 * shorter one, without a word.
 * @throws ImportFault `truncated`
 */
export async function checkWhole(path: string, signature: Signature): Promise<void> {
  const expected = expectedLength(await firstBytes(path, 100), signature);
  const { size } = await stat(path);
  if (expected !== null && size < expected) throw new ImportFault('truncated', { format: signature });
  if (signature === 'osm-pbf') await checkBlocks(path, size);
  if (signature === 'json' || signature === 'xml') await checkEnd(path, size, signature);
}

/** JSON ends with a bracket, XML by closing its first element. */
async function checkEnd(path: string, size: number, signature: 'json' | 'xml'): Promise<void> {
  const start = await firstBytes(path, 4096);
  // In UTF-16 it is left to the one who reads it.
  if (wideOrder(start)) return;
  const end = (await bytesAt(path, Math.max(0, size - 4096), 4096)).toString('latin1').trimEnd();
  const root = /<([a-z][^\s>/]*)/i.exec(start.toString('latin1').replaceAll(/<!--[\s\S]*?-->/g, ''))?.[1];
  const isWhole =
    signature === 'json'
      ? /[}\]]$/.test(end)
      : root === undefined || end.includes(`</${root}`) || (size <= 4096 && end.endsWith('/>'));
  if (!isWhole) throw new ImportFault('truncated', { format: signature });
}

function expectedLength(head: Buffer, signature: Signature): number | null {
  if (head.length < 32) return null;
  // ESRI Shapefile Technical Description (1998): length in 16-bit words.
  if (signature === 'shapefile') return head.readInt32BE(24) * 2;
  if (signature === 'dbase') return head.readUInt16LE(8) + head.readUInt32LE(4) * head.readUInt16LE(10);
  if (signature !== 'sqlite') return null;
  // https://www.sqlite.org/fileformat.html 1.3: the count of pages holds when the two change counters agree.
  const page_bytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  const isCounted = head.length >= 100 && head.readUInt32BE(24) === head.readUInt32BE(92);
  return isCounted ? page_bytes * head.readUInt32BE(28) : null;
}

/** Walks over the blocks of an extract by their lengths alone (OSM wiki, PBF Format: BlobHeader, Blob). */
async function checkBlocks(path: string, size: number): Promise<void> {
  for (let at = 0; at < size;) {
    const start = await bytesAt(path, at, 4 + 128);
    const header_bytes = start.length < 4 ? Number.NaN : start.readUInt32BE(0);
    const blob_bytes = blobLength(start.subarray(4, 4 + header_bytes));
    if (!(header_bytes <= 128) || blob_bytes === null) {
      if (start.length < 4 + Math.min(header_bytes, 128) || blob_bytes === null)
        throw new ImportFault('truncated', { format: 'osm.pbf' });
      return;
    }
    at += 4 + header_bytes + blob_bytes;
    if (at > size) throw new ImportFault('truncated', { format: 'osm.pbf' });
  }
}

/** Field 3 (datasize) of a BlobHeader; null when it cannot be read. */
function blobLength(header: Buffer): number | null {
  for (let at = 0; at < header.length;) {
    const tag = header[at] ?? 0;
    const [value, next] = varint(header, at + 1);
    if (tag === 0x18) return next > header.length ? null : value;
    at = tag === 0x0a || tag === 0x12 ? next + value : header.length;
  }
  return null;
}

function varint(bytes: Buffer, from: number): [value: number, next: number] {
  let value = 0;
  for (let at = from; at < from + 5; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (at - from));
    if (byte < 0x80) return [value, at + 1];
  }
  return [value, from + 5];
}
