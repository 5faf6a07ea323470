import { raw, sql, type Sql } from './sql.ts';

/** How a property is said in a description, a TileJSON and an OpenAPI document. */
export type PropertyType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'uuid';

export interface Property {
  /** Trusted text: a column or an expression over the table's aliases. */
  readonly expression: string;
  readonly type: PropertyType;
}

/** Where a collection's features stand in the database; always the public table or the `*_shown` view, never another. */
export interface FeatureTable {
  readonly from: Sql;
  readonly idType: 'integer' | 'uuid';
  readonly properties: Readonly<Record<string, Property>>;
  /** A masked row is its cell and says only these. */
  readonly cellProperties?: readonly string[];
  /** Columns that say from when to when the feature is true; a null is open to that side. */
  readonly time?: readonly [from: string, to: string];
  /** Over secret tables: what is shown, and nothing of what is written, may move its version. */
  readonly guarded?: true;
  /** The numbers in app.data_version that move when the table does. */
  readonly versions: readonly string[];
}

const text = (expression: string): Property => ({ expression, type: 'string' });
const integer = (expression: string): Property => ({ expression, type: 'integer' });
const number = (expression: string): Property => ({ expression, type: 'number' });
const boolean = (expression: string): Property => ({ expression, type: 'boolean' });
const date = (expression: string): Property => ({ expression, type: 'date' });
const uuid = (expression: string): Property => ({ expression, type: 'uuid' });

const cell = {
  shownAs: text('f.shown_as'),
  cellSize_m: integer('f.cell_size_m'),
  provision: text('f.provision'),
  authority: text('f.authority'),
  decidedOn: date('f.decided_on'),
};
const cellProperties = ['id', 'organisationId', ...Object.keys(cell)];

const areaProperties = {
  areaSet: text('s.code'),
  code: text('f.code'),
  name: text('f.name'),
  validFrom: date('f.valid_from'),
  validTo: date('f.valid_to'),
  population: integer(`coalesce((select p.persons from app.population p
    where p.area_set_id = f.area_set_id and p.area_code = f.code
      and (f.valid_from is null or f.valid_from <= make_date(p.year, 12, 31)) and (f.valid_to is null or f.valid_to >= make_date(p.year, 1, 1))
    order by p.year desc, p.source_id desc limit 1), f.population)`),
};

export const featureTables = {
  areas: {
    from: sql`app.area f join app.area_set s on s.id = f.area_set_id`,
    idType: 'integer',
    properties: areaProperties,
    time: ['f.valid_from', 'f.valid_to'],
    versions: ['areas'],
  },
  cameras: {
    from: sql`app.camera_shown f`,
    idType: 'uuid',
    properties: {
      id: uuid('f.id'),
      siteId: uuid('f.site_id'),
      organisationId: uuid('f.organisation_id'),
      name: text('f.name'),
      kind: text('f.kind'),
      status: text('f.status'),
      bearing_deg: number('f.bearing_deg'),
      angle_deg: number('f.angle_deg'),
      range_m: number('f.range_m'),
      height_m: number('f.height_m'),
      inOperationFrom: date('f.in_operation_from'),
      inOperationTo: date('f.in_operation_to'),
      ...cell,
    },
    cellProperties,
    time: ['f.in_operation_from', 'f.in_operation_to'],
    guarded: true,
    versions: ['cameras'],
  },
  coverage: {
    from: sql`app.coverage_shown f`,
    idType: 'uuid',
    properties: {
      id: uuid('f.id'),
      siteId: uuid('f.site_id'),
      organisationId: uuid('f.organisation_id'),
      name: text('f.name'),
      status: text('f.status'),
      area_m2: integer('round(f.area_m2)'),
    },
    guarded: true,
    versions: ['coverage'],
  },
  'planned-mounts': {
    from: sql`app.planned_mount_shown f`,
    idType: 'uuid',
    properties: {
      id: uuid('f.id'),
      organisationId: uuid('f.organisation_id'),
      code: text('f.code'),
      name: text('f.name'),
      stage: text('f.stage'),
      stageSince: date('f.stage_since'),
      priority: integer('f.priority'),
      ...cell,
    },
    cellProperties,
    guarded: true,
    versions: ['planned-mounts'],
  },
  places: {
    from: sql`app.place f`,
    idType: 'integer',
    properties: { placeType: text('f.place_type'), name: text('f.name') },
    versions: ['places'],
  },
  buildings: {
    from: sql`app.building f`,
    idType: 'integer',
    properties: { height_m: number('f.height_m'), use: text('f.use') },
    versions: ['buildings'],
  },
  streets: {
    from: sql`app.street f`,
    idType: 'integer',
    properties: { class: text('f.class'), name: text('f.name') },
    versions: ['streets'],
  },
  land: {
    from: sql`app.land f`,
    idType: 'integer',
    properties: { class: text('f.class'), name: text('f.name') },
    versions: ['land'],
  },
  masts: {
    from: sql`app.mast f`,
    idType: 'integer',
    properties: {
      kind: text('f.kind'),
      owner: text('f.owner'),
      height_m: number('f.height_m'),
      hasPower: boolean('f.has_power'),
      hasFibre: boolean('f.has_fibre'),
    },
    versions: ['masts'],
  },
  interventions: {
    from: sql`app.intervention f`,
    idType: 'integer',
    properties: {
      kind: text('f.kind'),
      name: text('f.name'),
      validFrom: date('f.valid_from'),
      validTo: date('f.valid_to'),
    },
    time: ['f.valid_from', 'f.valid_to'],
    versions: ['interventions'],
  },
  zones: {
    from: sql`app.zone f`,
    idType: 'integer',
    properties: {
      kind: text('f.kind'),
      name: text('f.name'),
      validFrom: date('f.valid_from'),
      validTo: date('f.valid_to'),
    },
    time: ['f.valid_from', 'f.valid_to'],
    versions: ['zones'],
  },
} as const satisfies Record<string, FeatureTable>;

