import { hash } from 'node:crypto';
import { DEFAULT_K, settleCells } from '#core/grid/settle-cells.ts';
import { cellAt, cellKey, CELL_SIZES_M, type Cell } from '#core/grid/cell.ts';
import type { Position } from '#core/position.ts';
import type { Tx } from '../db/driver.ts';
import { putPositions } from '../db/import-cameras.ts';
import { publishBatch, startBatch } from '../db/import-batches.ts';
import {
  insertMarking,
  insertStageEvent,
  mountsOfOrganisation,
  plausiblePlaces,
  recordImport,
  setMountNotCurrent,
  upsertMount,
} from '../db/import-mounts.ts';
import { ensureSource } from '../db/import-sources.ts';
import { getSetting } from '../db/settings.ts';
import { ImportFault, stopIfCancelled } from './fault.ts';
import type { Job, Outcome } from './job.ts';
import { readMounts, type MountRow } from './mount-rows.ts';
import { organisationFor } from './organisation.ts';
import { parseDay } from './values.ts';

/** OSL's everyday ground for the police's planned mounts at an authority that assists them. */
const defaultProvision = '18 kap. 1 och 3 §§ OSL';

/**
 * Loads the police's planned mounts. Each new one is marked secret at once, with provision, date and authority, and with
 * the cell that hides it among the buildings and masts that are loaded; where no cell does, nothing of it is shown.
 */
export async function importPlannedMounts(job: Job): Promise<Outcome> {
  const { gate, clock, report, options } = job;
  const code = options.get('organisation');
  if (!code) throw new ImportFault('option_needed', { name: 'organisation' });
  const authority = options.get('authority');
  if (!authority) throw new ImportFault('option_needed', { name: 'authority' });
  const decidedOn = parseDay(options.get('decided') ?? clock.now().toISOString(), 'dmy');
  if (!decidedOn)
    throw new ImportFault('not_a_choice', {
      name: 'decided',
      value: options.get('decided') ?? '',
      choices: 'YYYY-MM-DD',
    });
  const { rows, read, ranks } = await readMounts(job);
  if (rows.length === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  stopIfCancelled(job.signal);
  const marking = { provision: options.get('provision') ?? defaultProvision, authority, decidedOn };

  return gate.service('importer', async (tx) => {
    const at = clock.now();
    const organisationId = await organisationFor(tx, clock, {
      code,
      name: options.get('organisation_name') ?? null,
      kind: 'police',
    });
    const sourceId = await ensureSource(tx, job.source, 'planned-mounts');
    const known = new Map(
      (await mountsOfOrganisation(tx, organisationId, sourceId)).map((mount) => [mount.code, mount]),
    );
    const cellFor = await maskFor(tx, rows);
    const counts = { new: 0, changed: 0, same: 0, gone: 0 };
    const withheld: number[] = [];
    for (const row of rows) {
      const digest = hash('sha256', JSON.stringify({ ...row, row: 0 }), 'hex');
      const before = known.get(row.code);
      const [e, n] = row.position;
      if (before?.digest === digest) {
        counts.same += 1;
        continue;
      }
      if (before?.cell && cellKey(cellAt(row.position, before.cell[2] as Cell['size_m'])) !== keyOf(before.cell)) {
        report.refuse({ row: row.row, field: 'position', value: '', reason: 'outside_cell' });
        continue;
      }
      const id = before?.id ?? clock.uuid();
      const stageSince = row.stageSince ?? at.toISOString().slice(0, 10);
      const mount = { ...row, id, key: `${code}:${row.code}`, digest, stageSince, e, n };
      await upsertMount(tx, organisationId, sourceId, mount, ranks);
      await putPositions(tx, 'planned_mount', [mount]);
      if (before?.stage !== row.stage) await insertStageEvent(tx, clock.uuid(), id, row.stage, at);
      counts[before ? 'changed' : 'new'] += 1;
      if (before) continue;
      const cell = cellFor(row.position);
      if (!cell) withheld.push(row.row);
      await insertMarking(tx, { id: clock.uuid(), mountId: id, ...marking, at, cell });
    }
    const given = new Set(rows.map((row) => row.code));
    for (const mount of known.values()) {
      const isOver = mount.stage === 'not_current' || mount.stage === 'ended';
      if (given.has(mount.code) || !mount.isImported || isOver) continue;
      await setMountNotCurrent(tx, mount.id, at.toISOString().slice(0, 10));
      await insertStageEvent(tx, clock.uuid(), mount.id, 'not_current', at);
      counts.gone += 1;
    }
    if (withheld.length > 0) report.note('withheld', { rows: withheld.join(', ') });
    if (counts.gone > 0) report.note('mounts_gone', { rows: counts.gone });
    if (counts.new > 0) report.note('mounts_marked', { provision: marking.provision, authority, date: decidedOn });
    const done = { read, ...counts, refused: report.refused };
    if (counts.new + counts.changed + counts.gone > 0) {
      const batch = { sourceId, kind: 'planned-mounts', fileName: job.fileName, fileDigest: job.digest, at };
      await publishBatch(tx, await startBatch(tx, batch), at, { ...done, withoutPosition: 0 });
      await recordImport(tx, clock.uuid(), at, 'planned_mount.import', { organisation: code });
    }
    // Where they lie must not move the opening view, which everybody sees.
    return { counts: done, extent: null };
  });
}

function keyOf([east_m, north_m, size_m]: readonly [number, number, number]): string {
  return cellKey({ east_m, north_m, size_m: size_m as Cell['size_m'] });
}

/**
 * The mask for these positions. Cells are nested, so what happens in one of the largest does not touch another: only the
 * places of those that a position lies in are asked for.
 */
async function maskFor(tx: Tx, rows: readonly MountRow[]): Promise<(position: Position) => Cell | null> {
  const k = (await getSetting<{ k: number }>(tx, 'mask'))?.k ?? DEFAULT_K;
  const largest = CELL_SIZES_M[CELL_SIZES_M.length - 1] ?? 4000;
  const squares = new Map(rows.map(({ position }) => cellAt(position, largest)).map((cell) => [cellKey(cell), cell]));
  const places: Position[] = [];
  for (const { east_m, north_m, size_m } of squares.values())
    places.push(...(await plausiblePlaces(tx, east_m, north_m, size_m)));
  const settled = settleCells(places, k);
  return (position) => settled.cellFor(position);
}
