import { parse, type CsvError, type Options, type Parser } from 'csv-parse';
import { Readable } from 'node:stream';
import { ImportFault } from '../fault.ts';
import { bytesOf } from './bytes.ts';
import { sniffDelimiter } from './delimiter.ts';
import { mostInRow } from './limits.ts';
import { chunkRows } from './table.ts';
import { asUtf8, type Encoding } from './utf8.ts';

/** A text file as rows of cells, headings and all. */
export interface RawRows {
  readonly delimiter: string;
  encoding(): Encoding;
  isMixed(): boolean;
  /** Number in the file of the first row handed on. */
  readonly first: number;
  batches: AsyncGenerator<string[][]>;
  close(): void;
}

export interface RawOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | null;
  /** Written by GDAL: outlines may be long, and nothing is to be doubted. */
  readonly isOwn?: boolean;
}

/**
 * Streams: a file of millions of rows takes no more memory than one of ten.
 * @throws ImportFault `no_rows`; while it is read `unclosed_quote`, `field_too_long`, `nul_bytes`, `truncated`
 */
export async function rawRows(path: string, options: RawOptions): Promise<RawRows> {
  const text = asUtf8(bytesOf(path), options.encoding ?? null);
  const pieces = text.chunks();
  const start = await pieces.next();
  if (start.done) throw new ImportFault('no_rows');
  // Excel's own line about the separator.
  const said = /^sep=(.)\r?\n/i.exec(start.value.toString('utf8', 0, 16));
  const head = said ? start.value.subarray(Buffer.byteLength(said[0])) : start.value;
  const delimiter = options.delimiter ?? said?.[1] ?? sniffDelimiter(head.toString('utf8', 0, 65_536));
  const csvOptions: Options & { readableHighWaterMark: number } = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    ...(options.isOwn ? {} : { max_record_size: mostInRow }),
    // csv-parse hands this on to its stream: without it the reader is woken for every sixteenth record.
    readableHighWaterMark: 2 * chunkRows,
  };
  const parser = parse(csvOptions);
  const source = Readable.from(
    (async function* () {
      yield withoutNul(head);
      for await (const piece of pieces) yield withoutNul(piece);
    })(),
    { objectMode: false, highWaterMark: 128 * 1024 },
  );
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  return {
    delimiter,
    encoding: text.encoding,
    isMixed: text.isMixed,
    first: said ? 2 : 1,
    batches: batchesOf(parser),
    close() {
      source.destroy();
      parser.destroy();
    },
  };
}

/** A NUL is no text, and no database stores it: part of the file was never written, or it is no text file. */
function withoutNul(piece: Buffer): Buffer {
  if (piece.includes(0)) throw new ImportFault('nul_bytes');
  return piece;
}

/** The parser's records in batches: waiting once a batch is several times faster than once a record. */
async function* batchesOf(parser: Parser): AsyncGenerator<string[][]> {
  let failure: Error | undefined;
  let wake = () => {};
  parser.on('error', (error: Error) => {
    failure = error;
    wake();
  });
  parser.on('readable', () => wake());
  parser.on('end', () => wake());
  let batch: string[][] = [];
  for (;;) {
    for (let record = parser.read() as string[] | null; record; record = parser.read() as string[] | null) {
      batch.push(record);
      if (batch.length < chunkRows) continue;
      yield batch;
      batch = [];
    }
    if (failure) throw asFault(failure);
    if (parser.readableEnded) break;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  if (batch.length > 0) yield batch;
}

function asFault(error: Error): Error {
  const { code, lines } = error as CsvError & { lines?: number };
  const row = String(lines ?? '');
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new ImportFault('unclosed_quote', { row });
  if (code === 'CSV_MAX_RECORD_SIZE') return new ImportFault('field_too_long', { row, most: String(mostInRow) });
  return error;
}
