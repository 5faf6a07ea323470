/**
 * The tables of schema `loaded`, one entry a table: what COPY brings, what becomes of it, what tells two rows apart.
 * Names and expressions are constants of this file and never a caller's text.
 */
export interface LoadedTable {
  /** Columns for COPY; the first is the row's number in the file. */
  readonly incoming: readonly (readonly [name: string, type: string])[];
  /** A select over pg_temp.incoming that gives row_number and `columns`. */
  readonly shape: string;
  /** What is written, beside source, batch and id. */
  readonly columns: readonly string[];
  /** Columns that tell a row of one source from the others; a nullable one with what stands for its null. */
  readonly key: readonly (string | readonly [column: string, whenNull: string])[];
  /** Rows have a small number that stays from batch to batch. */
  readonly hasId: boolean;
  /** Outlines that lie closer than this are the same. */
  readonly tolerance_m?: number;
}

const valid = 'case when st_isvalid(g) then g else st_makevalid(g) end';
const polygons = `select coalesce(d.path[1], 1) as part, d.geom from st_dump(st_collectionextract(${valid}, 3)) d where st_area(d.geom) > 0`;
const multiPolygon = `select 1 as part, m.geom from (select st_multi(st_collectionextract(${valid}, 3)) as geom) m where not st_isempty(m.geom)`;
const anything = `select 1 as part, m.geom from (select ${valid} as geom) m where not st_isempty(m.geom)`;

type Column = readonly [name: string, type: string];

/** A layer whose rows are a key, some words and a geometry; a geometry of several parts may become several rows. */
function layer(columns: readonly Column[], parts: string): LoadedTable {
  const names = columns.map(([name]) => name);
  return {
    incoming: [['row_number', 'int'], ['source_key', 'text'], ...columns, ['wkt', 'text']],
    shape: `select i.row_number, source_key || case when part > 1 then '/' || part else '' end as source_key,
      ${names.map((name) => `${name}, `).join('')}p.geom
      from pg_temp.incoming i, st_geomfromtext(wkt, 3006) g, lateral (${parts}) p`,
    columns: ['source_key', ...names, 'geom'],
    key: ['source_key'],
    hasId: true,
  };
}

/** A table without geometry, written as it comes. */
function plain(columns: readonly Column[], key: LoadedTable['key'], hasId = false): LoadedTable {
  const names = columns.map(([name]) => name);
  return {
    incoming: [['row_number', 'int'], ...columns],
    shape: `select row_number, ${names.join(', ')} from pg_temp.incoming`,
    columns: names,
    key,
    hasId,
  };
}

export const loadedTables = {
  place: layer(
    [
      ['place_type', 'text'],
      ['name', 'text'],
    ],
    anything,
  ),
  building: layer(
    [
      ['height_m', 'real'],
      ['use', 'text'],
    ],
    polygons,
  ),
  mast: layer(
    [
      ['kind', 'text'],
      ['owner', 'text'],
      ['height_m', 'real'],
      ['has_power', 'boolean'],
      ['has_fibre', 'boolean'],
    ],
    'select 1 as part, g as geom',
  ),
  street: layer(
    [
      ['class', 'text'],
      ['name', 'text'],
    ],
    'select 1 as part, st_multi(g) as geom',
  ),
  land: layer(
    [
      ['class', 'text'],
      ['name', 'text'],
    ],
    multiPolygon,
  ),
  intervention: layer(
    [
      ['kind', 'text'],
      ['name', 'text'],
      ['valid_from', 'date'],
      ['valid_to', 'date'],
    ],
    anything,
  ),
  zone: layer(
    [
      ['kind', 'text'],
      ['name', 'text'],
      ['valid_from', 'date'],
      ['valid_to', 'date'],
    ],
    multiPolygon,
  ),
  area: {
    incoming: [
      ['row_number', 'int'],
      ['area_set_id', 'int'],
      ['code', 'text'],
      ['name', 'text'],
      ['population', 'int'],
      ['valid_from', 'date'],
      ['valid_to', 'date'],
      ['wkt', 'text'],
    ],
    // Parts of one code are joined, and what is no valid polygon is made one.
    shape: `select * from (
      select min(row_number) as row_number, area_set_id, code, min(name) as name, max(population) as population, valid_from,
        max(valid_to) as valid_to,
        st_multi(st_collectionextract(st_makevalid(st_union(st_collectionextract(st_makevalid(g), 3))), 3))::geometry(MultiPolygon, 3006) as geom
      from pg_temp.incoming, st_geomfromtext(wkt, 3006) g group by area_set_id, code, valid_from) a where not st_isempty(geom)`,
    columns: ['area_set_id', 'code', 'name', 'population', 'valid_from', 'valid_to', 'geom'],
    key: ['area_set_id', 'code', ['valid_from', "'-infinity'::date"]],
    hasId: true,
    tolerance_m: 0.001,
  },
  survey_value: plain(
    [
      ['area_set_id', 'int'],
      ['area_code', 'text'],
      ['comparison_unit', 'text'],
      ['indicator', 'text'],
      ['year', 'int'],
      ['round', 'text'],
      ['respondents', 'text'],
      ['value', 'numeric(6, 2)'],
      ['status', 'text'],
      ['answers', 'int'],
      ['response_rate', 'numeric(5, 2)'],
    ],
    [['area_set_id', '0'], ['area_code', "''"], ['comparison_unit', "''"], 'indicator', 'year', 'round', 'respondents'],
    true,
  ),
  population: plain(
    [
      ['area_set_id', 'int'],
      ['area_code', 'text'],
      ['year', 'int'],
      ['persons', 'int'],
    ],
    ['area_set_id', 'area_code', 'year'],
  ),
  area_count: plain(
    [
      ['area_set_id', 'int'],
      ['area_code', 'text'],
      ['category', 'text'],
      ['source_category', 'text'],
      ['period_from', 'date'],
      ['period_to', 'date'],
      ['count', 'int'],
      ['status', 'text'],
    ],
    ['area_set_id', 'area_code', 'source_category', 'period_from', 'period_to'],
  ),
  square_count: plain(
    [
      ['east_m', 'int'],
      ['north_m', 'int'],
      ['size_m', 'int'],
      ['category', 'text'],
      ['source_category', 'text'],
      ['period_from', 'date'],
      ['period_to', 'date'],
      ['count', 'int'],
      ['status', 'text'],
    ],
    ['east_m', 'north_m', 'size_m', 'source_category', 'period_from', 'period_to'],
  ),
} as const satisfies Record<string, LoadedTable>;

export type LoadedTableName = keyof typeof loadedTables;
