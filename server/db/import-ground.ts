import type { Tx } from './driver.ts';
import { raw, sql } from './sql.ts';

/** Run as the `importer` service. How one table of the ground is staged and merged: names and expressions are constants of this file. */
interface Layer {
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** Rows (part, geom) that a geometry `g` becomes; no row when nothing usable is left. */
  readonly shape: string;
}

const valid = 'case when st_isvalid(g) then g else st_makevalid(g) end';
const polygons = `select coalesce(d.path[1], 1) as part, d.geom from st_dump(st_collectionextract(${valid}, 3)) d where st_area(d.geom) > 0`;
const multiPolygon = `select 1 as part, m.geom from (select st_multi(st_collectionextract(${valid}, 3)) as geom) m where not st_isempty(m.geom)`;

export const groundLayers = {
  place: {
    columns: [
      ['place_type', 'text'],
      ['name', 'text'],
    ],
    shape: `select 1 as part, m.geom from (select ${valid} as geom) m where not st_isempty(m.geom)`,
  },
  building: {
    columns: [
      ['height_m', 'real'],
      ['use', 'text'],
    ],
    shape: polygons,
  },
  mast: {
    columns: [
      ['kind', 'text'],
      ['owner', 'text'],
      ['height_m', 'real'],
    ],
    shape: 'select 1 as part, g as geom',
  },
  street: {
    columns: [
      ['class', 'text'],
      ['name', 'text'],
    ],
    shape: 'select 1 as part, st_multi(g) as geom',
  },
  land: {
    columns: [
      ['class', 'text'],
      ['name', 'text'],
    ],
    shape: multiPolygon,
  },
} as const satisfies Record<string, Layer>;

export type GroundLayer = keyof typeof groundLayers;

const namesOf = (layer: GroundLayer) => groundLayers[layer].columns.map(([name]) => name);
const listed = (layer: GroundLayer, prefix = '') =>
  namesOf(layer)
    .map((name) => prefix + name)
    .join(', ');

/** The columns for COPY: the key, the layer's own, the geometry as WKT in EPSG:3006. */
export function incomingGroundColumns(layer: GroundLayer): string[] {
  return ['source_key', ...namesOf(layer), 'wkt'];
}

export async function makeIncomingGround(tx: Tx, layer: GroundLayer): Promise<void> {
  const columns = groundLayers[layer].columns.map(([name, type]) => `${name} ${type}`).join(', ');
  await tx.query(
    sql`create temp table ${raw(`incoming_${layer}`)} (source_key text, ${raw(columns)}, wkt text) on commit drop`,
  );
}

/** Makes geometries valid; a building of several parts becomes several, numbered behind its key. */
export async function shapeIncomingGround(tx: Tx, layer: GroundLayer): Promise<void> {
  await tx.query(sql`
    create temp table ${raw(`shaped_${layer}`)} on commit drop as
    select source_key || case when part > 1 then '/' || part else '' end as source_key, ${raw(listed(layer))}, p.geom
    from (select distinct on (source_key) * from ${raw(`pg_temp.incoming_${layer}`)} order by source_key) i,
      st_geomfromtext(wkt, 3006) g, lateral (${raw(groundLayers[layer].shape)}) p`);
}

/** A planner knows the statistics of no table made a moment ago. */
export async function analyzeIncomingGround(tx: Tx, layer: GroundLayer): Promise<void> {
  await tx.query(sql`analyze ${raw(`pg_temp.shaped_${layer}`)}`);
}

export async function deleteGoneGround(tx: Tx, layer: GroundLayer, sourceId: number): Promise<number> {
  return counted(
    tx,
    sql`delete from ${raw(`app.${layer}`)} t where t.source_id = ${sourceId}
      and not exists (select from ${raw(`pg_temp.shaped_${layer}`)} i where i.source_key = t.source_key) returning 1`,
  );
}

export async function updateChangedGround(tx: Tx, layer: GroundLayer, sourceId: number): Promise<number> {
  const set = namesOf(layer)
    .map((name) => `${name} = i.${name}`)
    .join(', ');
  return counted(
    tx,
    sql`update ${raw(`app.${layer}`)} t set ${raw(set)}, geom = i.geom from ${raw(`pg_temp.shaped_${layer}`)} i
      where t.source_id = ${sourceId} and i.source_key = t.source_key
        and ((${raw(listed(layer, 't.'))}) is distinct from (${raw(listed(layer, 'i.'))}) or not st_orderingequals(t.geom, i.geom))
      returning 1`,
  );
}

export async function insertNewGround(tx: Tx, layer: GroundLayer, sourceId: number): Promise<number> {
  return counted(
    tx,
    sql`insert into ${raw(`app.${layer}`)} (source_id, source_key, ${raw(listed(layer))}, geom)
      select ${sourceId}, i.source_key, ${raw(listed(layer, 'i.'))}, i.geom from ${raw(`pg_temp.shaped_${layer}`)} i
      where not exists (select from ${raw(`app.${layer}`)} t where t.source_id = ${sourceId} and t.source_key = i.source_key)
      order by i.source_key returning 1`,
  );
}

export async function shapedGround(tx: Tx, layer: GroundLayer): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`select count(*)::int as n from ${raw(`pg_temp.shaped_${layer}`)}`);
  return row?.n ?? 0;
}

async function counted(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`with done as (${statement}) select count(*)::int as n from done`);
  return row?.n ?? 0;
}

/** The box around a source's streets and buildings, EPSG:3006; null when it has none. */
export async function groundExtent(
  tx: Tx,
  sourceId: number,
): Promise<readonly [number, number, number, number] | null> {
  const [row] = await tx.query<{ w: number | null; s: number; e: number; n: number }>(sql`
    select st_xmin(b) as w, st_ymin(b) as s, st_xmax(b) as e, st_ymax(b) as n from (
      select st_extent(geom) as b from (
        select geom from app.building where source_id = ${sourceId}
        union all select geom from app.street where source_id = ${sourceId}) g) x`);
  return row && row.w !== null ? [row.w, row.s, row.e, row.n] : null;
}
