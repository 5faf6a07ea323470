import { findStacking, type Stacking } from '#core/density/stacked-points.ts';
import type { Position } from '#core/position.ts';
import { publishBatch, startBatch } from '../db/import-batches.ts';
import {
  addIncidents,
  incidentPositions,
  incomingIncidentColumns,
  makeIncomingIncidents,
  positionShareOf,
  putCrimeSource,
} from '../db/import-incidents.ts';
import { ensureIncidentCategories } from '../db/import-lookups.ts';
import { describeSource, dropUnusedSource, ensureSource } from '../db/import-sources.ts';
import { ImportFault, stopIfCancelled } from './fault.ts';
import { firstChunk, incidentReader, type IncidentReader } from './incident-reader.ts';
import type { Job, Outcome } from './job.ts';
import { emptyWithdrawn, removeBatch } from './leftovers.ts';
import { readTable } from './readers/read-table.ts';
import { spreadOf } from './spread.ts';

/** Rows to a transaction: few on the embedded engine, which can do nothing else meanwhile. */
const rowsAtOnce = { postgres: 25_000, embedded: 2500 } as const;

/**
 * Loads crime points. Of each we keep time, category, indoors or out, and position, and show none of them to anybody.
 * They go in under a batch that no reader counts; publishing is one row, in one transaction with what the source is.
 */
export async function importIncidents(job: Job): Promise<Outcome> {
  const { gate, report, options } = job;
  const table = await readTable(job.path, options);
  try {
    const reader = incidentReader(table, job, await firstChunk(table));
    const sourceId = await gate.service('importer', async (tx) => {
      await ensureIncidentCategories(tx);
      return ensureSource(tx, job.source, 'incidents');
    });
    await emptyWithdrawn(gate, sourceId);
    const batch = { sourceId, kind: 'incidents', fileName: job.fileName, fileDigest: job.digest, at: job.clock.now() };
    const batchId = await gate.service('importer', (tx) => startBatch(tx, batch));
    try {
      const added = await load(job, reader, sourceId, batchId);
      return await publish(job, reader, sourceId, batchId, added);
    } catch (error) {
      await removeBatch(gate, batchId, report);
      await gate.service('importer', (tx) => dropUnusedSource(tx, sourceId));
      throw error;
    }
  } finally {
    await table.close();
  }
}

/** Sends the lines off in transactions of their own, reading on while the database works. Gives how many were new. */
async function load(job: Job, reader: IncidentReader, sourceId: number, batchId: number): Promise<number> {
  const size = rowsAtOnce[job.gate.engine];
  let added = 0;
  let sending: Promise<void> = Promise.resolve();
  let waiting: string[] = [];
  async function send(lines: readonly string[]): Promise<void> {
    for (let start = 0; start < lines.length; start += size) {
      const part = lines.slice(start, start + size).join('');
      added += await job.gate.service('importer', async (tx) => {
        await makeIncomingIncidents(tx);
        await tx.copyIn('pg_temp.incoming_incident', incomingIncidentColumns, [part]);
        return addIncidents(tx, sourceId, batchId);
      });
    }
  }
  try {
    for await (const lines of reader.lines()) {
      waiting = waiting.concat(lines);
      job.report.progress('read', reader.result.read);
      if (waiting.length < size) continue;
      await sending;
      sending = send(waiting);
      // Its failure is met at the next await; until then it must not count as unhandled.
      sending.catch(() => {});
      waiting = [];
    }
    await sending;
    if (waiting.length > 0) await send(waiting);
  } finally {
    await sending.catch(() => {});
  }
  if (reader.result.read === 0) throw new ImportFault('no_rows');
  if (reader.result.positions.length === 0)
    throw new ImportFault('nothing_usable', { read: String(reader.result.read) });
  return added;
}

/** Shows the batch to the readers that count, with what the source now is; a file that brought nothing leaves no trace. */
async function publish(
  job: Job,
  { result, timeGrain, unknown }: IncidentReader,
  sourceId: number,
  batchId: number,
  added: number,
): Promise<Outcome> {
  const { gate, report, clock } = job;
  report.progress('publish', result.read);
  stopIfCancelled(job.signal);
  const kept = result.positions.length;
  const counts = { read: result.read, new: added, changed: 0, same: kept - added, gone: 0, refused: report.refused };
  const before = await gate.service('importer', (tx) => positionShareOf(tx, sourceId));
  const read = before.read + result.read;
  const share = (read - before.without - result.withoutPosition) / read;
  const all = before.read > 0 && added > 0 ? await positionsOf(job, sourceId, batchId) : result.positions;
  const stacking = findStacking(all);
  const now = clock.now();

  if (added === 0) await removeBatch(gate, batchId);
  else
    await gate.service('importer', async (tx) => {
      await publishBatch(tx, batchId, now, { ...counts, withoutPosition: result.withoutPosition });
      await describeSource(tx, {
        sourceId,
        fileName: job.fileName,
        fileDigest: job.digest,
        licence: job.options.get('licence') ?? null,
        attribution: job.options.get('attribution') ?? null,
        at: now,
        read: result.read,
        published: kept,
        refused: report.refused,
      });
      await putCrimeSource(tx, {
        sourceId,
        what: job.options.get('what') === 'own_incidents' ? 'own_incidents' : 'recorded_crime',
        timeGrain,
        periodFrom: result.months.first,
        periodTo: result.months.last,
        shareWithCoordinates: share,
        refusedForDensity: stacking.reason,
        distinctPoints: stacking.distinctPoints,
      });
    });

  noteFindings(job, { result, timeGrain, unknown }, stacking);
  const spread = spreadOf(result.positions);
  if (spread.far > 0 && spread.far < 0.05 * kept) report.note('far_away', { rows: spread.far, km: spread.far_km });
  return { counts, extent: spread.middle };
}

/** What the one who imports should know of the file. */
function noteFindings(
  { report }: Job,
  { result, timeGrain, unknown }: Pick<IncidentReader, 'result' | 'timeGrain' | 'unknown'>,
  stacking: Stacking,
): void {
  report.note('share_with_coordinates', { share: (result.read - result.withoutPosition) / result.read });
  if (timeGrain === 'month') report.note('month_only');
  else if (timeGrain === 'day') report.note('day_only');
  const gaps = result.months.missing();
  if (gaps.length > 0) report.note('months_missing', { count: gaps.length, months: gaps.slice(0, 24).join(', ') });
  if (stacking.stacked)
    report.note('stacked', {
      points: stacking.distinctPoints,
      incidents: stacking.incidents,
      why: stacking.reason ?? '',
    });
  if (unknown.size === 0) return;
  const most = [...unknown].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  report.note('unknown_categories', {
    rows: most.reduce((sum, [, count]) => sum + count, 0),
    names: most
      .slice(0, 8)
      .map(([name, count]) => `${name || '–'} (${count})`)
      .join(', '),
  });
}

/** All positions of the source, this batch's too, so that the whole is judged; read in portions. */
async function positionsOf({ gate }: Job, sourceId: number, batchId: number): Promise<Position[]> {
  const positions: Position[] = [];
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    const from: string = after;
    const page = await gate.service('importer', (tx) => incidentPositions(tx, sourceId, batchId, from, 5000));
    positions.push(...page.positions);
    after = page.lastKey;
  }
  return positions;
}
