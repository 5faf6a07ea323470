import type { Ring } from '#core/position.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';
import { controlParkings } from './control-parkings.ts';
import type { Clearing } from './clearings.ts';
import { CRIMES_FROM, CRIMES_TO } from './frame.ts';
import { landmarkOn } from './landmarks.ts';
import { rectangle, setAsides } from './set-asides.ts';
import type { Spot } from './spots.ts';

/** A period, the first day included and the last not. */
export type Period = { readonly from: string; readonly to: string };

/** The 24 months before the example's today, and what came before them. */
export const LAST_24_MONTHS: Period = { from: '2024-10-01', to: CRIMES_TO };
const FIRST_YEAR: Period = { from: CRIMES_FROM, to: LAST_24_MONTHS.from };

/** The camera and the racks at Åbron came on this day; the same twelve months on each side are compared. */
export const ABRON_FROM = LAST_24_MONTHS.from;
export const ABRON_BEFORE: Period = { from: '2023-10-01', to: ABRON_FROM };
export const ABRON_AFTER: Period = { from: ABRON_FROM, to: '2025-10-01' };
const LAST_YEAR: Period = { from: ABRON_AFTER.to, to: CRIMES_TO };

export type Counts = Partial<Record<IncidentCategory, number>>;

/** Crimes laid out to the number. `evening` of them happen from 18 to 02, the others from 06 to 18; all day when not given. */
export type Planted = {
  readonly period: Period;
  readonly counts: Counts;
  readonly evening?: number;
  readonly indoors?: true;
};

/** A place with known figures: what is planted where, and what is kept away. */
export type CrimeCase = {
  readonly key: string;
  readonly name: string;
  /** Where the planted crimes lie. */
  readonly ring: Ring;
  /** The ring that is kept clear, when it is not the same; or the district of this name. */
  readonly district?: string;
  /** They lie about the ring's middle, standard deviation in metres; evenly when not given. */
  readonly spread_m?: number;
  readonly planted: readonly Planted[];
  readonly clear: readonly Omit<Clearing, 'ring'>[];
};

export const cameraRelevant: readonly IncidentCategory[] = ['drug', 'vehicle', 'property'];
const nothingWithin = (margin_m: number) => [{ margin_m, categories: null }];

export const crimeCases: readonly CrimeCase[] = [
  {
    key: 'stationsparkeringen',
    name: 'Stationsparkeringen',
    ring: ground('stationsparkeringen'),
    spread_m: 15,
    planted: [
      { period: LAST_24_MONTHS, counts: { vehicle: 23, property: 15 }, evening: 30 },
      { period: FIRST_YEAR, counts: { vehicle: 11, property: 6 }, evening: 13 },
    ],
    clear: nothingWithin(90),
  },
  {
    key: 'stortorget',
    name: 'Stortorget',
    ring: ground('stortorget'),
    spread_m: 13,
    planted: [
      { period: LAST_24_MONTHS, counts: { violence: 26, disorder: 35 }, evening: 50 },
      { period: FIRST_YEAR, counts: { violence: 12, disorder: 17 }, evening: 23 },
    ],
    clear: [{ margin_m: 75, categories: cameraRelevant }, ...nothingWithin(4)],
  },
  {
    key: 'krogarna-vid-stortorget',
    name: 'Krogarna vid Stortorget',
    ring: rectangle([3108, 2631], 76, 12, 13),
    planted: [
      { period: LAST_24_MONTHS, counts: { violence: 14, disorder: 12 }, evening: 24 },
      { period: FIRST_YEAR, counts: { violence: 7, disorder: 6 }, evening: 12 },
    ],
    clear: [],
  },
  {
    key: 'p-huset-kvarnen',
    name: 'P-huset Kvarnen',
    ring: landmarkOn(setAsides.find(({ key }) => key === 'p-huset-kvarnen')!)!.rings[0]!,
    planted: [
      { period: LAST_24_MONTHS, counts: { vehicle: 9, property: 5 }, indoors: true },
      { period: FIRST_YEAR, counts: { vehicle: 4, property: 3 }, indoors: true },
    ],
    clear: [{ margin_m: 60, categories: cameraRelevant }, ...nothingWithin(2)],
  },
  {
    key: 'lugnvik',
    name: 'Lugnvik',
    ring: rectangle([5300, 2130], 560, 240, -2),
    district: 'Lugnvik',
    planted: [
      { period: LAST_24_MONTHS, counts: { vehicle: 3, property: 3 } },
      { period: FIRST_YEAR, counts: { vehicle: 2, property: 1 } },
    ],
    clear: [{ margin_m: 0, categories: cameraRelevant }],
  },
  {
    key: 'ekhagens-pendlarparkering',
    name: 'Ekhagens pendlarparkering',
    ring: ground('ekhagens-pendlarparkering'),
    spread_m: 15,
    planted: [
      { period: LAST_24_MONTHS, counts: { vehicle: 21, property: 8 }, evening: 12 },
      { period: FIRST_YEAR, counts: { vehicle: 10, property: 4 }, evening: 6 },
    ],
    clear: nothingWithin(90),
  },
  {
    key: 'parken-vid-abron',
    name: 'Parken vid Åbron',
    ring: rectangle([2728, 2290], 52, 86, 8),
    spread_m: 13,
    planted: [
      { period: LAST_24_MONTHS, counts: { drug: 22 } },
      { period: FIRST_YEAR, counts: { drug: 10 } },
    ],
    clear: nothingWithin(95),
  },
  {
    key: 'abrons-cykelparkering',
    name: 'Åbrons cykelparkering',
    ring: ground('abrons-cykelparkering'),
    spread_m: 6,
    planted: [
      { period: ABRON_BEFORE, counts: { property: 48 } },
      { period: ABRON_AFTER, counts: { property: 29 } },
      { period: LAST_YEAR, counts: { property: 24 } },
    ],
    clear: nothingWithin(60),
  },
  ...controlParkings.map(({ key, name, ring, before, after, since }) => ({
    key,
    name,
    ring,
    planted: [
      { period: ABRON_BEFORE, counts: { property: before } },
      { period: ABRON_AFTER, counts: { property: after } },
      { period: LAST_YEAR, counts: { property: since } },
    ],
    clear: [{ margin_m: 18, categories: ['property' as const] }, ...nothingWithin(2)],
  })),
  {
    key: 'hamnkajen',
    name: 'Hamnkajen',
    ring: rectangle([4474, 1151], 16, 8, -16),
    planted: [{ period: LAST_24_MONTHS, counts: { property: 1 } }],
    clear: nothingWithin(170),
  },
  {
    key: 'rosenangs-torgparkering',
    name: 'Rosenängs torgparkering',
    ring: ground('rosenangs-torgparkering'),
    spread_m: 14,
    planted: [
      { period: LAST_24_MONTHS, counts: { vehicle: 17, property: 9 }, evening: 17 },
      { period: FIRST_YEAR, counts: { vehicle: 8, property: 3 }, evening: 7 },
    ],
    clear: nothingWithin(85),
  },
  {
    key: 'tallasen-narkotika',
    name: 'Tallåsen',
    ring: rectangle([2700, 1080], 500, 120, 0),
    district: 'Tallåsen',
    planted: [{ period: { from: '2025-01-01', to: '2026-01-01' }, counts: { drug: 3 } }],
    clear: [{ margin_m: 0, categories: ['drug'] }],
  },
];

