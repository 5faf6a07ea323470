import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alongBearing } from '#core/optics/angles.ts';
import { bearingDifference_deg, bearingTo, normaliseBearing } from '#core/optics/bearing.ts';

describe('bearings', () => {
  test.each([
    [0, 0],
    [360, 0],
    [-0, 0],
    [-90, 270],
    [725, 5],
    [-720, 0],
    [359.5, 359.5],
    [-1e-20, 0],
  ])('%d degrees is the bearing %d', (degrees, bearing) => {
    expect(normaliseBearing(degrees)).toBe(bearing);
  });

  test.each([
    [350, 10, 20],
    [10, 350, -20],
    [0, 180, 180],
    [180, 0, 180],
    [90, 90, 0],
  ])('from %d to %d is a turn of %d', (from, to, turn) => {
    expect(bearingDifference_deg(from, to)).toBe(turn);
  });

  test('one goes back by the opposite bearing', () => {
    expect(bearingTo([0, 0], [0, 5])).toBe(0);
    expect(bearingTo([0, 0], [5, 0])).toBe(90);
    expect(bearingTo([0, 0], [-5, 0])).toBe(270);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 359.999, noNaN: true }), (bearing_deg) => {
        const [east, north] = alongBearing(bearing_deg);
        expect(Math.abs(bearingDifference_deg(bearingTo([0, 0], [east, north]), bearing_deg))).toBeLessThan(1e-9);
        expect(Math.abs(bearingDifference_deg(bearingTo([east, north], [0, 0]), bearing_deg + 180))).toBeLessThan(1e-9);
      }),
    );
  });
});
