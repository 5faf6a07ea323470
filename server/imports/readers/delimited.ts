import { parse, type CsvError, type Options, type Parser } from 'csv-parse';
import { Readable } from 'node:stream';
import { ImportFault } from '../fault.ts';
import { bytesOf } from './bytes.ts';
import { chunkRows, type Chunk, type Table } from './table.ts';
import { asUtf8 } from './utf8.ts';

const delimiters = [';', '\t', ',', '|'] as const;

/**
 * A text file with one row of headings. It streams: a file of millions of rows takes no more memory than one of ten.
 * Separator and encoding are found by looking, unless `delimiter` is given.
 */
export async function readDelimited(path: string, delimiter?: string): Promise<Table> {
  const text = asUtf8(bytesOf(path));
  const pieces = text.chunks();
  const first = await pieces.next();
  if (first.done) throw new ImportFault('no_rows');
  const separator = delimiter ?? sniffDelimiter(first.value.toString('utf8'));
  const options: Options & { readableHighWaterMark: number } = {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // csv-parse hands this on to its stream: without it the reader is woken for every sixteenth record.
    readableHighWaterMark: 2 * chunkRows,
  };
  const parser = parse(options);
  const source = Readable.from(
    (async function* () {
      yield first.value;
      yield* pieces;
    })(),
    { objectMode: false, highWaterMark: 1024 * 1024 },
  );
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);

  const batches = batchesOf(parser);
  const start = await batches.next();
  const [names, ...rows] = start.done ? [] : start.value;
  if (!names || names.every((name) => name.trim() === '' || looksLikeNumber(name))) throw new ImportFault('no_header');
  return {
    header: uniqueNames(names),
    wktColumn: null,
    get format() {
      return `CSV (${separator === '\t' ? 'tab' : separator}) ${text.encoding()}`;
    },
    async *chunks(): AsyncGenerator<Chunk> {
      let row = 2;
      if (rows.length > 0) yield { first: row, rows };
      row += rows.length;
      for await (const batch of batches) {
        yield { first: row, rows: batch };
        row += batch.length;
      }
    },
    async close() {
      source.destroy();
      parser.destroy();
    },
  };
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
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new ImportFault('unclosed_quote', { row: String(lines ?? '') });
  return error;
}

/** The separator that the headings are parted by; a comma when there is but one column. */
function sniffDelimiter(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => ({ delimiter, count: line.split(delimiter).length - 1 }));
  const best = counts.reduce((left, right) => (right.count > left.count ? right : left));
  return best.count > 0 ? best.delimiter : ',';
}

function looksLikeNumber(text: string): boolean {
  return /^\s*-?\d+([.,]\d+)?\s*$/.test(text);
}

/** Two columns of one name are told apart by a number behind the second. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((raw) => {
    const name = raw.trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
