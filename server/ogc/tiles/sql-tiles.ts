import { createHash } from 'node:crypto';
import type { TableId } from '../../db/feature-tables.ts';
import { conditions, featureTables } from '../../db/feature-tables.ts';
import { extentOf, near, readFeatures, type FeatureRow } from '../../db/features.ts';
import type { Gate } from '../../db/gate.ts';
import { shownReader } from '../access.ts';
import { kindsDrawnAt, smallestZoomOf } from './generalise.ts';
import { halfWorld_m, layerOf, tileFeature } from './layer-of.ts';
import { buffer, extent, makeTile, type TileAddress } from './make-tile.ts';
import type { TileSource } from './tile-source.ts';

/** So many rows a statement: none holds the embedded engine for long. */
const piece = 2000;

/**
 * Tiles of a layer too large to hold: each is read from the database when it is asked for. Only for tables without
 * secrets: their version is the number of writes, which may move without a visible change.
 */
export async function sqlTiles(gate: Gate, id: TableId, written: number): Promise<TileSource> {
  const version = createHash('sha256').update(`${id} ${written}`).digest('base64url').slice(0, 22);
  return {
    version,
    key: `${id} ${version}`,
    bounds: await gate.as(shownReader, (tx) => extentOf(tx, featureTables[id])),
    async tile(address) {
      if (address.z < smallestZoomOf(id)) return null;
      const rows = await rowsNear(gate, id, address);
      return makeTile(
        layerOf(
          rows.map((row) => tileFeature(id, row)),
          version,
          '',
        ),
        id,
        address,
      );
    },
  };
}

async function rowsNear(gate: Gate, id: TableId, { z, x, y }: TileAddress): Promise<FeatureRow[]> {
  const side_m = (2 * halfWorld_m) / 2 ** z;
  const margin = buffer / extent;
  const box = {
    srid: 3857,
    west: (x - margin) * side_m - halfWorld_m,
    east: (x + 1 + margin) * side_m - halfWorld_m,
    north: halfWorld_m - (y - margin) * side_m,
    south: halfWorld_m - (y + 1 + margin) * side_m,
  } as const;
  const wanted = [near(box)];
  const kinds = kindsDrawnAt(id, z);
  if (kinds && id === 'streets') wanted.push(conditions.streetClass(kinds));
  if (kinds && id === 'masts') wanted.push(conditions.mastKind(kinds));
  const rows: FeatureRow[] = [];
  for (let after: number | string | null = null; ;) {
    const query = {
      table: featureTables[id],
      srid: 3857,
      decimals: 2,
      conditions: wanted,
      after,
      limit: piece,
    } as const;
    const next: FeatureRow[] = await gate.as(shownReader, (tx) => readFeatures(tx, query));
    rows.push(...next);
    if (next.length < piece) return rows;
    after = next.at(-1)!.id;
  }
}
