import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromLonLat,
  fromUnitSquare,
  fromWebMercator,
  toLonLat,
  toUnitSquare,
  toWebMercator,
} from '#core/projection/sweref99tm.ts';

/** Transformed by PROJ 9.7 (ST_Transform in PostGIS 3.6). Sixty degrees north on the central meridian, then five towns. */
const known = [
  { lon: 15, lat: 60, east: 500000, north: 6651411.19024, x: 1669792.3619, y: 8399737.88982 },
  { lon: 18.0686, lat: 59.3293, east: 674571.866449, north: 6580743.008331, x: 2011387.35135, y: 8251904.23417 },
  { lon: 13.0038, lat: 55.605, east: 374243.758529, north: 6163926.553424, x: 1447576.39438, y: 7480180.84569 },
  { lon: 24.1, lat: 65.85, east: 914276.941667, north: 7333294.674433, x: 2682799.72812, y: 9835912.67372 },
  { lon: 11.1, lat: 58.9, east: 275367.61148, north: 6535467.19921, x: 1235646.34781, y: 8158804.36822 },
  { lon: 20.2253, lat: 67.8558, east: 719583.123005, north: 7536069.969925, x: 2251470.09714, y: 10404279.17303 },
];

describe('SWEREF 99 TM', () => {
  test.each(known)('knows where $lon, $lat is', ({ lon, lat, east, north, x, y }) => {
    expect(fromLonLat([lon, lat])[0]).toBeCloseTo(east, 4);
    expect(fromLonLat([lon, lat])[1]).toBeCloseTo(north, 4);
    expect(toLonLat([east, north])[0]).toBeCloseTo(lon, 9);
    expect(toLonLat([east, north])[1]).toBeCloseTo(lat, 9);
    expect(toWebMercator([east, north])[0]).toBeCloseTo(x, 3);
    expect(toWebMercator([east, north])[1]).toBeCloseTo(y, 3);
  });

  test('comes back from every system within a tenth of a millimetre, all over Sweden', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 260_000, max: 930_000, noNaN: true }),
        fc.double({ min: 6.12e6, max: 7.68e6, noNaN: true }),
        (east, north) => {
          for (const back of [
            fromLonLat(toLonLat([east, north])),
            fromWebMercator(toWebMercator([east, north])),
            fromUnitSquare(toUnitSquare([east, north])),
          ]) {
            expect(Math.hypot(back[0] - east, back[1] - north)).toBeLessThan(1e-4);
          }
        },
      ),
    );
  });

  test('the unit square counts from the north-west, as tiles do', () => {
    const [west, north] = toUnitSquare(fromLonLat([12, 67]));
    const [east, south] = toUnitSquare(fromLonLat([18, 57]));
    expect(west).toBeCloseTo((12 + 180) / 360, 9);
    expect(east).toBeGreaterThan(west);
    expect(south).toBeGreaterThan(north);
    expect(Math.floor(east * 2 ** 10)).toBe(563); // tile 10/563/…
  });
});
