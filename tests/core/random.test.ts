import { describe, expect, test } from 'vitest';
import { seededRandom } from '#core/random.ts';

describe('seededRandom', () => {
  test('gives the same stream for the same seed and another for another', () => {
    const first = Array.from({ length: 20 }, seededRandom('exempelköping').next);
    const second = Array.from({ length: 20 }, seededRandom('exempelköping').next);
    const other = Array.from({ length: 20 }, seededRandom('Exempelköping').next);
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
    expect(seededRandom(1).next()).not.toBe(seededRandom('1').next());
  });

  test('keeps its stream from one release to the next', () => {
    const random = seededRandom(2018);
    expect([random.integer(0, 999), random.integer(0, 999), random.integer(0, 999)]).toMatchInlineSnapshot(`
      [
        546,
        446,
        705,
      ]
    `);
    expect(random.uuid()).toMatchInlineSnapshot(`"ab332d0c-0a16-408d-98b1-fcd462f6b7aa"`);
  });

  test('is uniform in [0, 1)', () => {
    const random = seededRandom(7);
    const bins = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const value = random.next();
      bins[Math.floor(value * 10)]! += 1;
    }
    expect(bins).toHaveLength(10);
    const chiSquare = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9); // 9 degrees of freedom, p = 0.001
  });

  test('draws whole numbers with both ends', () => {
    const random = seededRandom(3);
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(-1, 2)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
    expect(() => random.integer(2, 1)).toThrow('between 2 and 1');
  });

  test('has the mean and spread of the normal distribution', () => {
    const random = seededRandom(11);
    const values = Array.from({ length: 50_000 }, () => random.normal(10, 3));
    const mean = average(values);
    expect(mean).toBeCloseTo(10, 1);
    expect(Math.sqrt(average(values.map((value) => (value - mean) ** 2)))).toBeCloseTo(3, 1);
  });

  test.each([0, 0.3, 4, 31, 32, 200])('has mean and variance %d as a Poisson count', (mean) => {
    const random = seededRandom(`poisson ${mean}`);
    const values = Array.from({ length: 20_000 }, () => random.poisson(mean));
    const seen = average(values);
    const tolerance = 5 * Math.sqrt(mean / values.length);
    expect(Math.abs(seen - mean)).toBeLessThanOrEqual(tolerance);
    expect(average(values.map((value) => (value - seen) ** 2))).toBeCloseTo(mean, mean > 100 ? -1.3 : 0);
    expect(values.every(Number.isInteger)).toBe(true);
  });

  test('shuffles a copy and picks every element', () => {
    const random = seededRandom(5);
    const original = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = random.shuffle(original);
    expect(original).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...shuffled].toSorted((a, b) => a - b)).toEqual(original);
    expect(shuffled).not.toEqual(original);
    expect(new Set(Array.from({ length: 200 }, () => random.pick(original))).size).toBe(8);
    expect(() => random.pick([])).toThrow('empty');
  });

  test('makes ids of version 4 shape', () => {
    const random = seededRandom('ids');
    const ids = Array.from({ length: 1000 }, () => random.uuid());
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(1000);
  });
});

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
