import type { FieldNames } from '../columns.ts';
import { positionFields } from '../positions.ts';

/** What columns of areas' codes and names are called, code first: a code is the same next year. */
const area = [
  'områdeskod',
  'delområdeskod',
  'do_kod',
  'desokod',
  'deso',
  'regsokod',
  'regso',
  'baskod',
  'bas_kod',
  'nyckelkod',
  'nyko',
  'area_code',
  'lsoa code',
  'lsoa code (2011)',
  'lsoa code (2021)',
  'region_id',
  'områdesnamn',
  'delområde',
  'stadsdel',
  'stadsdelsområde',
  'basområde',
  'kommundel',
  'kommunkod',
  'kommun',
  'region',
  'område',
  'area',
  'kod',
  'code',
  'namn',
  'name',
] as const;

const validFrom = [
  'valid_from',
  'giltig_från',
  'giltig från och med',
  'gäller_från',
  'gäller fr.o.m.',
  'från och med',
  'fr.o.m.',
  'från',
  'startdatum',
  'start',
  'start_date',
  'införd',
  'beslutad',
] as const;
const validTo = [
  'valid_to',
  'giltig_till',
  'giltig till och med',
  'gäller_till',
  'gäller t.o.m.',
  'till och med',
  't.o.m.',
  'till',
  'slutdatum',
  'slut',
  'end_date',
  'upphör',
  'avslutad',
] as const;

const category = [
  'category',
  'kategori',
  'brottstyp',
  'brottskategori',
  'brottsgrupp',
  'brottsslag',
  'crime type',
  'brott',
  'händelsetyp',
  'händelse',
  'ärendetyp',
  'typ',
  'type',
] as const;
const count = [
  'antal',
  'antal brott',
  'antal anmälda brott',
  'anmälda brott',
  'antal händelser',
  'antal ärenden',
  'count',
  'number of crimes',
  'crimes',
  'incidents',
  'händelser',
  'n',
] as const;

const period = {
  period: ['period', 'periodnyckel', 'tidsperiod', 'tid', 'tidpunkt', 'kvartal', 'halvår', 'quarter', 'datum', 'date'],
  year: ['år', 'year', 'kalenderår'],
  month: ['månad', 'month', 'mån'],
  period_from: ['period_start', 'period_from', 'från och med', 'fr.o.m.', 'från', 'startdatum', 'from'],
  period_to: ['period_slut', 'period_to', 'period_end', 'till och med', 't.o.m.', 'till', 'slutdatum', 'to'],
} as const;

/** People per area and year; `group` (age, sex) tells rows that are parts of a whole. */
export const populationFields = {
  area,
  year: ['år', 'year', 'ar', 'referensår', 'mätår', 'per den', 'datum'],
  population: [
    'population',
    'befolkning',
    'folkmängd',
    'invånare',
    'antal invånare',
    'antal personer',
    'personer',
    'totalt',
    'total',
    'total population',
    'total population: mid 2015 (excluding prisoners)',
    'pop',
    'antal',
    'värde',
  ],
  group: ['grupp', 'group', 'ålder', 'åldersgrupp', 'kön', 'age', 'sex'],
} as const satisfies FieldNames<string>;

/** Counts per area, category and period: one column for the period, or year and month, or from and to. */
export const areaCountFields = { area, category, ...period, count } as const satisfies FieldNames<string>;

/** Counts per square: its name in Statistics Sweden's form, or its lower left corner. */
export const squareCountFields = {
  square: [
    'ruta',
    'rut_id',
    'rutid',
    'ruta_id',
    'rutnamn',
    'rutkod',
    'square',
    'square_id',
    'grid',
    'grid_id',
    'grd_id',
    'cell',
    'cell_id',
    'cellcode',
  ],
  east: ['x_koord', 'xkoord', 'ost', 'öst', 'east', 'easting', 'e', 'sweref_e', 'x', 'x_min', 'left'],
  north: ['y_koord', 'ykoord', 'nord', 'norr', 'north', 'northing', 'n', 'sweref_n', 'y', 'y_min', 'bottom'],
  size: ['rutstorlek', 'storlek', 'size', 'size_m', 'cellsize', 'ruta_storl'],
  category,
  ...period,
  count,
} as const satisfies FieldNames<string>;

/** Other measures at a place: lighting, guards, cleared sight lines. A position, or a geometry of any kind. */
export const interventionFields = {
  key: ['id', 'nr', 'nummer', 'objectid', 'insats_id', 'åtgärds_id'],
  name: ['namn', 'name', 'benämning', 'åtgärd', 'åtgärdens namn', 'insats', 'measure', 'plats', 'rubrik'],
  kind: ['kind', 'åtgärdstyp', 'insatstyp', 'typ av åtgärd', 'typ av insats', 'typ', 'type', 'kategori', 'slag'],
  valid_from: validFrom,
  valid_to: validTo,
  ...positionFields,
} as const satisfies FieldNames<string>;

/** Guard zones, vulnerable areas and drug scenes, as outlines. */
export const zoneFields = {
  key: ['id', 'nr', 'kod', 'objectid', 'beteckning'],
  name: ['namn', 'name', 'benämning', 'område', 'områdesnamn', 'plats'],
  kind: ['kind', 'typ', 'type', 'kategori', 'klass', 'klassning', 'nivå', 'status', 'områdestyp', 'slag'],
  valid_from: validFrom,
  valid_to: validTo,
} as const satisfies FieldNames<string>;

/** What a camera could hang on. */
export const mastFields = {
  key: [
    'id',
    'stolpid',
    'stolp_id',
    'stolpnummer',
    'stolpnr',
    'mast_id',
    'nummer',
    'nr',
    'littera',
    'objectid',
    'osm_id',
  ],
  kind: ['kind', 'stolptyp', 'masttyp', 'typ', 'type', 'slag', 'man_made', 'highway', 'power'],
  owner: ['ägare', 'owner', 'operator', 'förvaltare', 'huvudman', 'anläggningsägare'],
  height: ['höjd', 'höjd_m', 'stolphöjd', 'masthöjd', 'height', 'height_m', 'ljuspunktshöjd'],
  has_power: ['el', 'ström', 'har el', 'elförsörjning', 'matning', 'has_power', 'electricity'],
  has_fibre: ['fiber', 'har fiber', 'fibre', 'has_fibre', 'bredband'],
  ...positionFields,
} as const satisfies FieldNames<string>;
