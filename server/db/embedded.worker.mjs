// The embedded engine in a thread of its own, so that a slow query never blocks HTTP.
// Plain JavaScript on purpose: worker threads of Node 20 load no TypeScript.
import { PGlite, types } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { parentPort, workerData } from 'node:worker_threads';

/** Values arrive and leave as PostgreSQL's own text; the main thread parses them as it does for PostgreSQL. */
const asText = (value) => value;
const serializers = Object.fromEntries(Object.keys(types.serializers).map((oid) => [oid, asText]));
const arrays = [199, 1000, 1001, 1005, 1007, 1009, 1014, 1015, 1016, 1021, 1022, 1115, 1182, 1185, 1231, 2951, 3807];
const parsers = Object.fromEntries([...Object.keys(types.parsers), ...arrays].map((oid) => [oid, asText]));

/** @type {PGlite} */
let database;
let sealed = false;

/**
 * After the migrations: text that would leave the viewer's role is refused here, whatever sent it. A belt beside the braces:
 * spelt otherwise it still meets a session user who may become a viewer and nothing more (docs/masking.md).
 */
const leavesRole =
  /'role'|\bset\s+(local\s+|session\s+)?"?role|\breset\s+(role|all)|session_authorization|session\s+authorization/i;

const operations = {
  async open() {
    database = await PGlite.create({ dataDir: workerData.dataDir, extensions: { postgis } });
  },
  /** Several statements as the owner: migrations only. */
  async execute({ statements }) {
    if (sealed) throw new Error('The database serves viewers: no more migrations.');
    await database.exec(statements);
  },
  /** From here on the session's user owns nothing and can become nothing but a viewer. */
  async seal() {
    // COPY here reads '/dev/blob', which only a reader of server files may: the importer, who may read every table anyway.
    await database.exec('grant pg_read_server_files to kp_importer with inherit true');
    await database.exec('set session authorization kp_server');
    sealed = true;
  },
  async begin({ setting }) {
    await database.exec('begin');
    await database.query(
      "select set_config('role', $1, true), set_config('app.account', $2, true), set_config('app.now', $3, true), set_config('app.clearance', $4, true), set_config('TimeZone', 'UTC', true)",
      [setting.role, setting.account, setting.now, setting.clearance],
    );
  },
  async query({ statement, values }) {
    if (sealed && leavesRole.test(statement)) throw new Error('A statement may not choose a role.');
    const result = await database.query(statement, values, {
      parsers,
      serializers,
      rowMode: 'array',
    });
    return { rows: result.rows, fields: result.fields };
  },
  async copyIn({ table, columns, data }) {
    await database.query(`copy ${table} (${columns.join(', ')}) from '/dev/blob'`, [], {
      blob: new Blob([data]),
    });
  },
  async commit() {
    await database.exec('commit');
  },
  async rollback() {
    await database.exec('rollback');
  },
  async close() {
    await database.close();
  },
};

parentPort.on('message', async ({ id, operation, input }) => {
  try {
    parentPort.postMessage({ id, result: await operations[operation](input ?? {}) });
  } catch (error) {
    // PGlite's errors carry the query, its parameters and the row: none of that may reach a log.
    parentPort.postMessage({
      id,
      failure: {
        code: error.code ?? null,
        message: error.message,
        constraint: error.constraint ?? null,
      },
    });
  }
});
