import { isAscii, isUtf8 } from 'node:buffer';

/** What a text file was written in, as far as it has been read. */
export type Encoding = 'UTF-8' | 'ISO-8859-1' | 'UTF-16';

export interface Utf8Stream {
  /** What has been found so far; a file of plain ASCII counts as UTF-8. */
  encoding(): Encoding;
  chunks(): AsyncGenerator<Buffer>;
}

/**
 * Any text file as UTF-8 without byte order mark. What is not UTF-8 is read as Windows-1252, which holds all of
 * ISO-8859-1: the first character outside ASCII decides, so that no file has to be read twice.
 */
export function asUtf8(bytes: AsyncIterable<Buffer>): Utf8Stream {
  let encoding: Encoding = 'UTF-8';
  async function* chunks(): AsyncGenerator<Buffer> {
    let decided = false;
    let rest: Buffer = Buffer.alloc(0);
    let decoder: TextDecoder | undefined;
    let isFirst = true;
    for await (const piece of bytes) {
      let chunk = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      rest = Buffer.alloc(0);
      if (isFirst) {
        isFirst = false;
        if (chunk[0] === 0xff && chunk[1] === 0xfe) {
          encoding = 'UTF-16';
          decoder = new TextDecoder('utf-16le');
        } else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
          chunk = chunk.subarray(3);
          decided = true;
        }
      }
      if (!decoder && !isAscii(chunk)) {
        const whole = chunk.subarray(0, wholeCharacters(chunk));
        if (!decided) {
          decided = true;
          if (!isUtf8(whole)) {
            encoding = 'ISO-8859-1';
            decoder = new TextDecoder('windows-1252');
          }
        }
        if (!decoder) {
          rest = Buffer.from(chunk.subarray(whole.length));
          chunk = whole;
        }
      }
      yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
    }
    if (rest.length > 0) yield rest;
    const last = decoder?.decode();
    if (last) yield Buffer.from(last);
  }
  return { encoding: () => encoding, chunks };
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
