// Long on purpose: one table, each kind's rows beside what must become of them.
import type { Position } from '../../../server/core/position.ts';
import type { ImportKind } from '../../../server/core/wire/imports.ts';
import { sql, type Sql } from '../../../server/db/sql.ts';

export type Cell = string | number | null;
const year = 2025;

/** A row of a file as it is written, and what is stored of it: nothing when `refused` says why. EPSG:3006. */
export interface Thing {
  readonly cells: readonly Cell[];
  /** A point, the corners of an outline (closed), or nowhere. */
  readonly at: Position | readonly Position[] | null;
  readonly stored?: Readonly<Record<string, Cell | boolean>>;
  readonly refused?: string;
}

/** One kind in one form of its files: what stands in them and what the database must hold afterwards. */
export interface Truth {
  readonly kind: ImportKind;
  /** What its rows stand on: points come as columns of text too, outlines as layers alone. */
  readonly shape: 'point' | 'outline' | 'table';
  /** Read from KML, of whose fields GDAL's driver gives the name alone; all other formats when left out. */
  readonly isNamesOnly?: true;
  readonly heading: readonly string[];
  readonly things: readonly Thing[];
  /** Said at the import, beside source and set. */
  readonly words: readonly string[];
  /** What is stored of a source (of mounts: of an organisation), in the order of `things`; `wkt` is the place. */
  readonly stored: (source: string) => Sql;
}

/** Two areas that the rows name, around the points below: 01 Åby and 02 Österäng. */
export const town: readonly Thing[] = [
  { cells: ['01', 'Åby'], at: box(559_000, 6_569_000, 4000) },
  { cells: ['02', 'Österäng'], at: box(563_000, 6_569_000, 4000) },
];

function box(east: number, north: number, size: number): Position[] {
  return [
    [east, north],
    [east + size, north],
    [east + size, north + size],
    [east, north + size],
    [east, north],
  ];
}

const at: readonly Position[] = [
  [560_200.15, 6_570_300.57],
  [560_213.48, 6_570_329.02],
  [561_226.91, 6_571_358.76],
];
const [one = [0, 0], two = [0, 0], three = [0, 0]] = at;
const bySource = (source: string) => sql`join app.source s on s.id = t.source_id where s.name = ${source}`;

