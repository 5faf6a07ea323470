import type { Gate } from '../db/gate.ts';
import {
  incomingColumns,
  makeIncoming,
  mendedAreas,
  rowsInBatch,
  takeIncoming,
  type LoadInto,
} from '../db/import-loaded.ts';
import type { LoadedTableName } from '../db/loaded-tables.ts';
import { pieces } from './pieces.ts';
import type { Report } from './report.ts';

/** Rows to a transaction: few on the embedded engine, which can do nothing else meanwhile. */
const rowsAtOnce = { postgres: 10_000, embedded: 1000 } as const;

export interface Changes {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly gone: number;
}

/** Sends finished rows into a batch, in transactions of their own, while the reader reads on. */
export interface Loader {
  /** Lines for COPY, the columns as in loaded-tables.ts. Waits while the database is behind. */
  add(table: LoadedTableName, lines: readonly string[]): Promise<void>;
  /** Sends the rest. */
  finish(): Promise<void>;
  /** Against what the source shows now: of one table, or of all that rows were sent to. */
  changes(table?: LoadedTableName): Promise<Changes>;
}

export function makeLoader(gate: Gate, into: LoadInto, report: Report): Loader {
  const size = rowsAtOnce[gate.engine];
  const waiting = new Map<LoadedTableName, string[]>();
  const found = new Map<LoadedTableName, { new: number; changed: number; same: number }>();
  let sending: Promise<void> = Promise.resolve();

  async function send(table: LoadedTableName, lines: readonly string[]): Promise<void> {
    const counts = await gate.service('importer', async (tx) => {
      await makeIncoming(tx, table);
      await tx.copyIn('pg_temp.incoming', incomingColumns(table), pieces(lines));
      if (table === 'area') noteMended(report, await mendedAreas(tx));
      return takeIncoming(tx, table, into);
    });
    const sum = found.get(table) ?? { new: 0, changed: 0, same: 0 };
    sum.new += counts.new;
    sum.changed += counts.changed;
    sum.same += counts.same;
    found.set(table, sum);
    if (counts.doubled > 0) report.note('doubled', { rows: counts.doubled });
  }

  /** One part on its way while the next is made: a file is never held whole. */
  async function pass(table: LoadedTableName, lines: readonly string[]): Promise<void> {
    await sending;
    sending = send(table, lines);
    // Its failure is met at the next await; until then it must not count as unhandled.
    sending.catch(() => {});
  }

  return {
    async add(table, lines) {
      if (!found.has(table)) found.set(table, { new: 0, changed: 0, same: 0 });
      let held = waiting.get(table) ?? [];
      held = held.length === 0 ? [...lines] : held.concat(lines);
      while (held.length >= size) {
        await pass(table, held.slice(0, size));
        held = held.slice(size);
      }
      waiting.set(table, held);
    },
    async finish() {
      for (const [table, lines] of waiting) if (lines.length > 0) await pass(table, lines);
      waiting.clear();
      await sending;
    },
    async changes(only) {
      const sum = { new: 0, changed: 0, same: 0, gone: 0 };
      for (const [table, counts] of found) {
        if (only && only !== table) continue;
        sum.new += counts.new;
        sum.changed += counts.changed;
        sum.same += counts.same;
        const before = into.currentBatchId;
        const had = before === null ? 0 : await gate.service('importer', (tx) => rowsInBatch(tx, table, before));
        sum.gone += had - counts.changed - counts.same;
      }
      return sum;
    },
  };
}

function noteMended(report: Report, mended: Awaited<ReturnType<typeof mendedAreas>>): void {
  for (const { row, code, parts, wasValid, isEmpty } of mended) {
    if (parts > 1) report.note('parts_joined', { code, parts });
    if (isEmpty) report.refuse({ row, field: 'geometry', value: code, reason: 'not_an_area' });
    else if (!wasValid) report.note('made_valid', { code, row });
  }
}
