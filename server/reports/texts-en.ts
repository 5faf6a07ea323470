import type { ReportTexts } from './texts.ts';

export const en: ReportTexts = {
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
    what: {
      recorded_crime: 'Recorded crimes',
      own_incidents: "The municipality's own incidents",
      guard_interventions: "Guards' interventions",
    },
    withheldSign: '..',
    missingSign: '–',
    givenKey: '.. withheld by the source. – not available.',
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
