import { stopIfCancelled } from './fault.ts';
import type { Job } from './job.ts';
import type { Table } from './readers/table.ts';

export interface Row {
  /** Its number in the file, where the headings stand on the first row that is no preamble. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Counts what went by. */
export interface Tally {
  /** Rows that hold anything. */
  read: number;
}

/**
 * The rows of a table in portions, as every kind reads them: blank ones passed over, cancel heeded, progress told. Gives
 * way to requests between portions.
 */
export async function* rowsOf(
  table: Table,
  { report, signal }: Pick<Job, 'report' | 'signal'>,
  tally: Tally,
): AsyncGenerator<Row[]> {
  for await (const chunk of table.chunks()) {
    stopIfCancelled(signal);
    const rows: Row[] = [];
    chunk.rows.forEach((cells, order) => {
      if (isBlank(cells)) return;
      tally.read += 1;
      rows.push({ number: chunk.first + order, cells });
    });
    yield rows;
    report.progress('read', tally.read);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
