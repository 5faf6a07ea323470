import type { Tx } from './driver.ts';
import { raw, sql, type Sql } from './sql.ts';

/*
 * Shapes for the printed map: SVG path data in millimetres of paper, x to the right, y upwards being negative, so that the
 * frame's south-west corner is (0, 0) and its north-west corner (0, -height). Cameras, coverage and cells come from the *_shown views only.
 */

/** The piece of EPSG:3006 that the map shows, in metres, and its scale. */
export interface Frame {
  readonly west_m: number;
  readonly south_m: number;
  readonly width_m: number;
  readonly height_m: number;
  readonly mmPerMetre: number;
}

export interface GroundShape {
  readonly layer: 'land' | 'building' | 'street' | 'area' | 'neighbour';
  readonly class: string;
  readonly name: string | null;
  readonly path: string;
  /** A point inside, for the name; null where no name is written. */
  readonly x: number | null;
  readonly y: number | null;
}

/** What a map of this scale has room for. */
export interface Detail {
  readonly buildings: boolean;
  readonly streets: readonly string[];
}

/** The area's extent, EPSG:3006 metres. */
export async function areaExtent(
  tx: Tx,
  areaId: number,
): Promise<{ west: number; south: number; east: number; north: number } | null> {
  const rows = await tx.query<{ west: number; south: number; east: number; north: number }>(sql`
    select st_xmin(a.geom) as west, st_ymin(a.geom) as south, st_xmax(a.geom) as east, st_ymax(a.geom) as north
    from app.area a where a.id = ${areaId}`);
  return rows[0] ?? null;
}

/** Land, water, buildings, streets and the areas of the same set in force at the end of `year`, in the order in which they are drawn. */
export function groundShapes(
  tx: Tx,
  areaId: number,
  year: number,
  frame: Frame,
  detail: Detail,
): Promise<GroundShape[]> {
  const box = boxOf(frame);
  return tx.query(sql`
    select layer, class, name, path, x, y from (
      select 1 as place, 'land' as layer, l.class, null as name, ${paper(sql`l.geom`, frame)} as path,
        null::float8 as x, null::float8 as y, -st_area(l.geom) as size, l.id
      from app.land l where l.geom && ${box}
      union all
      select 2, 'building', '', null, ${paper(sql`b.geom`, frame)}, null, null, 0, b.id
      from app.building b where ${detail.buildings}::boolean and b.geom && ${box} and st_area(b.geom) > ${(0.4 / frame.mmPerMetre) ** 2}::float8
      union all
      select 3, 'street', s.class, null, ${paper(sql`s.geom`, frame)}, null, null, 0, s.id
      from app.street s where s.class = any(${detail.streets}::text[]) and s.geom && ${box}
      union all
      select 4, case when a.id = w.id then 'area' else 'neighbour' end, '', a.name, ${paper(sql`a.geom`, frame)},
        round(((st_x(i.inside) - ${frame.west_m}::float8) * ${frame.mmPerMetre}::float8)::numeric, 2),
        round(((${frame.south_m}::float8 - st_y(i.inside)) * ${frame.mmPerMetre}::float8)::numeric, 2), 0, a.id
      from app.area w
      join app.area a on a.area_set_id = w.area_set_id and a.geom && ${box} and (a.id = w.id
        or coalesce(a.valid_from, '-infinity') <= make_date(${year}::int, 12, 31) and make_date(${year}::int, 12, 31) <= coalesce(a.valid_to, 'infinity'))
      left join lateral (select st_pointonsurface(st_clipbybox2d(a.geom, ${box})) as inside) i on true
      where w.id = ${areaId}
    ) shape
    where path <> ''
    order by place, size, class, id`);
}

export interface StreetName {
  readonly name: string;
  readonly class: string;
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise from north of the street at that point. */
  readonly azimuth_deg: number;
  /** Of the longest unbroken piece in the frame, in millimetres of paper. */
  readonly length_mm: number;
}

