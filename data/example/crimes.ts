import type { Position, Ring } from '#core/position.ts';
import { boxOf } from '#core/geometry/box.ts';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import { seededRandom, type Random } from '#core/random.ts';
import type { PlaceTypeCode } from '#core/evidence/place-types.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';
import type { Built } from './buildings.ts';
import { crimeCases, type CrimeCase } from './cases.ts';
import { isCleared, type Clearing } from './clearings.ts';
import { moment } from './crime-time.ts';
import { CRIMES_FROM, CRIMES_TO, SEED } from './frame.ts';
import { beside, courseOf, type Line } from './geometry/line.ts';
import { boxRound, Near } from './geometry/near.ts';
import { toCentimetre } from './landmarks.ts';
import type { StreetNet } from './street-net.ts';
import {
  crimesAlongStreets,
  crimesAtPlace,
  placeWeights,
  POINT_SPREAD_M,
  shareIndoors,
  STREET_SPREAD_M,
  streetWeights,
  type Rates,
} from './truth.ts';
import type { Area, Crime, Place } from './types.ts';

/** The crimes' whole period, in years. */
export const YEARS = 3;
const whole = { from: CRIMES_FROM, to: CRIMES_TO };

/** Where crimes may be drawn, with their rates a year. */
export type Attraction = { readonly drawnBy: string; readonly rates: Rates; spot(random: Random): Position };

/** Three years of crimes: drawn from the intensity of truth.ts, with the named cases laid out to the number. */
export function makeCrimes(
  net: StreetNet,
  built: Built,
  places: readonly Place[],
  districts: readonly Area[],
): Crime[] {
  const clearings = clearingsOf(districts);
  const indoors = indoorSpots(built);
  const crimes: Crime[] = [];
  for (const attraction of [...placeAttractions(places), ...streetAttractions(net)]) {
    const random = seededRandom(`${SEED} crimes ${attraction.drawnBy}`);
    for (const [category, rate] of Object.entries(attraction.rates) as [IncidentCategory, number][]) {
      for (let left = random.poisson(rate * YEARS); left > 0; left -= 1) {
        const crime = draw(attraction, category, indoors, random);
        if (!isCleared(clearings, crime.at, category)) crimes.push(crime);
      }
    }
  }
  return [...crimes, ...crimeCases.flatMap(plant)];
}

function draw(
  attraction: Attraction,
  category: IncidentCategory,
  indoors: (at: Position) => Position | null,
  random: Random,
): Crime {
  const at = attraction.spot(random);
  const isStreet = attraction.drawnBy.startsWith('street');
  const house = isStreet && random.next() < (shareIndoors[category] ?? 0) ? indoors(at) : null;
  const { occurredAt, hour } = moment(category, whole, null, random);
  return {
    at: toCentimetre(house ?? at),
    occurredAt,
    hour,
    category,
    indoors: house !== null,
    drawnBy: attraction.drawnBy,
  };
}

export function placeAttractions(places: readonly Place[]): Attraction[] {
  return places.map(({ key, placeType, geometry }) => {
    const weight = placeWeights[key] ?? 1;
    const spot =
      geometry.type === 'Point'
        ? (random: Random): Position => [
            random.normal(geometry.at[0], POINT_SPREAD_M),
            random.normal(geometry.at[1], POINT_SPREAD_M),
          ]
        : (random: Random) => spotIn(geometry.rings[0]!, random);
    return { drawnBy: `place ${key}`, rates: times(crimesAtPlace[placeType as PlaceTypeCode], weight), spot };
  });
}

export function streetAttractions(net: StreetNet): Attraction[] {
  const main = net.main.flatMap(({ id, class: kind, line }) =>
    ['soft', 'rail', 'motorway', 'service'].includes(kind)
      ? []
      : [street(`street main-${id}`, line, streetWeights.road)],
  );
  const inside = net.zones.flatMap(({ use }, zone) =>
    net.inside[zone]!.map((line, index) => street(`street zone-${zone}-${index}`, line, streetWeights[use])),
  );
  return [...main, ...inside];
}

function street(drawnBy: string, line: Line, weight: number): Attraction {
  const course = courseOf(line);
  return {
    drawnBy,
    rates: times(crimesAlongStreets, (weight * course.length_m) / 1000),
    spot: (random) =>
      beside(course.stationAt(random.next() * course.length_m), (2 * random.next() - 1) * STREET_SPREAD_M),
  };
}

function times(rates: Rates, weight: number): Rates {
  return Object.fromEntries(Object.entries(rates).map(([category, rate]) => [category, rate * weight]));
}

/** A position in a ring, all of it alike. */
export function spotIn(ring: Ring, random: Random): Position {
  const [west, south, east, north] = boxOf([ring]);
  for (;;) {
    const at: Position = [west + (east - west) * random.next(), south + (north - south) * random.next()];
    if (pointInPolygon([ring], at)) return at;
  }
}

/** A position in a ring, most of them about its middle. */
function spotAbout(ring: Ring, spread_m: number, random: Random): Position {
  const [west, south, east, north] = boxOf([ring]);
  for (;;) {
    const at: Position = [random.normal((west + east) / 2, spread_m), random.normal((south + north) / 2, spread_m)];
    if (pointInPolygon([ring], at)) return at;
  }
}

/** Finds the middle of a building close to a position. */
function indoorSpots({ plots }: Built): (at: Position) => Position | null {
  const near = new Near<Position>();
  for (const { kind, middle } of plots)
    if (kind !== 'parking_lot' && kind !== 'shed') near.add(boxRound([middle]), middle);
  return (at) =>
    near
      .within(boxRound([at], 45))
      .values()
      .next().value ?? null;
}

export function clearingsOf(districts: readonly Area[]): Clearing[] {
  return crimeCases.flatMap(({ ring, district, clear }) => {
    const area = district ? districts.find(({ name, validTo }) => name === district && validTo === null) : null;
    if (district && !area) throw new Error(`No district is called ${district}.`);
    return clear.map((clearing) => ({ ...clearing, ring: area?.rings[0] ?? ring }));
  });
}

function plant({ key, ring, spread_m, planted }: CrimeCase): Crime[] {
  const random = seededRandom(`${SEED} case ${key}`);
  return planted.flatMap(({ period, counts, evening, indoors }) => {
    const categories = (Object.entries(counts) as [IncidentCategory, number][]).flatMap(([category, count]) =>
      Array.from({ length: count }, () => category),
    );
    return random.shuffle(categories).map((category, index): Crime => {
      const part = evening === undefined ? 'day' : index < evening ? 'evening' : 'daytime';
      const { occurredAt, hour } = moment(category, period, part, random);
      const at = toCentimetre(spread_m ? spotAbout(ring, spread_m, random) : spotIn(ring, random));
      return { at, occurredAt, hour, category, indoors: indoors ?? false, drawnBy: `case ${key}` };
    });
  });
}
