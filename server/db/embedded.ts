import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { asText } from './as-text.ts';
import { lockDirectory } from './directory-lock.ts';
import { DatabaseError, type Driver, type Tx } from './driver.ts';
import { parsers } from './parsers.ts';
import type { Sql } from './sql.ts';

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly failure?: { code: string | null; message: string; constraint: string | null };
}

/** COPY is given to the engine in pieces of this many characters, so that no single call holds it long. */
const copyPiece = 512 * 1024;

/**
 * PGlite with PostGIS in a worker thread, its files in `directory`, which no second process may open.
 * One connection: transactions wait for each other.
 */
export async function openEmbedded(directory: string): Promise<Driver> {
  mkdirSync(directory, { recursive: true });
  const unlock = lockDirectory(directory);
  const worker = new Worker(new URL('./embedded.worker.mjs', import.meta.url), {
    workerData: { dataDir: `${directory}/pg` },
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let death: Error | undefined;
  worker.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  worker.on('error', (error: Error) => {
    death = new Error(`The embedded database stopped: ${error.message}`);
    for (const answer of waiting.values())
      answer({ id: 0, failure: { code: null, message: death.message, constraint: null } });
    waiting.clear();
  });

  function call<Result>(operation: string, input?: object): Promise<Result> {
    if (death) return Promise.reject(death);
    const id = (lastId += 1);
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, failure }) => {
        if (!failure) resolve(result as Result);
        else if (failure.code)
          reject(new DatabaseError(failure.code, failure.message, failure.constraint ?? undefined));
        else reject(new Error(failure.message));
      });
      worker.postMessage({ id, operation, input });
    });
  }

  async function query<Row>(statement: Sql): Promise<Row[]> {
    const { rows, fields } = await call<{
      rows: (string | null)[][];
      fields: { name: string; dataTypeID: number }[];
    }>('query', { statement: statement.text, values: statement.values.map(asText) });
    return rows.map(
      (row) =>
        Object.fromEntries(
          fields.map((field, column) => {
            const cell = row[column] ?? null;
            return [field.name, cell === null ? null : (parsers[field.dataTypeID]?.(cell) ?? cell)];
          }),
        ) as Row,
    );
  }

  const tx: Tx = {
    query,
    async copyIn(table, columns, lines) {
      let piece = '';
      for await (const line of lines) {
        piece += line;
        if (piece.length < copyPiece) continue;
        await call('copyIn', { table, columns, data: piece });
        piece = '';
      }
      if (piece) await call('copyIn', { table, columns, data: piece });
    },
  };

  try {
    await call('open');
  } catch (error) {
    await worker.terminate();
    unlock();
    throw error;
  }

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: the engine has a single connection. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run, run);
    last = turn.catch(() => {});
    return turn;
  }

  return {
    engine: 'embedded',
    transaction: (setting, run) =>
      inTurn(async () => {
        try {
          await call('begin', { setting });
          const result = await run(tx);
          await call('commit');
          return result;
        } catch (error) {
          await call('rollback').catch(() => {});
          throw error;
        }
      }),
    migrate: (run) =>
      inTurn(async () => {
        await run((statements) => call('execute', { statements }), query);
        await call('seal');
      }),
    async close() {
      await inTurn(() => call('close')).catch(() => {});
      await worker.terminate();
      unlock();
    },
  };
}
