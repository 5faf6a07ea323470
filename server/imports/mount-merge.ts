import { hash } from 'node:crypto';
import { DEFAULT_K, settleCells } from '#core/grid/settle-cells.ts';
import { cellAt, cellKey, CELL_SIZES_M, type Cell } from '#core/grid/cell.ts';
import type { Position } from '#core/position.ts';
import type { Tx } from '../db/driver.ts';
import type { Batch } from '../db/import-batches.ts';
import { putPositions } from '../db/import-cameras.ts';
import {
  deleteMount,
  insertMarking,
  insertStageEvent,
  mountsOfOrganisation,
  plausiblePlaces,
  recordImport,
  setMountNotCurrent,
  upsertMount,
} from '../db/import-mounts.ts';
import { getSetting } from '../db/settings.ts';
import { stagedRows } from '../db/staged-rows.ts';
import { ImportFault } from './fault.ts';
import type { Merge } from './kinds.ts';
import type { MountRow } from './mount-rows.ts';

/**
 * The police's planned mounts of a batch. Each new one is marked secret at once, with provision, date and authority, and
 * with the cell that hides it among the buildings and masts that are loaded; where no cell does, nothing of it is shown.
 * Taking a batch back brings the mounts to what the batch before said, and removes those that came with it, unless
 * somebody has changed them since.
 */
export const mountMerge: Merge = async (tx, batch, { clock, report, write, undoTo }) => {
  const organisationId = batch.organisationId;
  if (!organisationId) throw new ImportFault('option_needed', { name: 'organisation' });
  const isUndo = undoTo !== undefined;
  const from = isUndo ? undoTo : batch;
  const rows = from ? await stagedRows<MountRow>(tx, from.id) : [];
  const marking = markingOf(from ?? batch);
  const at = clock.now();
  const today = at.toISOString().slice(0, 10);
  const known = new Map(
    (await mountsOfOrganisation(tx, organisationId, batch.sourceId)).map((mount) => [mount.code, mount]),
  );
  const cellFor = await maskFor(tx, rows);
  const counts = { new: 0, changed: 0, same: 0, gone: 0 };
  const withheld: number[] = [];
  for (const row of rows) {
    const digest = hash('sha256', JSON.stringify({ ...row, row: 0 }), 'hex');
    const before = known.get(row.code);
    const [e, n] = row.position;
    if (before?.digest === digest || (isUndo && before?.isTouched)) {
      counts.same += 1;
      continue;
    }
    if (before?.cell && cellKey(cellAt(row.position, before.cell[2] as Cell['size_m'])) !== keyOf(before.cell)) {
      report?.refuse({ row: row.row, field: 'position', value: '', reason: 'outside_cell' });
      continue;
    }
    counts[before ? 'changed' : 'new'] += 1;
    const cell = before ? null : cellFor(row.position);
    if (!before && !cell) withheld.push(row.row);
    if (!write) continue;
    const id = before?.id ?? clock.uuid();
    const mount = {
      ...row,
      id,
      key: `${organisationId}:${row.code}`,
      digest,
      stageSince: row.stageSince ?? today,
      e,
      n,
    };
    await upsertMount(tx, organisationId, batch.sourceId, mount, marking.ranks);
    await putPositions(tx, 'planned_mount', [mount]);
    if (before?.stage !== row.stage) await insertStageEvent(tx, clock.uuid(), id, row.stage, at);
    if (!before) await insertMarking(tx, { id: clock.uuid(), mountId: id, ...marking, at, cell });
  }
  const given = new Set(rows.map((row) => row.code));
  const cameWithIt = isUndo ? new Set((await stagedRows<MountRow>(tx, batch.id)).map((row) => row.code)) : null;
  for (const mount of known.values()) {
    if (given.has(mount.code) || !mount.isImported) continue;
    if (cameWithIt) {
      const isNew = (mount.markedAt ?? '') >= (batch.publishedAt ?? '~');
      if (!cameWithIt.has(mount.code) || mount.isTouched || !isNew) continue;
      counts.gone += 1;
      if (write) await deleteMount(tx, mount.id);
      continue;
    }
    if (mount.stage === 'not_current' || mount.stage === 'ended') continue;
    counts.gone += 1;
    if (!write) continue;
    await setMountNotCurrent(tx, mount.id, today);
    await insertStageEvent(tx, clock.uuid(), mount.id, 'not_current', at);
  }
  if (withheld.length > 0) report?.note('withheld', { rows: withheld.join(', ') });
  if (counts.gone > 0) report?.note('mounts_gone', { rows: counts.gone });
  if (counts.new > 0)
    report?.note('mounts_marked', {
      provision: marking.provision,
      authority: marking.authority,
      date: marking.decidedOn,
    });
  if (write) {
    const action = isUndo ? 'planned_mount.import_undo' : 'planned_mount.import';
    await recordImport(tx, clock.uuid(), at, action, { organisation: organisationId });
  }
  return counts;
};

/** The decision that every new mount of a batch is marked with. */
function markingOf({ publishing: { own = {} } }: Batch) {
  return {
    provision: String(own['provision']),
    authority: String(own['authority']),
    decidedOn: String(own['decided']),
    ranks: own['ranks'] === true,
  };
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
