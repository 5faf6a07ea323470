// Long on purpose: every word of a report, in both languages side by side.
import type { Locale } from '#core/format/number.ts';

/** Every word of a report, in both languages. Swedish words are the papers' own; the template holds none. */
export interface ReportTexts {
  readonly kicker: string;
  readonly subtitle: (set: string, code: string, year: number, asOf: string) => string;
  readonly basis: string;
  readonly footer: (asOf: string) => string;
  readonly page: string;
  readonly source: string;
  readonly facts: { readonly population: string; readonly area: string; readonly overall: string };
  readonly mapHeading: string;
  readonly mapAlt: (area: string, scale: string, cameras: number, cells: number) => string;
  readonly mapSource: (attributions: string) => string;
  readonly mapWords: { readonly north: string; readonly scale: (scale: string) => string };
  readonly legend: Readonly<Record<'area' | 'in_operation' | 'planned' | 'off' | 'coverage' | 'cell', string>>;
  readonly cellNote: (provision: string, authority: string, size: string) => string;
  readonly masked: string;
  readonly survey: {
    readonly heading: string;
    readonly intro: string;
    readonly none: string;
    readonly chartAlt: (name: string, points: string) => string;
    readonly indicator: string;
    readonly women: string;
    readonly men: string;
    readonly answers: string;
    readonly answersOf: (year: number) => string;
    readonly all: string;
    readonly threshold: (value: string) => string;
    readonly tooFewSign: string;
    readonly missingSign: string;
    readonly tooFewShort: string;
    readonly missingShort: string;
    readonly key: string;
    readonly perCent: string;
    readonly responseRate: (percent: string, year: number) => string;
    readonly grain: string;
  };
  readonly crime: {
    readonly heading: string;
    readonly intro: string;
    readonly none: string;
    readonly what: Readonly<Record<'recorded_crime' | 'own_incidents', string>>;
    readonly grain: Readonly<Record<'point' | 'square' | 'area', string>>;
    readonly category: string;
    readonly suppressedSign: (minimum: number) => string;
    readonly key: (minimum: number) => string;
    readonly partYears: (period: string) => string;
    readonly noCounts: string;
    readonly refused: (source: string) => string;
    readonly grainLabel: string;
    readonly period: string;
    readonly coordinates: (share: string) => string;
    readonly coordinatesUnknown: string;
    readonly noPeriod: string;
  };
  readonly cameras: {
    readonly heading: string;
    readonly organisation: string;
    readonly inOperation: string;
    readonly planned: string;
    readonly off: string;
    readonly total: string;
    readonly none: string;
    readonly coverage: (area_m2: string, share: string) => string;
    readonly source: string;
  };
  readonly measures: {
    readonly heading: string;
    readonly kind: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly ongoing: string;
    readonly kinds: Readonly<Record<string, string>>;
    readonly none: (year: number) => string;
    readonly evidence: string;
    readonly grain: (year: number) => string;
  };
  readonly places: {
    readonly grain: string;
    readonly heading: string;
    readonly type: string;
    readonly count: string;
    readonly none: string;
  };
  readonly method: {
    readonly heading: string;
    readonly paragraphs: (minimum: number, digest: string) => readonly (readonly [string, string])[];
  };
}

