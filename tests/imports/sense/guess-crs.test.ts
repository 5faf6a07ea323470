import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround } from '../../../server/core/geometry/box.ts';
import type { Position } from '../../../server/core/position.ts';
import { fromLonLat } from '../../../server/core/projection/sweref99tm.ts';
import { crsName, fromMetresTo, knownCrs, toMetresFrom } from '../../../server/imports/crs.ts';
import { ImportFault } from '../../../server/imports/fault.ts';
import { positionReader } from '../../../server/imports/positions.ts';
import { guessCrs, isNorthFirstIn } from '../../../server/imports/sense/guess-crs.ts';

const off_m = ([a, b]: Position, [c, d]: Position) => Math.hypot(a - c, b - d);

/** Municipalities from south to north with a zone that is theirs, and a place in each. */
const places = {
  Malmö: { at: [13.0, 55.6], zone: 3008 },
  Göteborg: { at: [11.97, 57.71], zone: 3007 },
  Stockholm: { at: [18.07, 59.33], zone: 3011 },
  Visby: { at: [18.29, 57.64], zone: 3015 },
  Östersund: { at: [14.64, 63.18], zone: 3012 },
  Luleå: { at: [22.15, 65.58], zone: 3017 },
  Haparanda: { at: [24.13, 65.84], zone: 3018 },
} as const;

