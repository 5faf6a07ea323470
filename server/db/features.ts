import type { Tx } from './driver.ts';
import type { FeatureTable } from './feature-tables.ts';
import { all, raw, sql, type Sql } from './sql.ts';

/** A box in one of the offered reference systems, x before y whatever the system's own order. */
export interface SearchBox {
  readonly srid: Srid;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export type Srid = 4326 | 3006 | 3857;

export interface FeatureRow {
  readonly id: number | string;
  /** GeoJSON geometry as text, so that it can be sent on without being read. */
  readonly geometry: string;
  readonly properties: Record<string, unknown>;
}

export interface FeatureQuery {
  readonly table: FeatureTable;
  readonly srid: Srid;
  /** Latitude or north first, where the reference system says so. */
  readonly northFirst?: boolean;
  readonly decimals: number;
  readonly conditions?: readonly Sql[];
  /** The last id of the page before. */
  readonly after?: number | string | null;
  readonly limit: number;
}

/** One page of features in the order of their ids, read as the asking viewer. */
export async function readFeatures(tx: Tx, query: FeatureQuery): Promise<FeatureRow[]> {
  const { table, srid, northFirst, decimals, after, limit } = query;
  const conditions = [...(query.conditions ?? [])];
  if (after !== undefined && after !== null) conditions.push(sql`f.id > ${after}::${raw(idTypes[table.idType])}`);
  const geometry = sql`st_transform(f.geom, ${srid}::int)`;
  return tx.query<FeatureRow>(sql`
    select f.id, st_asgeojson(${northFirst ? sql`st_flipcoordinates(${geometry})` : geometry}, ${decimals}::int, 0) as geometry,
      ${propertiesOf(table)} as properties
    from ${table.from}
    where ${all(conditions)}
    order by f.id
    limit ${limit}::int`);
}

/** One feature, or null where there is none for this viewer. */
export async function readFeature(
  tx: Tx,
  query: Omit<FeatureQuery, 'limit' | 'after'>,
  id: number | string,
): Promise<FeatureRow | null> {
  const own = sql`f.id = ${id}::${raw(idTypes[query.table.idType])}`;
  const rows = await readFeatures(tx, { ...query, conditions: [...(query.conditions ?? []), own], limit: 1 });
  return rows[0] ?? null;
}

/** How many rows the viewer is shown; decides how tiles are made. */
export async function countFeatures(tx: Tx, table: FeatureTable): Promise<number> {
  const rows = await tx.query<{ count: number }>(sql`select count(*) as count from ${table.from}`);
  return rows[0]?.count ?? 0;
}

/** The extent of what the viewer is shown, in degrees; null when there is nothing. */
export async function extentOf(
  tx: Tx,
  table: FeatureTable,
): Promise<readonly [west: number, south: number, east: number, north: number] | null> {
  const rows = await tx.query<Record<'west' | 'south' | 'east' | 'north', number | null>>(sql`
    select st_xmin(e.box) as west, st_ymin(e.box) as south, st_xmax(e.box) as east, st_ymax(e.box) as north
    from (select st_transform(st_setsrid(st_extent(f.geom)::geometry, 3006), 4326) as box from ${table.from}) e`);
  const row = rows[0];
  if (!row || row.west === null || row.south === null || row.east === null || row.north === null) return null;
  return [row.west, row.south, row.east, row.north];
}

/**
 * Exactly the features that touch the box, as they are served in the box's own reference system: the index narrows with
 * the box brought to EPSG:3006 and made a little larger, the exact test then compares in the box's system.
 */
function meets(box: SearchBox): Sql {
  const wanted = envelope(box);
  if (box.srid === 3006) return sql`(f.geom && ${wanted} and st_intersects(f.geom, ${wanted}))`;
  return sql`(${near(box)} and st_intersects(st_transform(f.geom, ${box.srid}::int), ${wanted}))`;
}

/** Features whose boxes touch the box or lie close by: what the index alone can say. */
export function near(box: SearchBox): Sql {
  if (box.srid === 3006) return sql`f.geom && ${envelope(box)}`;
  const within = clampToSwerefReach(box);
  if (!within) return sql`false`;
  const longest = Math.max(within.east - within.west, within.north - within.south);
  // The straight pieces between the transformed corners miss the true edge by far less than a hundredth of the box.
  const margin_m = 100 + longest * (box.srid === 4326 ? 1112 : 0.01);
  const piece = longest / 64 || 1;
  return sql`f.geom && st_expand(st_envelope(st_transform(st_segmentize(${envelope(within)}, ${piece}::float8), 3006)), ${margin_m}::float8)`;
}

/** Features that touch any of the boxes. */
export function meetsAny(boxes: readonly SearchBox[]): Sql {
  return boxes.map(meets).reduce((left, right) => sql`(${left} or ${right})`);
}

/** A box without width is a line or a point, not a polygon that intersects nothing. */
function envelope({ west, south, east, north, srid }: SearchBox): Sql {
  return sql`st_envelope(st_setsrid(st_makeline(st_makepoint(${west}::float8, ${south}::float8), st_makepoint(${east}::float8, ${north}::float8)), ${srid}::int))`;
}

const idTypes = { integer: 'bigint', uuid: 'uuid' } as const;

/** Transverse Mercator runs away from its middle: outside this no place has coordinates in EPSG:3006 worth the name. */
const reach = {
  4326: { west: -40, south: -80, east: 70, north: 84 },
  3857: { west: -4_452_779, south: -15_538_711, east: 7_792_364, north: 18_764_656 },
} as const;

export function clampToSwerefReach(box: SearchBox): SearchBox | null {
  if (box.srid === 3006) return box;
  const limit = reach[box.srid];
  const west = Math.max(box.west, limit.west);
  const south = Math.max(box.south, limit.south);
  const east = Math.min(box.east, limit.east);
  const north = Math.min(box.north, limit.north);
  return west <= east && south <= north ? { srid: box.srid, west, south, east, north } : null;
}

function propertiesOf({ properties, cellProperties }: FeatureTable): Sql {
  const whole = objectOf(Object.entries(properties));
  if (!cellProperties) return sql`${raw(whole)}`;
  const masked = objectOf(Object.entries(properties).filter(([name]) => cellProperties.includes(name)));
  return sql`${raw(`case when f.shown_as = 'cell' then ${masked} else ${whole} end`)}`;
}

function objectOf(entries: readonly (readonly [string, { readonly expression: string }])[]): string {
  return `json_build_object(${entries.map(([name, { expression }]) => `'${name}', ${expression}`).join(', ')})`;
}
