import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { densityGrid } from '#core/density/density-grid.ts';
import { quarticKernel } from '#core/density/kernel.ts';
import { findStacking } from '#core/density/stacked-points.ts';
import type { Box, Position } from '#core/position.ts';
import { seededRandom } from '#core/random.ts';

const box: Box = [674_000, 6_580_000, 676_000, 6_582_000];

function randomPoints(seed: number, count: number): Position[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => [674_500 + 1000 * random.next(), 6_580_500 + 1000 * random.next()]);
}

describe('quarticKernel', () => {
  test('has the volume 1, is 3 / (pi h^2) in the middle and 0 from the bandwidth on', () => {
    expect(quarticKernel(0, 200)).toBeCloseTo(3 / (Math.PI * 40_000), 12);
    expect(quarticKernel(200 * 200, 200)).toBe(0);
    expect(quarticKernel(300 * 300, 200)).toBe(0);
    let volume = 0;
    for (let radius = 0.05; radius < 200; radius += 0.1)
      volume += quarticKernel(radius ** 2, 200) * 2 * Math.PI * radius * 0.1;
    expect(volume).toBeCloseTo(1, 6);
  });
});

describe('densityGrid', () => {
  test('adds up to the number of incidents', () => {
    for (const count of [1, 5, 300]) {
      const { perKm2 } = densityGrid(randomPoints(count, count), {
        bandwidth_m: 200,
        cell_m: 20,
        box,
        minimumIncidents: 0,
      });
      const sum = perKm2.reduce((total, density) => total + density * 0.02 * 0.02, 0);
      expect(sum / count).toBeCloseTo(1, 2);
    }
  });

  test('is zero from the bandwidth on, and the same on all four sides', () => {
    const { perKm2, columns, rows } = densityGrid([[675_000, 6_581_000]], {
      bandwidth_m: 150,
      cell_m: 20,
      box,
      minimumIncidents: 0,
    });
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const density = perKm2[row * columns + column]!;
        const distance = Math.hypot((column + 0.5) * 20 - 1000, (row + 0.5) * 20 - 1000);
        expect(Number.isFinite(density)).toBe(true);
        expect(density > 0).toBe(distance < 150);
        expect(density).toBeCloseTo(perKm2[(rows - 1 - row) * columns + column]!, 6);
        expect(density).toBeCloseTo(perKm2[row * columns + (columns - 1 - column)]!, 6);
        expect(density).toBeCloseTo(perKm2[column * columns + row]!, 6);
      }
    }
  });

  test('is blank where fewer than five incidents lie within the bandwidth, and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 40 }), (seed, count) => {
        const points = randomPoints(seed, count);
        const { perKm2, incidentsWithin, columns } = densityGrid(points, { bandwidth_m: 200, cell_m: 100, box });
        perKm2.forEach((density, index) => {
          const x = 674_000 + ((index % columns) + 0.5) * 100;
          const y = 6_580_000 + (Math.floor(index / columns) + 0.5) * 100;
          const within = points.filter(([east, north]) => Math.hypot(east - x, north - y) < 200).length;
          expect(Math.abs(incidentsWithin[index]! - within)).toBeLessThanOrEqual(0);
          expect(Number.isNaN(density)).toBe(within < 5);
        });
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  test('gives the same bytes for the same incidents in another order or form', () => {
    const points = randomPoints(9, 500);
    const options = { bandwidth_m: 200, cell_m: 25, box };
    const grid = densityGrid(points, options);
    expect(densityGrid(seededRandom(1).shuffle(points), options)).toEqual(grid);
    expect(densityGrid(Float64Array.from(points.flat()), options)).toEqual(grid);
  });

  test('fits the grid of the neighbouring box', () => {
    const points = randomPoints(10, 400);
    const whole = densityGrid(points, { bandwidth_m: 200, cell_m: 50, box });
    const east = densityGrid(points, { bandwidth_m: 200, cell_m: 50, box: [675_000, 6_580_000, 676_000, 6_582_000] });
    for (let row = 0; row < whole.rows; row += 1) {
      for (let column = 0; column < east.columns; column += 1) {
        const here = east.perKm2[row * east.columns + column]!;
        const there = whole.perKm2[row * whole.columns + column + 20]!;
        expect(Object.is(here, there) || Math.abs(here - there) < 1e-6).toBe(true);
      }
    }
  });

  test('refuses what is no grid', () => {
    expect(() => densityGrid([], { bandwidth_m: 0, cell_m: 10, box })).toThrow('bandwidth_m: 0');
    expect(() => densityGrid([], { bandwidth_m: 100, cell_m: 0.1, box })).toThrow('20000 by 20000');
    expect(() => densityGrid([[Number.NaN, 1]], { bandwidth_m: 100, cell_m: 10, box })).toThrow('position: NaN');
  });
});

describe('findStacking', () => {
  /** Incidents spread over so many points, the first points used more than the last. */
  function snapped(incidents: number, points: number, random = seededRandom(`${incidents} on ${points}`)): Position[] {
    return Array.from({ length: incidents }, () => {
      const point = Math.floor(points * random.next() ** 1.3);
      return [300_000 + 137 * (point % 400), 6_400_000 + 211 * Math.floor(point / 400)];
    });
  }

  test('refuses 84 623 events on 311 midpoints', () => {
    const stacking = findStacking(snapped(84_623, 311));
    expect(stacking).toMatchObject({ incidents: 84_623, distinctPoints: 311, stacked: true, reason: 'MANY_PER_POINT' });
  });

  test('accepts points snapped to streets: thousands of them, tens of incidents on each', () => {
    expect(findStacking(snapped(120_000, 4000)).stacked).toBe(false);
    expect(findStacking(snapped(400_000, 6000)).stacked).toBe(false);
  });

  test('refuses midpoints of districts, and a point that stands for "unknown"', () => {
    expect(findStacking(snapped(6000, 60)).reason).toBe('FEW_POINTS');
    const unknown: Position[] = Array.from({ length: 300 }, () => [500_000, 6_500_000]);
    const stacking = findStacking([...randomPoints(3, 900), ...unknown]);
    expect(stacking.reason).toBe('ONE_POINT_DOMINATES');
    expect(stacking.shareOnTop).toBe(0.25);
  });

  test('accepts surveyed points, few incidents and none', () => {
    expect(findStacking(randomPoints(4, 5000)).stacked).toBe(false);
    expect(findStacking(Array.from({ length: 20 }, () => [1, 1])).stacked).toBe(false);
    expect(findStacking([])).toMatchObject({ stacked: false, shareOnTop: 0, shareOnTopTen: 0 });
  });
});
