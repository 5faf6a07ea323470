import { describe, expect, it } from 'vitest';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import type { PlaceTypeCode } from '#core/evidence/place-types.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';
import { densityGrid } from '#core/density/density-grid.ts';
import { distance_m, type Position } from '#core/position.ts';
import { crimeCases, LAST_24_MONTHS } from '../../../data/example/cases.ts';
import { extent } from '../../../data/example/frame.ts';
import { middleOf } from '../../../data/example/geometry/line.ts';
import { isCleared } from '../../../data/example/clearings.ts';
import { clearingsOf, placeAttractions, YEARS } from '../../../data/example/crimes.ts';
import { generateExample } from '../../../data/example/generate.ts';
import { crimesAtPlace, hourProfile, placeWeights } from '../../../data/example/truth.ts';
import type { Place } from '../../../data/example/types.ts';

const { places, crimes, areas } = generateExample();
const clearings = clearingsOf(areas);

/** More than this many standard deviations from what was planted and something is wrong, not unlucky. */
const SIGMAS = 4;

function isAwayFromCases({ geometry }: Place, category: IncidentCategory): boolean {
  const spots = geometry.type === 'Point' ? [geometry.at] : geometry.rings[0]!;
  return spots.every((at) => !isCleared(clearings, at, category));
}

describe('the crimes of Exempelköping', () => {
  const rates = Object.entries(crimesAtPlace).flatMap(([placeType, categories]) =>
    Object.entries(categories).map(
      ([category, rate]) => [placeType as PlaceTypeCode, category as IncidentCategory, rate] as const,
    ),
  );

  it.each(rates)('come to a %s as %s at the planted rate', (placeType, category, rate) => {
    const counted = places.filter(
      (place) =>
        place.placeType === placeType && (placeWeights[place.key] ?? 1) > 0 && isAwayFromCases(place, category),
    );
    const names = new Set(placeAttractions(counted).map(({ drawnBy }) => drawnBy));
    const expected = counted.reduce((sum, { key }) => sum + rate * YEARS * (placeWeights[key] ?? 1), 0);
    const observed = crimes.filter((crime) => crime.category === category && names.has(crime.drawnBy)).length;
    expect(Math.abs(observed - expected)).toBeLessThanOrEqual(SIGMAS * Math.sqrt(expected) + 1);
  });

  it('show the rate of vehicle crime at car parks by their positions alone', () => {
    const lots = places.filter(
      (place) => place.placeType === 'PARKING_LOT' && !(place.key in placeWeights) && isAwayFromCases(place, 'vehicle'),
    );
    const vehicle = crimes.filter(({ category }) => category === 'vehicle');
    const inside = vehicle.filter(({ at }) =>
      lots.some(({ geometry }) => geometry.type === 'Polygon' && pointInPolygon(geometry.rings, at)),
    );
    const planted = crimesAtPlace.PARKING_LOT.vehicle!;
    const found = inside.length / YEARS / lots.length;
    expect(lots.length).toBeGreaterThan(50);
    // What streets and estates spread over the same ground comes on top, and is little.
    expect(found).toBeGreaterThan(planted * 0.85);
    expect(found).toBeLessThan(planted * 1.25);
  });

  it.each(Object.keys(hourProfile) as IncidentCategory[])('have the hours that are planted for %s', (category) => {
    const hours = crimes
      .filter((crime) => crime.category === category && !crime.drawnBy.startsWith('case'))
      .map(({ hour }) => hour);
    const known = hours.filter((hour) => hour !== null);
    const total = hourProfile[category].reduce((sum, weight) => sum + weight, 0);
    const chiSquare = hourProfile[category].reduce((sum, weight, hour) => {
      const expected = (known.length * weight) / total;
      return sum + (known.filter((known) => known === hour).length - expected) ** 2 / expected;
    }, 0);
    // 23 degrees of freedom: 57.6 is passed once in ten thousand.
    expect(chiSquare).toBeLessThan(57.6);
  });

  it.each([75, 100, 150])('lie nowhere as dense as at Stortorget in the last 24 months, within %i m', (bandwidth_m) => {
    const last = crimes.filter(({ occurredAt, indoors }) => occurredAt >= LAST_24_MONTHS.from && !indoors);
    const { perKm2, columns } = densityGrid(
      last.map(({ at }) => at),
      { bandwidth_m, cell_m: 10, box: extent, minimumIncidents: 0 },
    );
    const peak = perKm2.reduce((best, value, cell) => (value > perKm2[best]! ? cell : best), 0);
    const at: Position = [extent[0] + (peak % columns) * 10, extent[1] + Math.floor(peak / columns) * 10];
    const square = crimeCases.find(({ key }) => key === 'stortorget')!.ring;
    expect(distance_m(at, middleOf(square))).toBeLessThan(60);
  });

  it('are some twenty thousand over three years, most of them where no case is', () => {
    expect(crimes.length).toBeGreaterThan(18_500);
    expect(crimes.length).toBeLessThan(21_500);
    expect(crimes.every(({ occurredAt }) => occurredAt >= '2023-10-01' && occurredAt < '2026-10-01')).toBe(true);
    expect(crimes.filter(({ drawnBy }) => drawnBy.startsWith('case')).length / crimes.length).toBeLessThan(0.05);
  });
});
