import { isAscii, isUtf8 } from 'node:buffer';
import { wideOrder } from './signature.ts';

/** What a text file was written in, as far as it has been read. */
export type Encoding = 'UTF-8' | 'ISO-8859-1' | 'UTF-16';

export interface Utf8Stream {
  /** What has been found so far; a file of plain ASCII counts as UTF-8. */
  encoding(): Encoding;
  /** Letters that are not of the encoding: a file put together of two. */
  isMixed(): boolean;
  chunks(): AsyncGenerator<Buffer>;
}

/**
 * Any text file as UTF-8 without byte order mark. What is not UTF-8 is read as Windows-1252, which holds all of
 * ISO-8859-1: the first character outside ASCII decides, so that no file has to be read twice.
 * @param asked instead of looking
 */
export function asUtf8(bytes: AsyncIterable<Buffer>, asked: Encoding | null = null): Utf8Stream {
  let encoding: Encoding = asked ?? 'UTF-8';
  let isMixed = false;
  async function* chunks(): AsyncGenerator<Buffer> {
    let decided = asked !== null;
    let rest: Buffer = Buffer.alloc(0);
    let decoder = asked === 'ISO-8859-1' ? new TextDecoder('windows-1252') : undefined;
    let isFirst = true;
    for await (const piece of bytes) {
      let chunk = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      rest = Buffer.alloc(0);
      if (isFirst) {
        isFirst = false;
        const order = wideOrder(chunk);
        if (asked === 'UTF-16' || (order && asked === null)) {
          encoding = 'UTF-16';
          decoder = new TextDecoder(order ?? 'utf-16le');
        } else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf && !decoder) {
          chunk = chunk.subarray(3);
          decided = true;
        }
      }
      if (!decoder && !isAscii(chunk)) {
        const whole = chunk.subarray(0, wholeCharacters(chunk));
        const isBroken = !isUtf8(whole);
        if (!decided && isBroken) {
          encoding = 'ISO-8859-1';
          decoder = new TextDecoder('windows-1252');
        }
        isMixed ||= decided && isBroken;
        decided ||= !isAscii(whole);
        if (!decoder) {
          rest = Buffer.from(chunk.subarray(whole.length));
          chunk = whole;
        }
      }
      yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
    }
    // A file that ends in the middle of its only letter outside ASCII is not UTF-8.
    if (rest.length > 0 && !decided && !isUtf8(rest)) {
      encoding = 'ISO-8859-1';
      yield Buffer.from(new TextDecoder('windows-1252').decode(rest));
    } else if (rest.length > 0) yield rest;
    const last = decoder?.decode();
    if (last) yield Buffer.from(last);
  }
  return { encoding: () => encoding, isMixed: () => isMixed, chunks };
}

/** How many bytes of a chunk are whole UTF-8 characters: the last one may go on in the next chunk. */
function wholeCharacters(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
}