export type TableId = keyof typeof featureTables;

export interface SurveyChoice {
  readonly indicator: string;
  readonly year: number;
  readonly respondents: 'all' | 'women' | 'men';
}

/** What areas say when a survey value is asked for; shares its names with `areasWithValue`. */
export const surveyProperties = {
  indicator: text('chosen.indicator'),
  year: integer('chosen.year'),
  respondents: text('chosen.respondents'),
  value: number('v.value'),
  status: text("coalesce(v.status, 'missing')"),
  answers: integer('v.answers'),
} as const satisfies Record<string, Property>;

/** Areas in force in the year, each with its value of one indicator, year and group of respondents, or `missing`. */
export function areasWithValue({ indicator, year, respondents }: SurveyChoice): FeatureTable {
  return {
    ...featureTables.areas,
    // The autumn round where there are two in a year: 'autumn' sorts before 'extra'.
    from: sql`app.area f join app.area_set s on s.id = f.area_set_id
      cross join (select ${indicator}::text as indicator, ${year}::int as year, ${respondents}::text as respondents) chosen
      left join lateral (
        select w.value, w.status, w.answers from app.survey_value w
        where w.area_set_id = f.area_set_id and w.area_code = f.code and w.indicator = chosen.indicator
          and w.year = chosen.year and w.respondents = chosen.respondents
        order by w.round limit 1
      ) v on true`,
    properties: { ...areaProperties, ...surveyProperties },
  };
}

/** The fixed filters that are one condition. */
export const conditions = {
  streetClass: (classes: readonly string[]) => sql`f.class = any(${classes}::text[])`,
  mastKind: (kinds: readonly string[]) => sql`f.kind = any(${kinds}::text[])`,
  areaSet: (code: string) => sql`s.code = ${code}`,
  inForce: (year: number) =>
    sql`(f.valid_from is null or f.valid_from <= make_date(${year}::int, 12, 31)) and (f.valid_to is null or f.valid_to >= make_date(${year}::int, 1, 1))`,
  placeType: (codes: readonly string[]) => sql`f.place_type = any(${codes}::text[])`,
  /** Any time between two instants' dates; null is open. */
  during: ([from, to]: readonly [string, string], start: string | null, end: string | null) =>
    sql`(${end}::date is null or ${raw(from)} is null or ${raw(from)} <= ${end}::date) and (${start}::date is null or ${raw(to)} is null or ${raw(to)} >= ${start}::date)`,
};