const sv: ReportTexts = {
  kicker: 'Områdesrapport',
  subtitle: (set, code, year, asOf) => `${set}, kod ${code} · avser ${year} · underlag per ${asOf}`,
  basis:
    'Räknat på de kameror som du har behörighet att se: här den form som visas utan behörighet. Mark som ser obevakad ut kan vara bevakad.',
  footer: (asOf) =>
    `Redovisat utan behörighet. Maskerade platser visas som ruta, hemliga platser visas inte. Underlag per ${asOf}.`,
  page: 'Sida',
  source: 'Källa',
  facts: { population: 'Invånare', area: 'Areal', overall: 'Samlat problemindex' },
  mapHeading: 'Området och de öppna kamerorna',
  mapAlt: (area, scale, cameras, cells) =>
    `Karta över ${area} i skala ${scale} med områdets gräns, gator, vatten och bebyggelse. ${cameras === 0 ? 'Inga öppna kameror' : cameras === 1 ? 'En öppen kamera' : `${cameras} öppna kameror`} i kartbilden${cells === 0 ? '' : cells === 1 ? ' och en maskerad ruta' : ` och ${cells} maskerade rutor`}. Antalen i området står i tabellen Kameror.`,
  mapSource: (attributions) => `Kartunderlag: ${attributions}. SWEREF 99 TM, rutnätsnorr uppåt.`,
  mapWords: { north: 'N', scale: (scale) => `Skala ${scale}` },
  legend: {
    area: 'Områdets gräns',
    in_operation: 'Kamera i drift',
    planned: 'Planerad kamera',
    off: 'Kamera ur drift',
    coverage: 'Mark i bild',
    cell: 'Ruta med maskerad plats',
  },
  cellNote: (provision, authority, size) =>
    `Exakt placering bedöms vara sekretessbelagd (${provision}, ${authority}). Visas som ruta, ${size} × ${size}.`,
  masked: 'Maskerade och hemliga platser redovisas inte per område.',
  survey: {
    heading: 'Polisens trygghetsmätning',
    intro:
      'Värdena återges som de är publicerade. Index går från 0 (närmast obefintligt problem) till 6 (alarmerande påtagligt problem).',
    none: 'Det finns inga publicerade värden för området med dess nuvarande gränser.',
    chartAlt: (name, points) => `Linjediagram: ${name} per år. ${points}.`,
    indicator: 'Fråga',
    women: 'Kvinnor',
    men: 'Män',
    answers: 'Svar',
    answersOf: (year) => `Svar ${year}`,
    all: 'Området',
    threshold: (value) => `över ${value}: hög generell problemnivå`,
    tooFewSign: '..',
    missingSign: '–',
    tooFewShort: 'för få svar',
    missingShort: 'saknas',
    key: '.. för få svar för att redovisas. – uppgift saknas.',
    perCent: '%',
    responseRate: (percent, year) => `Svarsfrekvens ${year}: ${percent}`,
    grain: 'Finhet: område och år, höstens mätning',
  },
  crime: {
    heading: 'Brott och händelser',
    intro: 'Anmälda brott och kommunens egna händelser är två slags uppgifter och läggs aldrig ihop.',
    none: 'Inga källor med brott eller händelser är inlästa.',
    what: { recorded_crime: 'Anmälda brott', own_incidents: 'Kommunens egna händelser' },
    grain: { point: 'punkter, räknade per område', square: 'rutor, räknade per område', area: 'antal per område' },
    category: 'Kategori',
    suppressedSign: (minimum) => `< ${minimum}`,
    key: (minimum) =>
      `< ${minimum}: antal från 1 till ${minimum - 1} redovisas inte. Summor redovisas inte. En kategori utan ett enda fall i området under perioden saknas i tabellen.`,
    partYears: (period) => `* Källan omfattar bara en del av året: ${period}.`,
    noCounts: 'Inga fall i området under perioden.',
    refused: (source) =>
      `${source} redovisas inte: dess koordinater är mittpunkter för större områden och kan inte räknas per delområde.`,
    grainLabel: 'Finhet',
    period: 'Period',
    coordinates: (share) => `${share} av källans poster har användbara koordinater`,
    coordinatesUnknown: 'andelen poster med användbara koordinater är okänd',
    noPeriod: 'ej angiven',
  },
  cameras: {
    heading: 'Kameror',
    organisation: 'Personuppgiftsansvarig',
    inOperation: 'I drift',
    planned: 'Planerade',
    off: 'Ur drift',
    total: 'Öppna kameror, alla',
    none: 'Inga öppna kameror står i området.',
    coverage: (area_m2, share) =>
      `Kamerorna i drift har ${area_m2} av områdets mark i bild, ${share} av arealen. Mark som två kameror ser räknas en gång.`,
    source: 'kommunens kameraregister i Kamerapunkt, kamera för kamera, så som det är när rapporten hämtas',
  },
  measures: {
    heading: 'Andra trygghetsskapande åtgärder',
    kind: 'Åtgärd',
    name: 'Benämning',
    from: 'Från',
    to: 'Till',
    ongoing: 'pågår',
    kinds: {
      lighting: 'Belysning',
      guards: 'Ordningsvakter',
      patrols: 'Patrullering',
      sight_lines: 'Siktröjning',
      locks: 'Lås och skalskydd',
      social_work: 'Socialt arbete',
      other: 'Annan åtgärd',
    },
    none: (year) => `Inga andra åtgärder i området är registrerade för ${year}.`,
    evidence:
      'Enligt den forskningsöversikt som Brå redovisade 2018 har kamerabevakning effekt tillsammans med två eller fler andra åtgärder, men inte ensam eller med bara en annan.',
    grain: (year) => `Åtgärder som gällde någon dag under ${year} och som berör området`,
  },
  places: {
    heading: 'Platser i området',
    grain: 'Platser vars mittpunkt ligger i området',
    type: 'Typ av plats',
    count: 'Antal',
    none: 'Inga platser är inlästa för området.',
  },
  method: {
    heading: 'Så är siffrorna räknade',
    paragraphs: (minimum, digest) => [
      [
        'Trygghetsmätningen.',
        'Värdena är publicerade av källan; inget index är omräknat. En serie omfattar bara de år då områdets kod stod för nuvarande gränser. Extra mätomgångar ingår inte. Med få svar är osäkerheten stor: små skillnader mellan år eller områden kan bero på slumpen.',
      ],
      [
        'Brott och händelser.',
        `Räknade är de fall vars koordinater ligger inom områdets gräns; fall utan koordinater ingår inte. Antal från 1 till ${minimum - 1} redovisas inte, och inga summor, så att ingen enskild kan urskiljas. Anmälda brott beror också på vad som anmäls och var polisen arbetar; det gäller särskilt narkotikabrott.`,
      ],
      [
        'Kameror.',
        'Bara öppna kameror är räknade. Polisens kamerapunkter och maskerade platser ingår inte, inte heller som rutor på kartan. Mark i bild är beräknad ur kamerans riktning, vinkel och räckvidd och de byggnader som skymmer.',
      ],
      [
        'Kontrollsumma.',
        `Rapportens siffror har kontrollsumman ${digest}. Samma underlag ger samma rapport och samma summa.`,
      ],
    ],
  },
};

