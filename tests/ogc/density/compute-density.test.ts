import { describe, expect, it } from 'vitest';
import { quarticKernel } from '../../../server/core/density/kernel.ts';
import { pointInPolygon } from '../../../server/core/geometry/point-in-polygon.ts';
import { distance_m, type Position } from '../../../server/core/position.ts';
import {
  bandwidth_m,
  cell_m,
  computeDensity,
  lowestLevel_perKm2,
} from '../../../server/ogc/density/compute-density.ts';

/** A town whose incidents gather round three corners, with a seam between two blocks through its middle. */
function town(count: number, seed = 1): Position[] {
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, (_, index) => {
    const [east, north] = [
      [559_700, 6_579_900],
      [560_150, 6_580_200],
      [560_900, 6_581_000],
    ][index % 3]!;
    return [east! + (next() + next() + next() - 1.5) * 400, north! + (next() + next() + next() - 1.5) * 400];
  });
}

const within = (points: readonly Position[], at: Position, reach_m = bandwidth_m) =>
  points.filter((point) => distance_m(point, at) < reach_m);
const densityAt = (points: readonly Position[], at: Position) =>
  1e6 * within(points, at).reduce((sum, point) => sum + quarticKernel(distance_m(point, at) ** 2, bandwidth_m), 0);

describe('computeDensity', () => {
  const points = town(400);
  const { east_m, north_m, perKm2, bands, levels } = computeDensity(points);

  it('gives the cells with five incidents or more within the bandwidth, to two figures, over a seam too', () => {
    const found = new Map(Array.from(east_m, (east, index) => [`${east}:${north_m[index]}`, perKm2[index]!]));
    let blank = 0;
    for (let east = 559_000; east < 561_500; east += cell_m) {
      for (let north = 6_579_000; north < 6_581_500; north += cell_m) {
        const centre: Position = [east + cell_m / 2, north + cell_m / 2];
        const expected =
          within(points, centre).length < 5 ? undefined : Number(densityAt(points, centre).toPrecision(2));
        if (expected === undefined) blank += 1;
        expect(found.get(`${east}:${north}`), `${east}:${north}`).toBe(expected);
      }
    }
    expect(found.size).toBeGreaterThan(100);
    expect(blank).toBeGreaterThan(100);
  });

  it('draws bands that do not overlap, each between its level and the next', () => {
    const seen = new Set<number>();
    for (const [index, east] of Array.from({ length: 120 }, (_, at) => 559_005 + at * 19.7).entries()) {
      for (let north = 6_579_305 + (index % 7); north < 6_581_700; north += 23.3) {
        const at: Position = [east, north];
        const holding = bands.filter(({ polygon }) => pointInPolygon(polygon, at));
        expect(holding.length).toBeLessThanOrEqual(1);
        const value = densityAt(points, at);
        const level = holding[0]?.level ?? 0;
        seen.add(level);
        // Straight lines between samples 12.5 m apart miss the curve by a little.
        if (level > 0) expect(value).toBeGreaterThan(levels[level - 1]! * 0.97);
        if (level < levels.length) expect(value).toBeLessThan(levels[level]! * 1.03);
      }
    }
    expect(seen.size).toBe(levels.length + 1);
  });

  it('draws nothing where fewer than five lie within the bandwidth', () => {
    for (const { polygon } of bands)
      for (const ring of polygon)
        for (const corner of ring) expect(within(points, corner, bandwidth_m + 1).length).toBeGreaterThanOrEqual(5);
    const four: Position[] = [0, 0, 0, 0].map(() => [560_010, 6_580_010]);
    expect(computeDensity(four)).toMatchObject({ bands: [], levels: [] });
    expect(computeDensity(four).perKm2).toHaveLength(0);
    const five: Position[] = [...four, [560_010, 6_580_010]];
    expect(computeDensity(five).bands.length).toBeGreaterThan(0);
    expect(lowestLevel_perKm2).toBe(170);
  });

  it('does not depend on the order of the incidents', () => {
    expect(computeDensity(points.toReversed())).toEqual(computeDensity(points));
  });

  it('covers land wider than one grid, in blocks', () => {
    const wide = [...town(60), ...town(60).map(([east, north]): Position => [east + 300_000, north + 400_000])];
    const density = computeDensity(wide);
    expect(density.bands.some(({ polygon }) => polygon[0]![0]![0] > 850_000)).toBe(true);
    expect(density.bands.some(({ polygon }) => polygon[0]![0]![0] < 600_000)).toBe(true);
  });
});
