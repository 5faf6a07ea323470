import { ensureIncidentCategories } from '../db/import-lookups.ts';
import { figureReader, isCategoryWord, isYear, type FigureReader } from './area-counts-figures.ts';
import { CountNotes } from './area-counts-notes.ts';
import { categoryIn, isTotalCategory, withoutNestedPeriods } from './area-counts-rows.ts';
import { cell, findColumns } from './columns.ts';
import { ImportFault } from './fault.ts';
import { firstChunk } from './incident-reader.ts';
import { noteColumns, type Job, type ReadResult } from './job.ts';
import { readTable } from './readers/read-table.ts';
import type { Reason } from './report.ts';
import { longestKey } from './row-keys.ts';
import { rowsOf, type Row } from './rows.ts';
import { numberStyle, parseAmount, type Decimal } from './sense/amount.ts';
import { squareCountFields } from './sense/fields.ts';
import type { Period } from './sense/period.ts';
import { isSquareSize, squareReader, type SquareReader } from './square-counts-squares.ts';
import { copyLine } from './values.ts';
import { wholeFile } from './whole-file.ts';

/** Finished lines of one period; which of two periods that hold each other stays is known at the end of the file. */
interface Held {
  readonly period: Period;
  readonly lines: string[];
  /** Of categories that are sums of the others. */
  readonly totals: string[];
}

/** Reads counts per square of a grid, category and period: one row a figure, or one column a period or a category. */
export async function readSquareCounts(job: Job): Promise<ReadResult> {
  const { report, options } = job;
  await job.gate.service('importer', ensureIncidentCategories);
  const table = await readTable(job.path, options);
  try {
    const { first, rest } = await firstChunk(table);
    const whole = wholeFile(job, table.header, { category: isCategoryWord, year: isYear, size: isSquareSize });
    const columns = findColumns(table, squareCountFields, whole.mapping);
    const { index } = columns;
    noteColumns(report, table.format, columns);
    const squares = squareReader(table, index, first.rows, whole.values.size);
    if (squares.guessed_m !== null) report.note('square_size', { size: squares.guessed_m });
    const figures = figureReader(table, index, [index.square, index.east, index.north, index.size], whole.values);
    const notes = new CountNotes();
    notes.wide(figures.wide);
    const { decimal } = numberStyle(
      first.rows.flatMap((cells) => figures.columns.map((column) => cell(cells, column))),
      true,
    );
    const held = new Map<string, Held>();
    const read = { squares, figures, decimal: decimal ?? ('comma' as const), notes, held };
    const tally = { read: 0 };
    const all = { ...table, chunks: () => both(first, rest) };
    for await (const part of rowsOf(all, job, tally)) for (const row of part) take(row, job, read);
    const { kept, sums } = withoutTotals([...held.values()]);
    const single = withoutNested(kept);
    if (single.kept.length === 0)
      throw new ImportFault(tally.read === 0 ? 'no_rows' : 'nothing_usable', { read: String(tally.read) });
    for (const { lines } of single.kept) await job.loader.add('square_count', lines);
    notes.tell(report, { sums, rests: 0, nested: single.nested });
    return {
      read: tally.read,
      publishing: { crime: notes.crime(options.get('what'), 'square', single.kept), extent: squares.extent() },
    };
  } finally {
    await table.close();
  }
}

interface Reading {
  readonly squares: SquareReader;
  readonly figures: FigureReader;
  readonly decimal: Decimal;
  readonly notes: CountNotes;
  readonly held: Map<string, Held>;
}

function take(row: Row, { report }: Job, { squares, figures, decimal, notes, held }: Reading): void {
  const refuse = (field: string, value: string, reason: Reason) =>
    report.refuse({ row: row.number, field, value, reason });
  const square = squares.of(row.cells);
  if ('reason' in square) return refuse(square.field, square.value, square.reason);
  for (const figure of figures.of(row)) {
    if ('reason' in figure) {
      report.refuse(figure);
      continue;
    }
    if (figure.word.length > longestKey) {
      refuse('category', figure.word, 'too_long');
      continue;
    }
    const amount = parseAmount(figure.text, decimal, 'zero');
    if (amount === null || (amount.value !== null && (amount.value < 0 || !Number.isInteger(amount.value)))) {
      refuse('count', figure.text, 'not_a_number');
      continue;
    }
    notes.amount(figure.text, amount);
    const sourceCategory = figure.word || notes.unnamed;
    const isTotal = isTotalCategory(sourceCategory);
    const { category, known } = categoryIn(sourceCategory);
    if (!known && !isTotal) notes.unknown(sourceCategory);
    const { from, to } = figure.period;
    const key = `${from}/${to}`;
    const into = held.get(key) ?? { period: figure.period, lines: [], totals: [] };
    held.set(key, into);
    (isTotal ? into.totals : into.lines).push(
      copyLine([
        row.number,
        square.east_m,
        square.north_m,
        square.size_m,
        category,
        sourceCategory,
        from,
        to,
        amount.value,
        amount.status,
      ]),
    );
  }
}

/** Sums of categories are kept only where the period has nothing else. */
function withoutTotals(held: readonly Held[]): { kept: Held[]; sums: number } {
  let sums = 0;
  const kept = held.map((one) => {
    if (one.lines.length === 0) return { ...one, lines: one.totals };
    sums += one.totals.length;
    return one;
  });
  return { kept, sums };
}

/** Years beside their own months, for the file as a whole: a file of squares has one division of time. */
function withoutNested(held: readonly Held[]): { kept: Held[]; nested: number } {
  const asCounts = held.map((one, row) => ({
    row,
    place: '',
    category: 'other' as const,
    sourceCategory: '',
    period: one.period,
    amount: { status: 'published' as const, value: 0 },
  }));
  const left = new Set(withoutNestedPeriods(asCounts).counts.map(({ row }) => row));
  const kept = held.filter((_, order) => left.has(order));
  const nested = held.filter((_, order) => !left.has(order)).reduce((sum, { lines }) => sum + lines.length, 0);
  return { kept, nested };
}

async function* both<Chunk>(first: Chunk, rest: AsyncIterator<Chunk>): AsyncGenerator<Chunk> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