const en: ReportTexts = {
  kicker: 'Area report',
  subtitle: (set, code, year, asOf) => `${set}, code ${code} · for ${year} · data as of ${asOf}`,
  basis:
    'Counted on the cameras that you are cleared to see: here the form shown without clearance. Ground that looks unwatched may be watched.',
  footer: (asOf) =>
    `Shown without clearance. Masked sites appear as a square, secret sites do not appear. Data as of ${asOf}.`,
  page: 'Page',
  source: 'Source',
  facts: { population: 'Inhabitants', area: 'Area', overall: 'Overall problem index' },
  mapHeading: 'The area and its open cameras',
  mapAlt: (area, scale, cameras, cells) =>
    `Map of ${area} at ${scale} with the area's border, streets, water and buildings. ${cameras === 0 ? 'No open cameras' : cameras === 1 ? 'One open camera' : `${cameras} open cameras`} in the map's frame${cells === 0 ? '' : cells === 1 ? ' and one masked square' : ` and ${cells} masked squares`}. The numbers within the area stand in the table Cameras.`,
  mapSource: (attributions) => `Map data: ${attributions}. SWEREF 99 TM, grid north up.`,
  mapWords: { north: 'N', scale: (scale) => `Scale ${scale}` },
  legend: {
    area: 'Border of the area',
    in_operation: 'Camera in operation',
    planned: 'Planned camera',
    off: 'Camera out of operation',
    coverage: 'Ground in view',
    cell: 'Square with a masked site',
  },
  cellNote: (provision, authority, size) =>
    `The exact placement is held to be secret (${provision}, ${authority}). Shown as a square, ${size} × ${size}.`,
  masked: 'Masked and secret sites are not reported by area.',
  survey: {
    heading: "The police's safety survey",
    intro:
      'The values are given as published. Indices run from 0 (hardly any problem) to 6 (alarmingly tangible problem).',
    none: 'No values have been published for the area with its present borders.',
    chartAlt: (name, points) => `Line chart: ${name} by year. ${points}.`,
    indicator: 'Question',
    women: 'Women',
    men: 'Men',
    answers: 'Answers',
    answersOf: (year) => `Answers ${year}`,
    all: 'The area',
    threshold: (value) => `above ${value}: high general level`,
    tooFewSign: '..',
    missingSign: '–',
    tooFewShort: 'too few answers',
    missingShort: 'missing',
    key: '.. too few answers to be given. – not available.',
    perCent: '%',
    responseRate: (percent, year) => `Response rate ${year}: ${percent}`,
    grain: 'Grain: area and year, autumn round',
  },
  crime: {
    heading: 'Crimes and incidents',
    intro: "Recorded crimes and the municipality's own incidents are two kinds of data and are never added together.",
    none: 'No sources of crimes or incidents have been loaded.',
    what: { recorded_crime: 'Recorded crimes', own_incidents: "The municipality's own incidents" },
    grain: { point: 'points, counted by area', square: 'grid squares, counted by area', area: 'counts by area' },
    category: 'Category',
    suppressedSign: (minimum) => `< ${minimum}`,
    key: (minimum) =>
      `< ${minimum}: counts from 1 to ${minimum - 1} are not given. Totals are not given. A category without a single case in the area in the period has no row.`,
    partYears: (period) => `* The source holds only a part of the year: ${period}.`,
    noCounts: 'No cases in the area in the period.',
    refused: (source) =>
      `${source} is not reported: its coordinates are midpoints of larger areas and cannot be counted by district.`,
    grainLabel: 'Grain',
    period: 'Period',
    coordinates: (share) => `${share} of the source's records have usable coordinates`,
    coordinatesUnknown: 'the share of records with usable coordinates is not known',
    noPeriod: 'not stated',
  },
  cameras: {
    heading: 'Cameras',
    organisation: 'Controller',
    inOperation: 'In operation',
    planned: 'Planned',
    off: 'Off',
    total: 'Open cameras, all',
    none: 'No open cameras stand in the area.',
    coverage: (area_m2, share) =>
      `The cameras in operation have ${area_m2} of the area's ground in view, ${share} of its area. Ground that two cameras see counts once.`,
    source: "the municipality's camera register in Kamerapunkt, camera by camera, as it is when the report is fetched",
  },
  measures: {
    heading: 'Other safety measures',
    kind: 'Measure',
    name: 'Name',
    from: 'From',
    to: 'To',
    ongoing: 'ongoing',
    kinds: {
      lighting: 'Lighting',
      guards: 'Security guards',
      patrols: 'Patrols',
      sight_lines: 'Clearing of sight lines',
      locks: 'Locks and perimeter protection',
      social_work: 'Social work',
      other: 'Other measure',
    },
    none: (year) => `No other measures in the area are registered for ${year}.`,
    evidence:
      'According to the review of research that Brå presented in 2018, camera surveillance has an effect together with two or more other measures, but not alone or with only one other.',
    grain: (year) => `Measures in force some day of ${year} that touch the area`,
  },
  places: {
    heading: 'Places in the area',
    grain: 'Places whose middle lies in the area',
    type: 'Kind of place',
    count: 'Number',
    none: 'No places have been loaded for the area.',
  },
  method: {
    heading: 'How the figures are reckoned',
    paragraphs: (minimum, digest) => [
      [
        'The safety survey.',
        'The values are published by the source; no index has been reckoned anew. A series holds only the years in which the code stood for the present borders. Extra rounds are left out. With few answers the uncertainty is large: small differences between years or areas may be chance.',
      ],
      [
        'Crimes and incidents.',
        `Counted are the cases whose coordinates lie within the area's border; cases without coordinates are left out. Counts from 1 to ${minimum - 1} are not given, nor any totals, so that no single person can be made out. Recorded crimes also depend on what is reported and on where the police work, drug offences above all.`,
      ],
      [
        'Cameras.',
        "Only open cameras are counted. The police's camera points and masked sites are left out, also as squares on the map. Ground in view is computed from the camera's bearing, angle and range and the buildings in the way.",
      ],
      [
        'Checksum.',
        `The figures of this report have the checksum ${digest}. The same data give the same report and the same checksum.`,
      ],
    ],
  },
};

export const reportTexts: Readonly<Record<Locale, ReportTexts>> = { sv, en };
