import { featureTables, type TableId } from '../../server/db/feature-tables.ts';
import { raw, sql, type Sql } from '../../server/db/sql.ts';
import { dropsSmall, fullDetailZoom, smallestSide } from '../../server/ogc/tiles/generalise.ts';
import { buffer, extent } from '../../server/ogc/tiles/make-tile.ts';
import { lonLatOf, type TileAddress } from './tile-address.ts';

/**
 * The same tile made by the database, as well as it can be asked: the index narrows in EPSG:3006 by a box the planner
 * knows, what our tiles leave out for its size is left out before it is transformed, and nothing is sorted.
 */
export function asMvt(id: TableId, { z, x, y }: TileAddress): Sql {
  const table = featureTables[id];
  const columns = Object.entries(table.properties).map(([name, { expression }]) => `${expression} as "${name}"`);
  const exact = sql`st_tileenvelope(${z}::int, ${x}::int, ${y}::int)`;
  const near = sql`st_transform(st_tileenvelope(${z}::int, ${x}::int, ${y}::int, margin => ${buffer / extent}::float8), 3006)`;
  const largeEnough = sql`greatest(st_xmax(f.geom) - st_xmin(f.geom), st_ymax(f.geom) - st_ymin(f.geom)) >= ${smallest_m({ z, x, y })}::float8`;
  const isLarge = dropsSmall(id) && z < fullDetailZoom ? largeEnough : sql`true`;
  const key = raw(table.idType === 'integer' ? ", 'fid'" : '');
  return sql`
    select st_asmvt(drawn, ${id}, ${extent}::int, 'geom'${key}) as mvt from (
      select f.id as fid, ${raw(columns.join(', '))},
        st_asmvtgeom(st_transform(f.geom, 3857), ${exact}, ${extent}::int, ${buffer}::int, true) as geom
      from ${table.from}
      where f.geom && ${near} and ${isLarge}
    ) drawn`;
}

/** The side below which our tiles leave things out, in metres on the ground at the tile's latitude. */
function smallest_m({ z, x, y }: TileAddress): number {
  const [, lat] = lonLatOf({ z, x: x + 0.5, y: y + 0.5 });
  return (smallestSide / (extent * 2 ** z)) * 40_075_016.68 * Math.cos((lat * Math.PI) / 180);
}