/** Where the names of the larger streets may be written: the middle of each one's longest piece. Largest first. */
export function streetNames(tx: Tx, frame: Frame, classes: readonly string[]): Promise<StreetName[]> {
  return tx.query(sql`
    with piece as (
      select s.name, s.class, (st_dump(st_linemerge(st_collect(st_clipbybox2d(s.geom, ${boxOf(frame)}))))).geom as line
      from app.street s where s.name is not null and s.class = any(${classes}::text[]) and s.geom && ${boxOf(frame)}
      group by s.name, s.class
    ), longest as (
      select distinct on (name) name, class, line, st_length(line) as length_m from piece
      where st_geometrytype(line) = 'ST_LineString' and st_length(line) > 0
      order by name, st_length(line) desc, st_xmin(line), st_ymin(line)
    )
    select name, class,
      round(((st_x(st_lineinterpolatepoint(line, 0.5)) - ${frame.west_m}::float8) * ${frame.mmPerMetre}::float8)::numeric, 2) as x,
      round(((${frame.south_m}::float8 - st_y(st_lineinterpolatepoint(line, 0.5))) * ${frame.mmPerMetre}::float8)::numeric, 2) as y,
      round(degrees(coalesce(st_azimuth(st_lineinterpolatepoint(line, 0.45), st_lineinterpolatepoint(line, 0.55)), 0))::numeric, 1) as azimuth_deg,
      round((length_m * ${frame.mmPerMetre}::float8)::numeric, 1) as length_mm
    from longest
    order by array_position(${classes}::text[], class), length_m desc, name`);
}

export interface CameraShape {
  readonly kind: string;
  readonly status: string;
  readonly bearing_deg: number | null;
  readonly x: number;
  readonly y: number;
}

/** Open cameras in the frame. */
export function shownCameraShapes(tx: Tx, frame: Frame): Promise<CameraShape[]> {
  return tx.query(sql`
    select c.kind, c.status, c.bearing_deg,
      round(((st_x(c.geom) - ${frame.west_m}::float8) * ${frame.mmPerMetre}::float8)::numeric, 2) as x,
      round(((${frame.south_m}::float8 - st_y(c.geom)) * ${frame.mmPerMetre}::float8)::numeric, 2) as y
    from app.camera_shown c
    where c.shown_as = 'point' and c.geom && ${boxOf(frame)}
    order by c.status, y, x, c.id`);
}

/** What the open cameras in operation, and the planned ones, see. */
export function shownCoverageShapes(tx: Tx, frame: Frame): Promise<{ status: string; path: string }[]> {
  return tx.query(sql`
    select v.status, ${paper(sql`v.geom`, frame)} as path
    from app.coverage_shown v
    where v.status in ('in_operation', 'planned') and v.geom && ${boxOf(frame)}
    order by v.status, v.id`);
}

export interface MaskedCell {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly cellSize_m: number;
  readonly provision: string;
  readonly authority: string;
}

/**
 * Cells of masked municipal sites, each once for a provision and authority, whatever stands in it: south-west corner and
 * size in millimetres of paper. The police's are
 * left out, planned mounts and sites: their cells are for the municipality's own, and a report leaves the house.
 */
export function maskedCells(tx: Tx, frame: Frame): Promise<MaskedCell[]> {
  return tx.query(sql`
    select distinct
      round(((st_xmin(c.geom) - ${frame.west_m}::float8) * ${frame.mmPerMetre}::float8)::numeric, 2) as x,
      round(((${frame.south_m}::float8 - st_ymin(c.geom)) * ${frame.mmPerMetre}::float8)::numeric, 2) as y,
      round((c.cell_size_m * ${frame.mmPerMetre}::float8)::numeric, 2) as size,
      c.cell_size_m as \"cellSize_m\", c.provision, c.authority
    from app.camera_shown c
    join app.organisation o on o.id = c.organisation_id and o.kind <> 'police'
    where c.shown_as = 'cell' and c.geom && ${boxOf(frame)}
    order by size desc, y, x, c.provision, c.authority`);
}

/** Whom the ground on the map is from. */
export async function groundAttributions(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ attribution: string }>(sql`
    select distinct o.attribution from app.source o
    where o.attribution is not null and o.kind in ('osm', 'areas', 'example') order by o.attribution`);
  return rows.map((row) => row.attribution);
}

/** The frame with 2 mm to spare, so that the edges of what is cut lie outside it. */
function boxOf({ west_m, south_m, width_m, height_m, mmPerMetre }: Frame): Sql {
  const spare_m = 2 / mmPerMetre;
  return sql`st_makeenvelope(${west_m - spare_m}::float8, ${south_m - spare_m}::float8, ${west_m + width_m + spare_m}::float8, ${south_m + height_m + spare_m}::float8, 3006)`;
}

/** A shape cut to the frame, without bends under 0.08 mm, as path data with a hundredth of a millimetre. */
function paper(geom: Sql, frame: Frame): Sql {
  const k = frame.mmPerMetre;
  return sql`coalesce(st_assvg(st_affine(st_clipbybox2d(st_simplify(${geom}, ${0.08 / k}::float8, ${raw('true')}), ${boxOf(frame)}),
    ${k}::float8, 0, 0, ${k}::float8, ${-frame.west_m * k}::float8, ${-frame.south_m * k}::float8), 0, 2), '')`;
}
