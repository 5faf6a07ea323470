import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxHolds } from '#core/geometry/box.ts';
import { cellAt, cellBox, cellKey, cellPolygon, CELL_SIZES_M, parentCell } from '#core/grid/cell.ts';
import { signedArea_m2 } from '#core/geometry/signed-area.ts';

describe('cellAt', () => {
  test('has corners at multiples of its size and holds its west and south sides', () => {
    expect(cellAt([674_123.4, 6_580_999.9], 250)).toEqual({
      east_m: 674_000,
      north_m: 6_580_750,
      size_m: 250,
    });
    expect(cellAt([674_250, 6_580_750], 250)).toEqual({
      east_m: 674_250,
      north_m: 6_580_750,
      size_m: 250,
    });
    expect(cellAt([674_250, 6_580_750], 4000)).toEqual({
      east_m: 672_000,
      north_m: 6_580_000,
      size_m: 4000,
    });
  });

  test('nests: the parent of the cell is the cell of the next size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2e5, max: 1e6, noNaN: true }),
        fc.double({ min: 6e6, max: 8e6, noNaN: true }),
        (east, north) => {
          CELL_SIZES_M.forEach((size_m, index) => {
            const cell = cellAt([east, north], size_m);
            const next = CELL_SIZES_M[index + 1];
            expect(boxHolds(cellBox(cell), [east, north])).toBe(true);
            expect(parentCell(cell)).toEqual(next === undefined ? null : cellAt([east, north], next));
          });
        },
      ),
    );
  });

  test('has a polygon of its area and a name of its own', () => {
    const cell = cellAt([674_123.4, 6_580_999.9], 500);
    expect(signedArea_m2(cellPolygon(cell)[0]!)).toBe(250_000);
    expect(cellKey(cell)).toBe('500:674000:6580500');
  });
});
