import type { Intervention, Mount, Place } from '#core/suggest/input.ts';
import type { SuggestIncident } from '#core/suggest/demand-cells.ts';
import type { Box, PolygonRings, Position } from '#core/position.ts';
import type { Tx } from './driver.ts';
import { raw, sql, type Sql } from './sql.ts';

/** A polygonal geometry's rings in EPSG:3006, outer rings only split apart: one row a polygon. */
interface Ring {
  readonly rings: PolygonRings;
}

const envelope = (box: Box): Sql =>
  sql`st_makeenvelope(${box[0]}::float8, ${box[1]}::float8, ${box[2]}::float8, ${box[3]}::float8, 3006)`;
const middle = (column: string) =>
  raw(`json_build_array(st_x(st_pointonsurface(${column})), st_y(st_pointonsurface(${column})))`);
const outline = (column: string) =>
  raw(
    `case when geometrytype(${column}) = 'POLYGON' then st_asgeojson(${column}, 3)::json -> 'coordinates' when geometrytype(${column}) = 'MULTIPOLYGON' then st_asgeojson(st_geometryn(${column}, 1), 3)::json -> 'coordinates' end`,
  );

/** The largest polygon of an area, EPSG:3006; null when there is no such area. */
export async function areaPolygon(tx: Tx, areaId: number): Promise<PolygonRings | null> {
  const rows = await tx.query<Ring>(sql`
    select st_asgeojson(d.geom, 3)::json -> 'coordinates' as rings from app.area a, st_dump(a.geom) d
    where a.id = ${areaId}::int order by st_area(d.geom) desc, d.path limit 1`);
  return rows[0]?.rings ?? null;
}

/** A box of longitudes and latitudes as a polygon in EPSG:3006. */
export async function boxPolygon(
  tx: Tx,
  [west, south, east, north]: readonly [number, number, number, number],
): Promise<PolygonRings> {
  const [row] = await tx.query<Ring>(sql`
    select st_asgeojson(st_transform(st_makeenvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326), 3006), 3)::json -> 'coordinates' as rings`);
  if (!row) throw new Error('no polygon');
  return row.rings;
}

/**
 * What cameras in operation cover that the asking viewer may see: the open ones and those she is cleared for. Not what she has
 * drawn herself and opened to nobody: moved about, it would tell crime from crime.
 */
export async function coveredIn(tx: Tx, box: Box): Promise<PolygonRings[]> {
  const rows = await tx.query<Ring>(sql`
    select st_asgeojson(v.geom, 3)::json -> 'coordinates' as rings from app.coverage_exact v
    where v.status = 'in_operation' and (v.secret or v.opened_at is not null) and v.geom && ${envelope(box)} order by v.id`);
  return rows.map(({ rings }) => rings);
}

export function mountsIn(tx: Tx, box: Box, most: number): Promise<Mount[]> {
  return tx.query(sql`
    select m.id::text as id, json_build_array(st_x(m.geom), st_y(m.geom)) as position, 'mast' as kind, m.has_power as "hasPower", m.has_fibre as "hasFibre"
    from app.mast m where m.geom && ${envelope(box)} order by m.id limit ${most}::int`);
}

export function placesIn(tx: Tx, box: Box): Promise<Place[]> {
  return tx.query(sql`
    select p.id::text as id, p.place_type as "placeType", p.name, ${middle('p.geom')} as position, ${outline('p.geom')} as outline
    from app.place p where p.geom && ${envelope(box)} order by p.id`);
}

/** Measures in force on a day. */
export function interventionsIn(tx: Tx, box: Box, on: string): Promise<Intervention[]> {
  return tx.query(sql`
    select i.kind, i.name, ${middle('i.geom')} as position, ${outline('i.geom')} as outline from app.intervention i
    where i.geom && ${envelope(box)} and (i.valid_from is null or i.valid_from <= ${on}::date) and (i.valid_to is null or i.valid_to >= ${on}::date) order by i.id`);
}

/** A source of recorded crime with points; `refused` says why it may carry no places. */
export interface PointSource {
  readonly id: number;
  readonly name: string;
  readonly periodTo: string | null;
  readonly shareWithCoordinates: number | null;
  readonly refused: string | null;
}

export function pointSources(tx: Tx): Promise<PointSource[]> {
  return tx.query(sql`
    select s.id, s.name, c.period_to as "periodTo", c.share_with_coordinates as "shareWithCoordinates", c.refused_for_density as refused
    from app.crime_source c join app.source s on s.id = c.source_id where c.what = 'recorded_crime' and c.grain = 'point' order by s.id`);
}

/** Run as `deriver`: single crimes, for counting inside the server and for nothing else. From (inclusive) to (exclusive). */
export function incidentsIn(
  tx: Tx,
  box: Box,
  sources: readonly number[],
  from: string,
  to: string,
): Promise<SuggestIncident[]> {
  return tx.query(sql`
    select json_build_array(st_x(i.geom), st_y(i.geom)) as position, i.category, i.hour, i.indoors
    from secret.incident i join secret.import_batch b on b.id = i.batch_id
    where b.published_at is not null and b.withdrawn_at is null and i.source_id = any (${sources}::int[])
      and i.geom && ${envelope(box)} and i.occurred_at >= ${from}::timestamp and i.occurred_at < ${to}::timestamp
    order by i.source_id, i.row_key`);
}

/** The area that holds a position, with its latest overall index (the first indicator of the 0-6 scale). */
export async function areaAt(
  tx: Tx,
  position: Position,
): Promise<{ name: string; value: number | null; year: number | null } | null> {
  const rows = await tx.query<{ name: string; value: number | null; year: number | null }>(sql`
    select a.name, v.value, v.year from app.area a
    left join lateral (
      select v.value, v.year from app.survey_value v join app.indicator i on i.code = v.indicator
      where v.area_set_id = a.area_set_id and v.area_code = a.code and v.respondents = 'all' and v.status = 'published' and i.measure = 'INDEX_0_6'
      order by i.sort, i.code, v.year desc, v.round limit 1
    ) v on true
    where st_intersects(a.geom, st_setsrid(st_makepoint(${position[0]}::float8, ${position[1]}::float8), 3006)) and a.valid_to is null
    order by st_area(a.geom), a.id limit 1`);
  return rows[0] ?? null;
}
