import { boxesMeet } from '#core/geometry/box.ts';
import type { Box } from '#core/position.ts';
import type { FeatureRow, SearchBox } from '../../db/features.ts';
import type { Crs } from '../crs.ts';
import type { ItemSource } from '../features/item-source.ts';
import { fromGround, groundBox } from '../features/project.ts';
import { quadMeetsBox } from '../features/quad-meets-box.ts';
import { densityFilter, type DensityFilter } from '../filters.ts';
import { cell_m } from './compute-density.ts';
import type { KeptDensity, DensityStore } from './density-store.ts';

/** Cells looked at before the event loop has its turn. */
const turn = 500;

/** The density's cells as features, in the order of their ids: from the south, then from the west. */
export function densityItems(store: DensityStore): ItemSource {
  return {
    idType: 'integer',
    async page({ filters, boxes, crs, after, limit }) {
      const filter = densityFilter(filters);
      const density = await store.density(filter);
      const wanted = boxes?.map((box) => ({ box, ground: groundBox(box) }));
      const rows: FeatureRow[] = [];
      for (let index = firstAfter(density, after); index < density.east_m.length; index += 1) {
        if (index % turn === 0) await new Promise(setImmediate);
        if (wanted && !wanted.some(({ box, ground }) => ground && touches(cellOf(density, index), box, ground)))
          continue;
        if (rows.length === limit) return { rows, more: true };
        rows.push(rowOf(density, index, filter, crs));
      }
      return { rows, more: false };
    },
    async one(id, crs) {
      const filter = densityFilter({});
      const density = await store.density(filter);
      const index = firstAfter(density, Number(id) - 1);
      return index < density.east_m.length && idOf(density, index) === id ? rowOf(density, index, filter, crs) : null;
    },
  };
}

/** A whole number that grows with the order of the cells. */
function idOf({ east_m, north_m }: KeptDensity, index: number): number {
  return (north_m[index]! / cell_m) * 100_000 + east_m[index]! / cell_m + 20_000;
}

/** The first cell with a larger id, by halving. */
function firstAfter(density: KeptDensity, after: number | string | null): number {
  if (after === null) return 0;
  let [from, to] = [0, density.east_m.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (idOf(density, middle) <= Number(after)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function cellOf({ east_m, north_m }: KeptDensity, index: number): Box {
  const [east, north] = [east_m[index]!, north_m[index]!];
  return [east, north, east + cell_m, north + cell_m];
}

function touches(cell: Box, box: SearchBox, ground: Box): boolean {
  if (!boxesMeet(cell, ground)) return false;
  return quadMeetsBox(
    cornersOf(cell).map((corner) => fromGround(corner, box.srid)),
    box,
  );
}

function cornersOf([west, south, east, north]: Box) {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
}

function rowOf(density: KeptDensity, index: number, { what }: DensityFilter, crs: Crs): FeatureRow {
  const corners = cornersOf(cellOf(density, index)).map((corner) => {
    const rounded = fromGround(corner, crs.srid).map((value) => Number(value.toFixed(crs.decimals)));
    return crs.northFirst ? rounded.toReversed() : rounded;
  });
  return {
    id: idOf(density, index),
    geometry: JSON.stringify({ type: 'Polygon', coordinates: [[...corners, corners[0]]] }),
    properties: { perKm2: density.perKm2[index]!, what },
  };
}
