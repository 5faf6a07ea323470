import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Clock } from '../../server/db/clock.ts';
import type { Gate } from '../../server/db/gate.ts';
import { startBatch } from '../../server/db/import-batches.ts';
import { ensureIncidentCategories } from '../../server/db/import-lookups.ts';
import { ensureSource } from '../../server/db/import-sources.ts';

const columns = ['row_key', 'occurred_at', 'hour', 'category', 'indoors', 'geom'] as const;

/** The crimes of a PostgreSQL database as COPY's own text, in the order they were stored in. */
export async function finishedRows(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  let text = '';
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      text += piece.toString('latin1'); // digits, hexadecimal and our own codes
      done();
    },
  });
  await pipeline(
    client.query(copyTo(`copy (select ${columns.join(', ')} from secret.incident order by ctid) to stdout`)),
    sink,
  );
  await client.end();
  return text.split('\n').slice(0, -1);
}

/** Puts finished rows into an empty database's table of crimes with one COPY, keys and indexes standing; gives its milliseconds. */
export async function copyFinished(gate: Gate, clock: Clock, rows: readonly string[]): Promise<number> {
  const ids = await gate.service('importer', async (tx) => {
    await ensureIncidentCategories(tx);
    const sourceId = await ensureSource(tx, 'bare', 'incidents');
    const at = clock.now();
    return [
      sourceId,
      await startBatch(tx, { sourceId, kind: 'incidents', organisationId: null, fileName: '', fileDigest: '', at }),
    ];
  });
  const pieces: string[] = [];
  for (let from = 0; from < rows.length; from += 2_000)
    pieces.push(
      rows
        .slice(from, from + 2_000)
        .map((row) => `${ids.join('\t')}\t${row}\n`)
        .join(''),
    );
  const start = performance.now();
  await gate.service('importer', (tx) => tx.copyIn('secret.incident', ['source_id', 'batch_id', ...columns], pieces));
  return performance.now() - start;
}
