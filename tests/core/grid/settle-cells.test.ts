import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, cellBox, cellKey, CELL_SIZES_M } from '#core/grid/cell.ts';
import { settleCells } from '#core/grid/settle-cells.ts';
import { boxHolds } from '#core/geometry/box.ts';
import { seededRandom } from '#core/random.ts';
import type { Position } from '#core/position.ts';

/** A town denser towards its middle, with villages and lone masts round about. */
function randomTown(seed: number, count: number): Position[] {
  const random = seededRandom(`town ${seed}`);
  const centre: Position = [random.integer(300_000, 700_000), random.integer(6_200_000, 7_300_000)];
  return Array.from({ length: count }, (): Position => {
    const spread = random.pick([300, 900, 900, 2500, 6000]);
    return [centre[0] + random.normal(0, spread), centre[1] + random.normal(0, spread)];
  });
}

/** How many places show the same cell as each place, for those that show one: what an attacker has to choose between. */
function anonymitySets(places: readonly Position[], keyOf: (place: Position) => string | null): number[] {
  const counts = new Map<string, number>();
  const keys = places.map(keyOf).filter((key) => key !== null);
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => counts.get(key)!);
}

describe('settleCells', () => {
  test('leaves whoever knows the rule at least k places to choose between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 20 }),
        (seed, count, k) => {
          const places = randomTown(seed, count);
          const settled = settleCells(places, k);
          const sets = anonymitySets(places, (place) => {
            const cell = settled.cellFor(place);
            return cell && cellKey(cell);
          });
          for (const size of sets) expect(size).toBeGreaterThanOrEqual(k);
          expect(sets.length + settled.unsettled.length).toBe(count);
          expect(settled.cells.reduce((sum, cell) => sum + cell.places, 0)).toBe(sets.length);
        },
      ),
      { numRuns: 100, seed: 3 },
    );
  });

  test('does better than the plain "smallest cell with k places", which the same attack undoes', () => {
    const places = randomTown(4, 4000);
    const counts = new Map<string, number>();
    for (const key of places.flatMap((place) => CELL_SIZES_M.map((size_m) => cellKey(cellAt(place, size_m))))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const plain = anonymitySets(places, (place) => {
      const keys = CELL_SIZES_M.map((size_m) => cellKey(cellAt(place, size_m)));
      return keys.find((key) => counts.get(key)! >= 8) ?? null;
    });
    expect(plain.filter((size) => size < 8).length).toBeGreaterThan(0);
  });

  test('gives most of a town the smallest cell', () => {
    const places = randomTown(5, 4000);
    const { cellFor, unsettled } = settleCells(places);
    const smallest = places.filter((place) => cellFor(place)?.size_m === 250).length;
    expect(smallest).toBeGreaterThan(2000);
    expect(unsettled.length).toBeLessThan(200);
  });

  test('gives a site that is at no plausible place a settled cell that holds it, or none', () => {
    const places = randomTown(6, 1500);
    const { cellFor, cells } = settleCells(places);
    const random = seededRandom('elsewhere');
    const keys = new Map(cells.map((cell) => [cellKey(cell), cell.places]));
    for (let sample = 0; sample < 2000; sample += 1) {
      const near = random.pick(places);
      const site: Position = [near[0] + random.normal(0, 400), near[1] + random.normal(0, 400)];
      const cell = cellFor(site);
      if (cell === null) continue;
      expect(boxHolds(cellBox(cell), site)).toBe(true);
      expect(keys.get(cellKey(cell))).toBeGreaterThanOrEqual(8);
    }
    expect(cellFor([0, 0])).toBeNull();
  });

  test('does not depend on the order of the places, and counts one spot once', () => {
    const places = randomTown(7, 600);
    const shuffled = seededRandom('order').shuffle(places);
    expect(settleCells(shuffled).cells).toEqual(settleCells(places).cells);
    const spot: Position = [674_010, 6_580_010];
    expect(settleCells(Array.from({ length: 8 }, () => spot)).cellFor(spot)).toBeNull();
  });

  test('takes places that are settled in a smaller cell out of the count of the larger', () => {
    const inner: Position[] = Array.from({ length: 8 }, (_, index) => [674_001 + index, 6_580_001]);
    const outer: Position[] = Array.from({ length: 7 }, (_, index) => [674_301 + index, 6_580_301]);
    const { cellFor, unsettled } = settleCells([...inner, ...outer]);
    expect(cellFor(inner[0]!)).toEqual({ east_m: 674_000, north_m: 6_580_000, size_m: 250 });
    expect(cellFor(outer[0]!)).toBeNull();
    expect(unsettled).toEqual(outer);
    expect(settleCells([...inner, ...outer, [674_450, 6_580_450]]).cellFor(outer[0]!)?.size_m).toBe(250);
  });

  test('refuses a k that hides nothing', () => {
    expect(() => settleCells([], 0)).toThrow('k: 0');
    expect(() => settleCells([[Number.NaN, 0]])).toThrow('place: NaN');
  });
});