/** A count that a test may ask for: of these categories, in this ring or district, in this period. */
export type Figure = {
  readonly key: string;
  /** Counted together; none when the district is what is counted. */
  readonly rings: readonly Ring[];
  readonly district: string | null;
  readonly categories: readonly IncidentCategory[] | null;
  readonly period: Period;
  readonly count: number;
  /** Of these, how many from 18 to 02. */
  readonly evening?: number;
};

/** What Åbrons cykelparkering is compared with: the other bicycle parkings of the centre. */
const control = { key: 'ovriga-cykelparkeringar', rings: controlParkings.map(({ ring }) => ring), district: null };

export const figures: readonly Figure[] = [
  { ...at('stationsparkeringen'), categories: ['vehicle', 'property'], period: LAST_24_MONTHS, count: 38, evening: 30 },
  { ...at('stortorget'), categories: ['violence', 'disorder'], period: LAST_24_MONTHS, count: 61 },
  { ...at('p-huset-kvarnen'), categories: null, period: LAST_24_MONTHS, count: 14 },
  { key: 'lugnvik', rings: [], district: 'Lugnvik', categories: cameraRelevant, period: LAST_24_MONTHS, count: 6 },
  { ...at('ekhagens-pendlarparkering'), categories: null, period: LAST_24_MONTHS, count: 29 },
  {
    ...at('parken-vid-abron'),
    rings: [ground('parken-vid-abron')],
    categories: null,
    period: LAST_24_MONTHS,
    count: 22,
  },
  { ...at('abrons-cykelparkering'), categories: ['property'], period: ABRON_BEFORE, count: 48 },
  { ...at('abrons-cykelparkering'), categories: ['property'], period: ABRON_AFTER, count: 29 },
  { ...control, categories: ['property'], period: ABRON_BEFORE, count: 52 },
  { ...control, categories: ['property'], period: ABRON_AFTER, count: 50 },
  { ...at('hamnkajen'), rings: [ground('hamnplan')], categories: null, period: LAST_24_MONTHS, count: 1 },
  { ...at('rosenangs-torgparkering'), categories: null, period: LAST_24_MONTHS, count: 26 },
  {
    key: 'tallasen-narkotika',
    rings: [],
    district: 'Tallåsen',
    categories: ['drug'],
    period: { from: '2025-01-01', to: '2026-01-01' },
    count: 3,
  },
];

/** What the survey says of the named districts in 2025, respondents `all`, overall index; null where it is not shown. */
export const surveyCases = [
  { district: 'Lugnvik', year: 2025, value: 2.34, answers: null },
  { district: 'Ekhagen', year: 2025, value: 1.42, answers: null },
  { district: 'Hamnen', year: 2025, value: 2.1, answers: null },
  { district: 'Kyrkbyn', year: 2025, value: null, answers: 28 },
] as const;

function ground(key: string): Ring {
  const found = setAsides.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`No ground is set aside as ${key}.`);
  return found.ring;
}

function at(key: string): Pick<Figure, 'key' | 'rings' | 'district'> {
  const found = crimeCases.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`No case is called ${key}.`);
  return { key, rings: [found.ring], district: null };
}

/** A spot in the harbour from which a camera looks along the quay. */
export const hamnkajenCamera: Spot = [4440, 1166];
