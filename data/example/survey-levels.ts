import type { Indicator } from './types.ts';

/** Where an area of the survey lies in 2025 and how it got there; the figures of named cases are pinned in cases.ts. */
export type Level = {
  readonly code: string;
  readonly name: string;
  /** The overall index in 2025, 0-6, and how much it has risen a year since 2019. */
  readonly index: number;
  readonly drift: number;
  /** Answers in an ordinary year. */
  readonly answers: number;
  readonly from?: number;
  readonly until?: number;
};

/** Norrgärdet, where 240 people live among workshops, is not asked: it has no row at all. */
export const surveyed: readonly Level[] = [
  { code: '01', name: 'Centrum', index: 2.19, drift: -0.02, answers: 236 },
  { code: '02', name: 'Kyrkbyn', index: 1.62, drift: 0.01, answers: 58 },
  { code: '03', name: 'Västermark', index: 1.52, drift: 0.01, answers: 178, until: 2024 },
  { code: '03N', name: 'Västermark norra', index: 1.61, drift: 0, answers: 118, from: 2025 },
  { code: '03S', name: 'Västermark södra', index: 1.35, drift: 0, answers: 76, from: 2025 },
  { code: '04', name: 'Björkbacken', index: 1.38, drift: -0.02, answers: 142 },
  { code: '06', name: 'Ekhagen', index: 1.43, drift: -0.06, answers: 168 },
  { code: '07', name: 'Kvarngärdet', index: 1.74, drift: 0.02, answers: 104 },
  { code: '08', name: 'Rosenäng', index: 2.48, drift: 0.03, answers: 171 },
  { code: '09', name: 'Lugnvik', index: 2.33, drift: 0.09, answers: 112 },
  { code: '10', name: 'Hamnen', index: 2.1, drift: 0.03, answers: 117 },
  { code: '11', name: 'Söderhaga', index: 1.86, drift: -0.01, answers: 164 },
  { code: '12', name: 'Tallåsen', index: 1.21, drift: -0.01, answers: 121 },
];

/** Lines to compare with that are no area on the map. */
export const comparisonUnits: readonly Level[] = [
  { code: 'kommunen', name: 'Exempelköping', index: 1.87, drift: 0, answers: 1640 },
  { code: 'polisomradet', name: 'Exempelbygdens polisområde', index: 1.74, drift: -0.015, answers: 6900 },
];

export type Item = Indicator & {
  /** value = base + share × the area's overall index. */ readonly base: number;
  readonly share: number;
};

function index(
  sort: number,
  code: string,
  group: string,
  nameSv: string,
  nameEn: string,
  base: number,
  share: number,
  cameraRelevant = false,
): Item {
  return { sort, code, group, nameSv, nameEn, base, share, cameraRelevant, measure: 'INDEX_0_6' };
}

function percent(
  sort: number,
  code: string,
  group: string,
  nameSv: string,
  nameEn: string,
  base: number,
  share: number,
): Item {
  return { sort, code, group, nameSv, nameEn, base, share, cameraRelevant: false, measure: 'PERCENT' };
}

/** The overall index and items of the police's survey by their groups. Camera-relevant: where research finds an effect. */
export const indicators: readonly Item[] = [
  index(1, 'overall', 'Samlat', 'Samlat problemindex', 'Overall problem index', 0, 1),
  index(10, 'littering', 'Utemiljö', 'Nedskräpning', 'Littering', 0.5, 1.1),
  index(11, 'vandalism', 'Utemiljö', 'Skadegörelse', 'Vandalism', -0.2, 1.08, true),
  index(20, 'speeding', 'Trafik', 'Bilar som kör för fort', 'Cars going too fast', 2.2, 0.4),
  index(21, 'reckless_moped', 'Trafik', 'Buskörning med moped', 'Reckless moped riding', 0.9, 0.8),
  index(
    30,
    'intoxicated',
    'Missbruk',
    'Alkohol- och narkotikapåverkade utomhus',
    'Intoxicated people outdoors',
    -0.8,
    1.4,
  ),
  index(31, 'drug_dealing', 'Missbruk', 'Öppen narkotikahandel', 'Open drug dealing', -1.1, 1.35, true),
  index(
    40,
    'fighting',
    'Ordningsstörningar',
    'Folk som bråkar och slåss',
    'People quarrelling and fighting',
    -0.9,
    1.2,
  ),
  index(41, 'women_harassed', 'Ordningsstörningar', 'Kvinnor som antastas', 'Women being harassed', -0.8, 1),
  index(42, 'youth_gangs', 'Ordningsstörningar', 'Ungdomsgäng som stör', 'Disruptive youth gangs', -0.7, 1.25),
  index(50, 'worry_burglary', 'Oro', 'Oro för bostadsinbrott', 'Worry about burglary', 1.1, 0.4),
  index(51, 'worry_assault', 'Oro', 'Oro för överfall och misshandel', 'Worry about assault', -0.2, 1.05),
  percent(
    60,
    'exposed_theft',
    'Utsatthet',
    'Utsatta för stöld det senaste året (andel)',
    'Victims of theft in the past year (share)',
    4.5,
    4.2,
  ),
  percent(
    70,
    'safe_late_evening',
    'Konkret otrygghet',
    'Trygga ute sen kväll (andel)',
    'Feel safe outdoors late in the evening (share)',
    93,
    -17,
  ),
  percent(
    71,
    'refrained',
    'Konkret otrygghet',
    'Har avstått från en aktivitet (andel)',
    'Have refrained from an activity (share)',
    -1,
    7.5,
  ),
  percent(
    80,
    'police_care',
    'Polisens arbete',
    'Polisen bryr sig om de lokala problemen (andel)',
    'The police care about local problems (share)',
    56,
    -4.5,
  ),
];
