import type { Sql } from './sql.ts';

/** One open transaction. Rows come as plain objects: int8 and numeric as numbers, dates and times as ISO text. */
export interface Tx {
  query<Row = Record<string, unknown>>(statement: Sql): Promise<Row[]>;
  /**
   * Loads finished rows into a table through COPY (text format), faster than any insert.
   * `lines` gives whole lines, already escaped, each ending in a newline.
   */
  copyIn(table: string, columns: readonly string[], lines: AsyncIterable<string> | Iterable<string>): Promise<void>;
}

/** What the gate sets for one transaction. */
export interface Setting {
  readonly role: string;
  readonly account: string;
  readonly now: string;
  readonly clearance: 'yes' | 'no';
}

/** The two engines, PostgreSQL and the embedded one, behind the same two methods. */
export interface Driver {
  readonly engine: 'postgres' | 'embedded';
  /** Begins, sets the role and what the views read, runs, commits; any throw rolls back. */
  transaction<T>(setting: Setting, run: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs migration text (several statements) as the owner, before any viewer is served. */
  migrate(run: (execute: (text: string) => Promise<void>, query: Tx['query']) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** An error of the database without what it quotes: no statement, no values, no row. */
export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly constraint?: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}
