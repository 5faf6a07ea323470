import { stopIfCancelled } from './fault.ts';
import type { Job } from './job.ts';
import { cellWithPersonalNumber, columnsOfChance } from './keep/personal-number.ts';
import type { Chunk, Table } from './readers/table.ts';

export interface Row {
  /** Its number in the file. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Counts what went by. */
export interface Tally {
  /** Rows that hold anything. */
  read: number;
}

/**
 * The rows of a table in portions, as every kind reads them: blank ones passed over, those with a personal number refused
 * (and the number told to nobody), cancel heeded, progress told. Gives way to requests between portions.
 */
export async function* rowsOf(
  table: Table,
  { report, signal }: Pick<Job, 'report' | 'signal'>,
  tally: Tally,
  chunks: AsyncIterable<Chunk> = table.chunks(),
): AsyncGenerator<Row[]> {
  let passedOver: ReadonlySet<number> | null = null;
  for await (const chunk of chunks) {
    stopIfCancelled(signal);
    passedOver ??= withColumn(columnsOfChance(chunk.rows), table.wktColumn);
    const rows: Row[] = [];
    for (const [order, cells] of chunk.rows.entries()) {
      if (isBlank(cells)) continue;
      tally.read += 1;
      const number = chunk.first + order;
      const found = cellWithPersonalNumber(cells, passedOver);
      if (found < 0) rows.push({ number, cells });
      else report.refuse({ row: number, field: table.header[found] ?? 'row', value: '', reason: 'personal_number' });
    }
    yield rows;
    report.progress('read', tally.read);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const { code, values } of table.notes ?? []) report.note(code, values);
}

function withColumn(columns: ReadonlySet<number>, column: number | null): ReadonlySet<number> {
  return column === null ? columns : new Set([...columns, column]);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