describe('coordinate systems', () => {
  it('have names, and an unknown one is refused', () => {
    expect(knownCrs.length).toBe(31);
    expect([crsName(3011), crsName(3021), crsName(9999)]).toEqual(['SWEREF 99 18 00', 'RT 90 2,5 gon V', 'EPSG:9999']);
    expect(() => toMetresFrom(31370)).toThrow(new ImportFault('unknown_crs', { crs: '31370' }));
  });

  it('agree with what PROJ 9 and Lantmäteriet give', () => {
    // SWEREF 99 13 30 as PostGIS gives it, and RT 90 2.5 gon V by Lantmäteriet's direct parameters (EPSG:3847).
    expect(off_m(toMetresFrom(3008)(118_493.513, 6_164_820.296), [374_014.227, 6_164_055.655])).toBeLessThan(0.01);
    expect(off_m(toMetresFrom(3021)(1_627_548, 6_583_052), [673_261.785, 6_582_870.142])).toBeLessThan(0.15);
    // Ordnance Survey's own example of a point on the National Grid, in ETRS89 (A guide to coordinate systems, annex C).
    const britain = toMetresFrom(27700)(651_409.903, 313_177.27);
    expect(off_m(britain, fromLonLat([1.716073973, 52.658007833]))).toBeLessThan(6);
  });

  it('lead there and back', () => {
    const here: Position = [600_000, 6_600_000];
    for (const epsg of knownCrs) {
      const [east, north] = fromMetresTo(epsg)(here);
      expect([epsg, off_m(toMetresFrom(epsg)(east, north), here) < 0.01]).toEqual([epsg, true]);
    }
  });

  it('refuse what lies off the map', () => {
    expect(toMetresFrom(4326)(-76.6, 39.3)).toEqual([Number.NaN, Number.NaN]);
    expect(toMetresFrom(3011)(Number.NaN, 1)).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('the guess of a coordinate system', () => {
  it('tells degrees and SWEREF 99 TM by size where no municipality is known', () => {
    expect(guessCrs([[15.1, 59.3]], null)?.best).toEqual({ epsg: 4326, isNorthFirst: false, share: 1 });
    expect(guessCrs([[59.3, 15.1]], null)?.best).toEqual({ epsg: 4326, isNorthFirst: true, share: 1 });
    expect(guessCrs([[540_000, 6_580_000]], null)).toMatchObject({
      best: { epsg: 3006, isNorthFirst: false },
      isDecided: true,
    });
    expect(guessCrs([[6_580_000, 540_000]], null)?.best).toMatchObject({ epsg: 3006, isNorthFirst: true });
    expect(guessCrs([[150_000, 6_580]], null)).toBeNull();
    expect(guessCrs([], null)).toBeNull();
    expect(guessCrs([[0, 0]], null)).toBeNull();
  });

  it('takes degrees elsewhere in the world for degrees, wherever the municipality lies', () => {
    for (const expected of [null, boxAround([674_000, 6_580_000], 20_000)]) {
      expect(guessCrs([[-87.6, 41.8]], expected)?.best).toEqual({ epsg: 4326, isNorthFirst: false, share: 0 });
      expect(guessCrs([[41.8, -97.6]], expected)?.best.isNorthFirst).toBe(true);
    }
  });

  it.each(Object.entries(places))(
    'knows the local zone of %s by its ground, and says so when it cannot',
    (_, place) => {
      const here = fromLonLat([...place.at]);
      const pair = fromMetresTo(place.zone)(here);
      const known = guessCrs([pair], boxAround(here, 15_000));
      expect(known).toMatchObject({ best: { epsg: place.zone, isNorthFirst: false, share: 1 }, isDecided: true });
      const unknown = guessCrs([pair], null);
      expect(unknown?.isDecided).toBe(false);
      expect(unknown?.candidates.map(({ epsg }) => epsg)).toContain(place.zone);
    },
  );

  it('lists the zones that a wide municipality allows, the likeliest first', () => {
    const kiruna = fromLonLat([20.3, 67.9]);
    const found = guessCrs([fromMetresTo(3016)(kiruna)], boxAround(kiruna, 110_000));
    expect(found?.isDecided).toBe(false);
    expect(found?.best.epsg).toBe(3016);
    expect(found?.runnerUp?.epsg).toBeGreaterThan(3012);
  });

  it('believes a zone that is used here before a foreign system that lands nearer', () => {
    // Six degrees west of its meridian UTM 34 gives nearly the numbers of SWEREF 99 15 00.
    const here = fromLonLat([15.25, 57]);
    const found = guessCrs([fromMetresTo(25834)(here)], boxAround(here, 25_000));
    expect(found?.best.epsg).toBe(3009);
    expect(found?.candidates.map(({ epsg }) => epsg)).toContain(25834);
  });

  it('finds any point of Sweden in any system, in either order, when its municipality is known', () => {
    // Inside a strip that Sweden fills: its western border leans east towards the north.
    const point = fc
      .tuple(fc.double({ min: 55.4, max: 68.9, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([lat, part]): [number, number] => {
        const west = lat < 61 ? 11.5 : lat < 66 ? 13 : 17.5;
        return [west + part * ((lat < 62 ? 17.5 : 23.5) - west), lat];
      });
    const inSweden = knownCrs.filter((epsg) => epsg !== 27700 && epsg !== 2154);
    // Nobody keeps a map in a zone far from its meridian.
    const reach_m = (epsg: number) => (epsg >= 3007 && epsg <= 3018 ? 120_000 : epsg <= 3024 ? 350_000 : 200_000);
    const shift = fc.double({ min: -9000, max: 9000, noNaN: true });
    fc.assert(
      fc.property(point, fc.constantFrom(...inSweden), fc.boolean(), shift, (at, epsg, isNorthFirst, by_m) => {
        const here = fromLonLat(at);
        const [east, north] = fromMetresTo(epsg)(here);
        const middle = epsg <= 3018 ? 150_000 : epsg <= 3024 ? 1_500_000 : 500_000;
        const isZone = (epsg > 3006 && epsg <= 3024) || epsg > 20_000;
        fc.pre(!isZone || Math.abs(east - middle) < reach_m(epsg));
        // There east and north are the same number, and the order cannot be known.
        fc.pre(Math.abs(east - north) > 60_000);
        const pair = isNorthFirst ? ([north, east] as const) : ([east, north] as const);
        const guess = guessCrs([pair], boxAround([here[0] + by_m, here[1] - by_m], 10_000));
        expect(guess?.isDecided).toBe(true);
        const [a, b] = guess!.best.isNorthFirst === isNorthFirst ? [east, north] : [north, east];
        expect(off_m(toMetresFrom(guess!.best.epsg)(a, b), here)).toBeLessThan(1);
      }),
      { numRuns: 2000, seed: 3006 },
    );
  });

  it('knows which number is the northing in a system that is given', () => {
    expect(isNorthFirstIn(3011, [[6_580_000, 153_000]], null)).toBe(true);
    expect(isNorthFirstIn(3035, [fromMetresTo(3035)([674_000, 6_580_000])], null)).toBe(false);
    const [east, north] = fromMetresTo(3035)([674_000, 6_580_000]);
    expect(isNorthFirstIn(3035, [[north, east]], boxAround([674_000, 6_580_000], 5000))).toBe(true);
    expect(isNorthFirstIn(4326, [[-1.2, 54.7]], null)).toBe(false);
  });
});

describe('the reader of positions', () => {
  const index = { lon: 0, lat: 1 };
  const rows = [['6580822', '153000']];

  it('takes a local zone that the ground tells, and refuses to guess without', () => {
    const here = toMetresFrom(3011)(153_000, 6_580_822);
    const reader = positionReader(null, index, rows, null, { expected: boxAround(here, 10_000), swapAxes: null });
    expect(reader).toMatchObject({ epsg: 3011, isNorthFirst: true });
    const placed = reader.of(rows[0] ?? []);
    expect('position' in placed && off_m(placed.position, here) < 0.02).toBe(true);
    expect(() => positionReader(null, index, rows, null)).toThrow(
      new ImportFault('no_crs', { value: '6580822 153000' }),
    );
  });

  it('does as it is told of the axes', () => {
    const told = positionReader(null, index, [['59.3', '18.0']], 4326, { expected: null, swapAxes: false });
    expect(told.isNorthFirst).toBe(false);
    expect(positionReader(null, index, [['59.3', '18.0']], 4326).isNorthFirst).toBe(true);
  });
});
