import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatabaseError, type Driver, type Setting, type Tx } from './driver.ts';
import { asText } from './as-text.ts';
import { parsers } from './parsers.ts';

/**
 * Set in one round trip; `true` makes each end with the transaction. The text never carries a value.
 * PostGIS' cost estimates make PostgreSQL compile statements of a few milliseconds for a second: no JIT.
 */
const settingText =
  "select set_config('role', $1, true), set_config('app.account', $2, true), set_config('app.now', $3, true), set_config('app.clearance', $4, true), set_config('TimeZone', 'UTC', true), set_config('jit', 'off', true)";

/** PostgreSQL >= 15 with PostGIS >= 3.3, through a pool of `pg`. */
export function openPostgres(url: string, migrateUrl: string = url): Driver {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      getTypeParser: (oid: number) => parsers[oid] ?? ((text: string) => text),
    } as pg.CustomTypesConfig,
  });
  // An idle connection that the server drops is replaced at the next use; without this the process would end.
  pool.on('error', () => {});

  return {
    engine: 'postgres',
    async transaction(setting, run) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        await client.query(settingText, valuesOf(setting));
        const result = await run(txOf(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw asDatabaseError(error);
      } finally {
        client.release(broken);
      }
    },
    async migrate(run) {
      const client = new pg.Client({ connectionString: migrateUrl });
      await client.connect();
      try {
        await run(
          async (text) => void (await client.query(text)),
          async (statement) => (await client.query(statement.text, statement.values.map(asText))).rows,
        );
      } finally {
        await client.end();
      }
    },
    close: () => pool.end(),
  };
}

function valuesOf(setting: Setting): string[] {
  return [setting.role, setting.account, setting.now, setting.clearance];
}

function txOf(client: pg.PoolClient): Tx {
  return {
    async query<Row>(statement: { text: string; values: readonly unknown[] }) {
      try {
        // queryMode extended: one statement a call, so that no text can carry a second one.
        const query = {
          text: statement.text,
          values: statement.values.map(asText),
          queryMode: 'extended',
        };
        return (await client.query(query)).rows as Row[];
      } catch (error) {
        throw asDatabaseError(error);
      }
    },
    async copyIn(table, columns, lines) {
      const sink = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
      await pipeline(Readable.from(lines, { objectMode: false }), sink).catch((error: unknown) => {
        throw asDatabaseError(error);
      });
    },
  };
}

/** pg's errors carry the offending row in `detail`: only the code, the message and the constraint's name go on. */
function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  return new DatabaseError(error.code ?? 'XX000', error.message, error.constraint);
}
