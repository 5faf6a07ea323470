import { describe, expect, test } from 'vitest';
import { boxIndex } from '#core/geometry/box-index.ts';
import { boxesMeet } from '#core/geometry/box.ts';
import { distanceToPolygon_m } from '#core/geometry/distance-to-polygon.ts';
import type { Box } from '#core/position.ts';
import { seededRandom } from '#core/random.ts';
import { demandCells } from '#core/suggest/demand-cells.ts';
import { countHourClasses, shortestRun } from '#core/suggest/hours.ts';
import { placeFinder } from '#core/suggest/place-finder.ts';
import { at, incidentsAt, place, rectangle } from './town.ts';

function hours(counts: Record<number, number>): number[] {
  return Array.from({ length: 25 }, (_, hour) => counts[hour] ?? 0);
}

describe('demandCells', () => {
  test('counts on squares of 25 m and keeps indoors apart', () => {
    const incidents = [
      ...incidentsAt(at(0, 0), 'drug', 3, { spread_m: 2 }),
      ...incidentsAt(at(1, 0), 'property', 2, { spread_m: 2, hour: null }),
      ...incidentsAt(at(1, 1), 'property', 4, { spread_m: 2, indoors: true }),
      ...incidentsAt(at(100, 0), 'violence', 1),
    ];
    const cells = demandCells(incidents);
    expect(
      cells.map(({ outdoors, indoors }) => [outdoors.map(({ category, count }) => `${count} ${category}`), indoors]),
    ).toEqual([
      [['3 drug', '2 property'], 4],
      [['1 violence'], 0],
    ]);
    expect(cells[0]!.outdoors[1]!.byHour[24]).toBe(2);
    expect(cells[0]!.outdoors[0]!.byHour[22]).toBe(3);
    expect(demandCells(incidents, ['drug', 'violence'])).toHaveLength(1);
    expect(demandCells(seededRandom(1).shuffle(incidents))).toEqual(cells);
  });
});

describe('hours', () => {
  test('the shortest run that holds four fifths may pass midnight', () => {
    expect(shortestRun(hours({ 22: 5, 23: 5, 0: 5, 1: 1, 12: 2 }))).toEqual({ from: 22, to: 1 });
    expect(shortestRun(hours({ 20: 10 }))).toEqual({ from: 20, to: 21 });
    expect(shortestRun(hours({ 23: 10 }))).toEqual({ from: 23, to: 24 });
    expect(shortestRun(Array.from({ length: 25 }, (_, hour) => (hour < 24 ? 1 : 0)))).toEqual({ from: 0, to: 20 });
  });

  test('says nothing when most have no time of day', () => {
    expect(shortestRun(hours({ 20: 4, 24: 5 }))).toBeNull();
    expect(shortestRun(hours({}))).toBeNull();
  });

  test('falls in four classes and the unknown', () => {
    expect(
      countHourClasses(hours({ 0: 1, 5: 1, 6: 2, 17: 3, 18: 4, 23: 1, 24: 9 })).map(({ hourClass, count }) => [
        hourClass,
        count,
      ]),
    ).toEqual([
      ['night', 2],
      ['morning', 2],
      ['afternoon', 3],
      ['evening', 5],
      ['unknown', 9],
    ]);
  });
});

describe('placeFinder', () => {
  test('takes the narrower type before the wider, and points within 25 m', () => {
    const estate = place('estate', 'RESIDENTIAL', rectangle(-100, -100, 100, 100));
    const lot = place('lot', 'PARKING_LOT', rectangle(-10, -10, 10, 10));
    const stop = { ...place('stop', 'TRANSIT_STOP', rectangle(50, 0, 50, 0)), outline: null };
    const placeAt = placeFinder([estate, lot, stop]);
    expect(placeAt(at(0, 0))?.id).toBe('lot');
    expect(placeAt(at(30, 0))?.id).toBe('stop');
    expect(placeAt(at(0, 50))?.id).toBe('estate');
    expect(placeAt(at(0, 150))).toBeNull();
  });
});

describe('geometry that suggestions lean on', () => {
  test('an index finds the boxes that looking at every one finds', () => {
    const random = seededRandom('boxes');
    const boxes = Array.from({ length: 300 }, (): Box => {
      const [x, y] = at(random.integer(-500, 500), random.integer(-500, 500));
      return [x, y, x + random.integer(0, 150), y + random.integer(0, 150)];
    });
    const index = boxIndex(boxes, 60);
    for (const box of boxes.slice(0, 50)) {
      expect(index.meeting(box)).toEqual(boxes.flatMap((other, number) => (boxesMeet(box, other) ? [number] : [])));
    }
  });

  test('the distance to a polygon is zero inside and straight outside', () => {
    const square = rectangle(0, 0, 10, 10);
    expect(distanceToPolygon_m(at(5, 5), square)).toBe(0);
    expect(distanceToPolygon_m(at(20, 5), square)).toBe(10);
    expect(distanceToPolygon_m(at(13, 14), square)).toBe(5);
  });
});
