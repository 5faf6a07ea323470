import { boxesMeet } from '#core/geometry/box.ts';
import type { Box } from '#core/position.ts';
import type { FeatureRow, SearchBox } from '../../db/features.ts';
import type { Crs } from '../crs.ts';
import type { ItemSource } from '../features/item-source.ts';
import { fromGround, groundBox } from '../features/project.ts';
import { quadMeetsBox } from '../features/quad-meets-box.ts';
import { squareFilter } from '../filters.ts';
import { cornersOf, type ShownSquare, type SquareStore } from './square-store.ts';

/** Counts by square as features, in the order of their ids. */
export function squareItems(store: SquareStore): ItemSource {
  return {
    idType: 'integer',
    async page({ filters, boxes, crs, after, limit }) {
      const { squares } = await store.squares(squareFilter(filters));
      const wanted = boxes?.map((box) => ({ box, ground: groundBox(box) }));
      const rows: FeatureRow[] = [];
      for (const square of squares) {
        if (after !== null && square.id <= Number(after)) continue;
        if (wanted && !wanted.some(({ box, ground }) => ground && touches(square, box, ground))) continue;
        if (rows.length === limit) return { rows, more: true };
        rows.push(rowOf(square, crs));
      }
      return { rows, more: false };
    },
    async one(id, crs) {
      const { squares } = await store.squares(squareFilter({}));
      const found = squares.find((square) => square.id === id);
      return found ? rowOf(found, crs) : null;
    },
  };
}

function touches(square: ShownSquare, box: SearchBox, ground: Box): boolean {
  const { east_m, north_m, size_m } = square;
  if (!boxesMeet([east_m, north_m, east_m + size_m, north_m + size_m], ground)) return false;
  const corners = cornersOf(square).slice(0, 4);
  return quadMeetsBox(
    corners.map((corner) => fromGround(corner, box.srid)),
    box,
  );
}

function rowOf(square: ShownSquare, crs: Crs): FeatureRow {
  const ring = cornersOf(square).map((corner) => {
    const rounded = fromGround(corner, crs.srid).map((value) => Number(value.toFixed(crs.decimals)));
    return crs.northFirst ? rounded.toReversed() : rounded;
  });
  return {
    id: square.id,
    geometry: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    properties: square.properties,
  };
}
