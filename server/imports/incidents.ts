import { PointCounter, type Stacking } from '#core/density/stacked-points.ts';
import {
  addIncidents,
  incidentPositions,
  incomingIncidentColumns,
  makeIncomingIncidents,
  countIncidents,
} from '../db/import-incidents.ts';
import type { Gate } from '../db/gate.ts';
import { shownBatch } from '../db/import-batches.ts';
import { ensureIncidentCategories } from '../db/import-lookups.ts';
import { ImportFault } from './fault.ts';
import { firstChunk, incidentReader, type IncidentReader } from './incident-reader.ts';
import type { Job, ReadResult } from './job.ts';
import { emptyWithdrawn } from './leftovers.ts';
import { pieces } from './pieces.ts';
import { readTable } from './readers/read-table.ts';

/** Rows to a transaction: few on the embedded engine, which can do nothing else meanwhile. */
const rowsAtOnce = { postgres: 4000, embedded: 1000 } as const;

/**
 * Reads crime points. Of each we keep time, category, indoors or out, and position, and show none of them to anybody.
 * They go in under a batch that no reader counts; rows that the source holds already are passed over.
 */
export async function readIncidents(job: Job): Promise<ReadResult> {
  const { gate, report, options, sourceId } = job;
  const table = await readTable(job.path, options);
  try {
    const reader = incidentReader(table, job, await firstChunk(table));
    await gate.service('importer', ensureIncidentCategories);
    await emptyWithdrawn(gate, sourceId);
    await load(job, reader);
    const { result, timeGrain } = reader;
    // Of a source that has rows already the whole is judged.
    const isFirst = (await gate.service('importer', (tx) => shownBatch(tx, sourceId, null))) === null;
    const stacking = (isFirst ? result.points : await pointsOf(job)).stacking();
    noteFindings(job, reader, stacking);
    const kept = result.positions.length;
    const spread = result.positions.spread();
    if (spread.far > 0 && spread.far < 0.05 * kept) report.note('far_away', { rows: spread.far, km: spread.far_km });
    const crime = {
      what: options.get('what') ?? 'recorded_crime',
      grain: 'point' as const,
      timeGrain,
      periodFrom: result.months.first,
      periodTo: result.months.last,
      refusedForDensity: stacking.reason,
      distinctPoints: stacking.distinctPoints,
    };
    return {
      read: result.read,
      kept,
      withoutPosition: result.withoutPosition,
      publishing: { crime, extent: spread.middle },
    };
  } finally {
    await table.close();
  }
}

/** How many of a batch's rows the source did not hold before. */
export function addedIncidents(gate: Gate, batchId: number): Promise<number> {
  return gate.service('importer', (tx) => countIncidents(tx, batchId));
}

/** Sends the lines off in transactions of their own, reading on while the database works. */
async function load({ gate, sourceId, batchId }: Job, reader: IncidentReader): Promise<void> {
  const size = rowsAtOnce[gate.engine];
  let sending: Promise<void> = Promise.resolve();
  let waiting: string[] = [];
  async function send(lines: readonly string[]): Promise<void> {
    for (let start = 0; start < lines.length; start += size) {
      const part = lines.slice(start, start + size);
      await gate.service('importer', async (tx) => {
        await makeIncomingIncidents(tx);
        await tx.copyIn('pg_temp.incoming_incident', incomingIncidentColumns, pieces(part));
        return addIncidents(tx, sourceId, batchId);
      });
    }
  }
  try {
    for await (const lines of reader.lines()) {
      waiting = waiting.concat(lines);
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
}

/** What the one who imports should know of the file. */
function noteFindings({ report }: Job, { result, timeGrain, unknown }: IncidentReader, stacking: Stacking): void {
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

/** All positions of the source, this batch's too; read in portions. */
async function pointsOf({ gate, sourceId, batchId }: Job): Promise<PointCounter> {
  const points = new PointCounter();
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    const from: string = after;
    const page = await gate.service('importer', (tx) => incidentPositions(tx, sourceId, batchId, from, 5000));
    for (const [east, north] of page.positions) points.add(east, north);
    after = page.lastKey;
  }
  return points;
}