export const truths: readonly Truth[] = [
  {
    kind: 'areas',
    shape: 'outline',
    heading: ['kod', 'namn', 'invånare'],
    things: [
      {
        cells: ['0101', 'Åkers östra', 1200],
        at: box(560_000.25, 6_570_000.5, 900),
        stored: { code: '0101', name: 'Åkers östra', people: 1200 },
      },
      {
        cells: ['0102', 'Ärla', null],
        at: box(561_000.25, 6_570_000.5, 700),
        stored: { code: '0102', name: 'Ärla', people: null },
      },
      { cells: ['0103', 'Ö', -1], at: box(562_000, 6_570_000, 500), refused: 'not_a_number' },
    ],
    words: [],
    stored: areas,
  },
  {
    kind: 'zones',
    shape: 'outline',
    heading: ['kod', 'namn', 'typ', 'från'],
    things: [
      {
        cells: ['007', 'Åtorget', 'Ordningsvaktsområde', '2025-03-01'],
        at: box(560_000.25, 6_570_000.5, 300),
        stored: { key: '007', name: 'Åtorget', kind: 'guard_zone', since: '2025-03-01' },
      },
      {
        cells: ['008', 'Ängsbacken', 'Särskilt utsatt område', '2025-12-31'],
        at: box(561_000.25, 6_570_000.5, 500),
        stored: { key: '008', name: 'Ängsbacken', kind: 'vulnerable_area', since: '2025-12-31' },
      },
      { cells: ['009', 'Ön', 'Trivsamt', '2025-01-01'], at: box(562_000, 6_570_000, 500), refused: 'not_a_choice' },
    ],
    words: [],
    stored: (source) =>
      sql`select t.source_key as key, t.name, t.kind, t.valid_from::text as since, st_astext(t.geom) as wkt from app.zone t ${bySource(source)} order by t.source_key`,
  },
  {
    kind: 'square-counts',
    shape: 'outline',
    heading: ['brott', 'år', 'antal'],
    things: [
      {
        cells: ['Narkotikabrott', year, '12'],
        at: box(560_000, 6_570_000, 250),
        stored: { place: '560000 6570000 250', category: 'drug', count: 12, status: 'published' },
      },
      {
        cells: ['Skadegörelse', year, '..'],
        at: box(560_250, 6_570_000, 250),
        stored: { place: '560250 6570000 250', category: 'property', count: null, status: 'withheld' },
      },
      {
        cells: ['Rån', year, '-'],
        at: box(560_500, 6_570_000, 250),
        stored: { place: '560500 6570000 250', category: 'violence', count: 0, status: 'published' },
      },
      { cells: ['Rån', year, '4'], at: box(560_760, 6_570_000, 250), refused: 'not_on_grid' },
    ],
    words: [],
    stored: squares,
  },
  {
    kind: 'square-counts',
    shape: 'table',
    heading: ['ruta', 'brott', 'år', 'antal'],
    things: [
      {
        cells: ['5600006570000', 'Narkotikabrott', year, '12'],
        at: null,
        stored: { place: '560000 6570000 250', category: 'drug', count: 12, status: 'published' },
      },
      {
        cells: ['5602506570000', 'Skadegörelse', year, '..'],
        at: null,
        stored: { place: '560250 6570000 250', category: 'property', count: null, status: 'withheld' },
      },
      {
        cells: ['5605006570000', 'Rån', year, '-'],
        at: null,
        stored: { place: '560500 6570000 250', category: 'violence', count: 0, status: 'published' },
      },
      { cells: ['Ängen', 'Rån', year, '4'], at: null, refused: 'not_a_square' },
    ],
    words: ['size=250'],
    stored: squares,
  },
  {
    kind: 'incidents',
    shape: 'point',
    heading: ['tid', 'brottstyp', 'inomhus'],
    things: [
      {
        cells: [`${year}-01-10 00:15`, 'Narkotikabrott', 'nej'],
        at: one,
        stored: { at: `${year}-01-10 00:15:00`, hour: 0, category: 'drug', inside: false },
      },
      {
        cells: [`${year}-02-11 07:15`, 'Skadegörelse', 'ja'],
        at: two,
        stored: { at: `${year}-02-11 07:15:00`, hour: 7, category: 'property', inside: true },
      },
      {
        cells: [`${year}-03-12 14:15`, 'Rån', 'nej'],
        at: three,
        stored: { at: `${year}-03-12 14:15:00`, hour: 14, category: 'violence', inside: false },
      },
      { cells: [`${year}-03-12 14:15`, 'Rån', 'nej'], at: null, refused: 'no_position' },
      { cells: [`${year}-03-13 23:59`, 'Våldtäkt', 'nej'], at: three, refused: 'sensitive_sexual' },
    ],
    words: [],
    stored: (
      source,
    ) => sql`select to_char(t.occurred_at, 'YYYY-MM-DD HH24:MI:SS') as at, t.hour, t.category, t.indoors as inside, st_astext(t.geom) as wkt
      from secret.incident t ${bySource(source)} order by t.occurred_at`,
  },
  {
    kind: 'cameras',
    shape: 'point',
    heading: ['id', 'namn', 'typ', 'riktning', 'höjd', 'driftsatt'],
    things: [
      {
        cells: ['0017', 'Åbron', 'fast', 90, 4.5, '2024-05-01'],
        at: one,
        stored: { key: '0017', name: 'Åbron', kind: 'fixed', bearing: 90, height: 4.5, since: '2024-05-01' },
      },
      {
        cells: ['0018', 'Sjöängen', 'dome', null, 5.25, '2024-12-31'],
        at: three,
        stored: { key: '0018', name: 'Sjöängen', kind: 'dome', bearing: null, height: 5.25, since: '2024-12-31' },
      },
      { cells: ['0019', 'Ö', 'fast', 180, 5, '2024-01-01'], at: null, refused: 'no_position' },
    ],
    words: [],
    stored: (
      source,
    ) => sql`select t.source_key as key, t.name, t.kind, t.bearing_deg as bearing, t.height_m as height, t.in_operation_from::text as since,
      st_astext(p.geom) as wkt from secret.camera t join secret.position p on p.subject_id = t.id ${bySource(source)} order by t.source_key`,
  },
  {
    kind: 'planned-mounts',
    shape: 'point',
    heading: ['kod', 'namn', 'skede', 'sedan'],
    things: [
      {
        cells: ['0001', 'Åsgatan', 'önskad', '2026-03-01'],
        at: one,
        stored: { code: '0001', name: 'Åsgatan', stage: 'wished', since: '2026-03-01' },
      },
      {
        cells: ['0002', 'Älvvägen', 'i drift', '2026-04-30'],
        at: three,
        stored: { code: '0002', name: 'Älvvägen', stage: 'in_operation', since: '2026-04-30' },
      },
      { cells: ['0003', 'Ö', 'svävande', '2026-04-30'], at: two, refused: 'not_a_choice' },
    ],
    words: ['organisation_name=Polisen', 'authority=Polismyndigheten', 'decided=2026-09-01'],
    stored: (organisation) => sql`select t.code, t.name, t.stage, t.stage_since::text as since, st_astext(p.geom) as wkt
      from secret.planned_mount t join secret.position p on p.subject_id = t.id join app.organisation o on o.id = t.organisation_id
      where o.code = ${organisation} order by t.code`,
  },
  {
    kind: 'interventions',
    shape: 'point',
    heading: ['id', 'namn', 'från', 'till'],
    things: [
      {
        cells: ['001', 'Ny belysning Åparken', '2024-01-31', '2025-06-30'],
        at: one,
        stored: {
          key: '001',
          name: 'Ny belysning Åparken',
          kind: 'lighting',
          since: '2024-01-31',
          until: '2025-06-30',
        },
      },
      {
        cells: ['002', 'Fältgrupp Östra', '2024-02-29', '2025-07-01'],
        at: three,
        stored: { key: '002', name: 'Fältgrupp Östra', kind: 'social_work', since: '2024-02-29', until: '2025-07-01' },
      },
      { cells: ['003', 'Väktare', '2024-02-29', '2023-01-01'], at: two, refused: 'out_of_range' },
    ],
    words: [],
    stored: (
      source,
    ) => sql`select t.source_key as key, t.name, t.kind, t.valid_from::text as since, t.valid_to::text as until, st_astext(t.geom) as wkt
      from app.intervention t ${bySource(source)} order by t.source_key`,
  },
  {
    kind: 'masts',
    shape: 'point',
    heading: ['stolpnr', 'typ', 'ägare', 'höjd', 'el'],
    things: [
      {
        cells: ['0017', 'Belysningsstolpe', 'Gatukontoret i Åby', 8.5, 'ja'],
        at: one,
        stored: { key: '0017', kind: 'lamp', owner: 'Gatukontoret i Åby', height: 8.5, power: true },
      },
      {
        cells: ['0018', 'Mast', 'Örnät; mark, AB', 42.25, 'nej'],
        at: three,
        stored: { key: '0018', kind: 'mast', owner: 'Örnät; mark, AB', height: 42.25, power: false },
      },
      { cells: ['0019', 'Mast', 'Ö', 30, 'nej'], at: null, refused: 'no_position|no_geometry' },
    ],
    words: [],
    stored: (
      source,
    ) => sql`select t.source_key as key, t.kind, t.owner, t.height_m as height, t.has_power as power, st_astext(t.geom) as wkt
      from app.mast t ${bySource(source)} order by t.source_key`,
  },
  {
    kind: 'areas',
    shape: 'outline',
    isNamesOnly: true,
    heading: ['namn'],
    things: [
      {
        cells: ['Åkers östra'],
        at: box(560_000.25, 6_570_000.5, 900),
        stored: { code: 'Åkers östra', name: 'Åkers östra', people: null },
      },
      {
        cells: ['Öjebyn'],
        at: box(561_000.25, 6_570_000.5, 700),
        stored: { code: 'Öjebyn', name: 'Öjebyn', people: null },
      },
    ],
    words: [],
    stored: areas,
  },
  {
    kind: 'interventions',
    shape: 'point',
    isNamesOnly: true,
    heading: ['namn'],
    things: [
      { cells: ['Ny belysning Åparken'], at: one, stored: { name: 'Ny belysning Åparken', kind: 'lighting' } },
      { cells: ['Ängens väktare'], at: three, stored: { name: 'Ängens väktare', kind: 'guards' } },
    ],
    words: [],
    stored: (source) =>
      sql`select t.name, t.kind, st_astext(t.geom) as wkt from app.intervention t ${bySource(source)} order by t.name collate "C"`,
  },
  {
    kind: 'population',
    shape: 'table',
    heading: ['områdeskod', 'namn', 'år', 'befolkning'],
    things: [
      { cells: ['01', 'Åby', year, 1195], at: null, stored: { area: '01', year, persons: 1195 } },
      { cells: ['02', 'Österäng', year, 452], at: null, stored: { area: '02', year, persons: 452 } },
      { cells: ['09', 'Ön', year, 3], at: null, refused: 'unknown_area' },
    ],
    words: ['set=town'],
    stored: (source) =>
      sql`select t.area_code as area, t.year, t.persons from app.population t ${bySource(source)} order by t.area_code`,
  },
  {
    kind: 'survey',
    shape: 'table',
    heading: ['område', 'indikator', 'år', 'värde', 'mått'],
    things: [
      {
        cells: ['01', 'Otrygg på torget i Åby', year, 1.42, 'INDEX_0_6'],
        at: null,
        stored: { area: '01', year, value: 1.42, status: 'published' },
      },
      {
        cells: ['ÖSTERÄNG', 'Otrygg på torget i Åby', year, 2.3, 'INDEX_0_6'],
        at: null,
        stored: { area: '02', year, value: 2.3, status: 'published' },
      },
      { cells: ['02', 'Otrygg på torget i Åby', year, 7.5, 'INDEX_0_6'], at: null, refused: 'out_of_range' },
    ],
    words: ['set=town'],
    stored: (source) =>
      sql`select t.area_code as area, t.year, t.value::double precision as value, t.status from app.survey_value t ${bySource(source)} order by t.area_code`,
  },
  {
    kind: 'area-counts',
    shape: 'table',
    heading: ['områdeskod', 'brottstyp', 'år', 'antal'],
    things: [
      {
        cells: ['01', 'Narkotikabrott', year, '14'],
        at: null,
        stored: { place: '01', category: 'drug', from: `${year}-01-01`, count: 14, status: 'published' },
      },
      {
        cells: ['01', 'Skadegörelse', year, '-'],
        at: null,
        stored: { place: '01', category: 'property', from: `${year}-01-01`, count: 0, status: 'published' },
      },
      {
        cells: ['02', 'Rån', year, '..'],
        at: null,
        stored: { place: '02', category: 'violence', from: `${year}-01-01`, count: null, status: 'withheld' },
      },
      { cells: ['09', 'Rån', year, '3'], at: null, refused: 'unknown_area' },
    ],
    words: ['set=town'],
    stored: (
      source,
    ) => sql`select t.area_code as place, t.category, t.period_from::text as "from", t.count, t.status from app.area_count t ${bySource(source)}
      order by t.area_code, t.category`,
  },
];

function areas(source: string): Sql {
  return sql`select t.code, t.name, t.population as people, st_astext(t.geom) as wkt from app.area t ${bySource(source)} order by t.code collate "C"`;
}

function squares(source: string): Sql {
  return sql`select concat_ws(' ', t.east_m, t.north_m, t.size_m) as place, t.category, t.count, t.status from app.square_count t ${bySource(source)} order by t.east_m`;
}
