import { incidentCategories, type IncidentCategory } from '#core/wire/layers.ts';
import { densityPoints, type DensityPoint, type DensitySource } from '../../db/density-points.ts';
import type { Gate } from '../../db/gate.ts';
import { whats } from '../filters.ts';
import { noHour, type PointColumns } from './point-store.ts';

/** So many rows a statement: a few tens of milliseconds on either engine. */
const piece = 5000;

/** Reads a source's incidents piece by piece; each piece is the reader's to hand on, nothing is kept. */
export async function* readPoints(gate: Gate, source: DensitySource): AsyncGenerator<PointColumns> {
  let after: string | null = null;
  for (;;) {
    const from = after;
    const rows: DensityPoint[] = await gate.service('deriver', (tx) => densityPoints(tx, source, from, piece));
    if (rows.length > 0) yield columnsOf(rows, whats.indexOf(source.what));
    const last = rows.at(-1);
    if (!last || rows.length < piece) return;
    after = last.rowKey;
  }
}

function columnsOf(rows: readonly DensityPoint[], what: number): PointColumns {
  const positions = new Float64Array(rows.length * 2);
  rows.forEach(({ east, north }, index) => positions.set([east, north], index * 2));
  return {
    positions,
    what: new Uint8Array(rows.length).fill(what),
    category: Uint8Array.from(rows, ({ category }) => incidentCategories.indexOf(category as IncidentCategory)),
    hour: Uint8Array.from(rows, ({ hour }) => hour ?? noHour),
    months: Uint8Array.from(rows, ({ months }) => months),
  };
}
