import type { PlaceTypeCode } from '#core/evidence/place-types.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';
import type { ZoneUse } from './zone-seeds.ts';

/**
 * The truth behind the example's crimes: a Poisson process whose intensity is known, so that a test can ask whether what
 * the product finds is what was put there. Nothing here is measured anywhere; the sizes are only plausible.
 *
 * Crimes come from three things: places of a type (`crimesAtPlace`), streets (`crimesAlongStreets`), and the named cases
 * (cases.ts), which are exact and lie where the other two are kept away.
 */
export type Rates = Partial<Record<IncidentCategory, number>>;

/** Expected crimes a year at one place of a type, at weight 1. */
export const crimesAtPlace: Record<PlaceTypeCode, Rates> = {
  PARKING_LOT: { vehicle: 2.7, property: 1.1, other: 0.3 },
  PARKING_GARAGE: { vehicle: 9, property: 6 },
  BICYCLE_PARKING: { property: 7 },
  STATION: { property: 6, violence: 4, disorder: 6, drug: 3, other: 4 },
  TRANSIT_STOP: { property: 0.7, violence: 0.7, disorder: 1.4 },
  SCHOOL: { property: 4, violence: 3, disorder: 5, drug: 1 },
  PLACE_OF_WORSHIP: { property: 1.2, disorder: 0.6 },
  HEALTH_CENTRE: { property: 3, violence: 2, other: 1 },
  PLAYGROUND: { disorder: 1.1, drug: 0.5 },
  OPEN_DRUG_SCENE: { drug: 30, violence: 4, disorder: 9 },
  CITY_CENTRE: { property: 6, violence: 3, disorder: 5, drug: 2, other: 3 },
  PARK: { drug: 4, disorder: 3.4, violence: 1.3, property: 0.8 },
  RESIDENTIAL: { vehicle: 12, property: 20, drug: 9, violence: 8, disorder: 14, other: 12 },
};

/** Places that draw more or fewer crimes than their type does; 0 for those that a named case fills to the number. */
export const placeWeights: Readonly<Record<string, number>> = {
  stortorget: 0,
  stationsparkeringen: 0,
  'p-huset-kvarnen': 0,
  'ekhagens-pendlarparkering': 0,
  'rosenangs-torgparkering': 0,
  'drogscen-abron': 0,
  'parken-vid-abron': 0,
  'abrons-cykelparkering': 0,
  'stationens-cykelparkering': 0,
  'cykel-kvarntorget': 0,
  'cykel-biblioteket': 0,
  'cykel-centralskolan': 0,
  hamnplan: 0,
  'kvarngallerians-parkering': 2.6,
  'sjukhusets-parkering': 2.2,
  'vallgatans-parkering': 2.4,
  'norrgallerians-parkering': 1.6,
  kvarngallerian: 1.3,
  stationstorget: 0.5,
  kvarntorget: 0.3,
  'rosenangs-torg': 1.4,
  'lugnviks-centrum': 0.4,
};

/** Positions about a place that is a point: standard deviation, metres. In a place with an outline they are spread evenly. */
export const POINT_SPREAD_M = 9;

/** Expected crimes a year and kilometre of street, at weight 1. */
export const crimesAlongStreets: Rates = {
  property: 5.2,
  vehicle: 1.6,
  violence: 2.3,
  disorder: 2.6,
  drug: 1.6,
  other: 13.6,
};

/** The weight of a street by what stands along it; `road` for main streets. Positions are within 12 m of its middle. */
export const streetWeights: Record<ZoneUse | 'road', number> = {
  centre: 2.6,
  commercial: 1.8,
  estate: 1.1,
  old: 0.9,
  rows: 0.6,
  villa: 0.4,
  industry: 0.7,
  harbour: 0.6,
  forest: 0,
  farmland: 0,
  road: 0.9,
};
export const STREET_SPREAD_M = 12;

/** The share of a street's crimes that happened indoors, in a building close by. At places all are outdoors. */
export const shareIndoors: Rates = { property: 0.34, violence: 0.22, drug: 0.12, other: 0.3 };

/** The share of reports without a time of day. */
export const shareWithoutHour: Rates = { vehicle: 0.16, property: 0.18, other: 0.05 };

/** How crimes of a category spread over the 24 hours of the day, from midnight: weights. */
export const hourProfile: Record<IncidentCategory, readonly number[]> = {
  drug: [5, 4, 3, 2, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 9, 10, 10, 10, 9, 8, 6],
  vehicle: [10, 10, 9, 8, 5, 3, 2, 3, 3, 2, 2, 3, 3, 3, 3, 4, 5, 6, 8, 9, 10, 11, 11, 11],
  property: [4, 4, 3, 3, 2, 1, 2, 4, 5, 6, 7, 8, 9, 9, 9, 10, 10, 10, 9, 7, 6, 5, 5, 4],
  violence: [10, 10, 9, 5, 2, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7, 8, 9, 10],
  disorder: [9, 9, 7, 4, 2, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 8, 9, 10, 10, 10, 10],
  other: [3, 2, 2, 1, 1, 2, 4, 7, 7, 6, 6, 6, 7, 7, 7, 8, 9, 8, 7, 6, 5, 5, 4, 4],
};

/** How crimes spread over the months, January first: weights about 1. */
export const monthProfile: readonly number[] = [0.86, 0.82, 0.93, 0.98, 1.07, 1.12, 1.1, 1.13, 1.08, 1.02, 0.98, 0.91];
