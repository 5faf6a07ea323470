import type { IndicatorRow } from '../db/import-survey.ts';

type Known = IndicatorRow & { /** How files write it, in lower case. */ readonly also: readonly string[] };

function index(
  sort: number,
  code: string,
  group: string,
  nameSv: string,
  nameEn: string,
  also: readonly string[],
  cameraRelevant = false,
): Known {
  return { sort, code, group, nameSv, nameEn, measure: 'INDEX_0_6', cameraRelevant, also };
}

function percent(
  sort: number,
  code: string,
  group: string,
  nameSv: string,
  nameEn: string,
  also: readonly string[],
): Known {
  return { sort, code, group, nameSv, nameEn, measure: 'PERCENT', cameraRelevant: false, also };
}

/** The questions of the police's survey by their groups. Relevant to cameras: where research finds that cameras help. */
const known: readonly Known[] = [
  index(1, 'overall', 'Samlat', 'Samlat problemindex', 'Overall problem index', [
    'samlat index',
    'totalindex',
    'samlat totalindex',
    'problemindex',
  ]),
  index(10, 'littering', 'Utemiljö', 'Nedskräpning', 'Littering', ['skräp']),
  index(11, 'vandalism', 'Utemiljö', 'Skadegörelse', 'Vandalism', ['klotter och skadegörelse'], true),
  index(20, 'speeding', 'Trafik', 'Bilar som kör för fort', 'Cars going too fast', ['fortkörning']),
  index(21, 'reckless_moped', 'Trafik', 'Buskörning med moped', 'Reckless moped riding', ['buskörning']),
  index(30, 'intoxicated', 'Missbruk', 'Alkohol- och narkotikapåverkade utomhus', 'Intoxicated people outdoors', [
    'alkoholpåverkade utomhus',
    'berusade utomhus',
  ]),
  index(
    31,
    'drug_dealing',
    'Missbruk',
    'Öppen narkotikahandel',
    'Open drug dealing',
    ['narkotikaförsäljning', 'öppen narkotikaförsäljning'],
    true,
  ),
  index(40, 'fighting', 'Ordningsstörningar', 'Folk som bråkar och slåss', 'People quarrelling and fighting', [
    'bråk och slagsmål',
  ]),
  index(41, 'women_harassed', 'Ordningsstörningar', 'Kvinnor som antastas', 'Women being harassed', []),
  index(42, 'youth_gangs', 'Ordningsstörningar', 'Ungdomsgäng som stör', 'Disruptive youth gangs', ['ungdomsgäng']),
  index(50, 'worry_burglary', 'Oro', 'Oro för bostadsinbrott', 'Worry about burglary', ['oro för inbrott']),
  index(51, 'worry_assault', 'Oro', 'Oro för överfall och misshandel', 'Worry about assault', [
    'oro för överfall',
    'oro för överfall/misshandel',
  ]),
  percent(
    60,
    'exposed_theft',
    'Utsatthet',
    'Utsatta för stöld det senaste året (andel)',
    'Victims of theft in the past year (share)',
    ['utsatta för stöld', 'utsatt för stöld'],
  ),
  percent(
    70,
    'safe_late_evening',
    'Konkret otrygghet',
    'Trygga ute sen kväll (andel)',
    'Feel safe outdoors late in the evening (share)',
    ['trygga sen kväll', 'trygga ute sen kväll'],
  ),
  percent(
    71,
    'refrained',
    'Konkret otrygghet',
    'Har avstått från en aktivitet (andel)',
    'Have refrained from an activity (share)',
    ['avstått från aktivitet'],
  ),
  percent(
    80,
    'police_care',
    'Polisens arbete',
    'Polisen bryr sig om de lokala problemen (andel)',
    'The police care about local problems (share)',
    ['polisen bryr sig', 'polisen bryr sig om lokala problem'],
  ),
];

/** A question that the survey is known to have, by its code or by how a file writes it; null for another. */
export function knownIndicator(text: string): IndicatorRow | null {
  const plain = text.toLowerCase().trim();
  const found = known.find(
    ({ code, nameSv, nameEn, also }) =>
      code === plain || nameSv.toLowerCase() === plain || nameEn.toLowerCase() === plain || also.includes(plain),
  );
  if (!found) return null;
  const { code, nameSv, nameEn, measure, group, cameraRelevant, sort } = found;
  return { code, nameSv, nameEn, measure, group, cameraRelevant, sort };
}

/** A question that nobody has told us of: its own words are its name, and it is not taken to concern cameras. */
export function newIndicator(text: string, measure: IndicatorRow['measure']): IndicatorRow {
  const code = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return { code, nameSv: text, nameEn: text, measure, group: 'Övrigt', cameraRelevant: false, sort: 100 };
}
