import { createHash } from 'node:crypto';
import type { CollectionId } from '#core/wire/layers.ts';
import type { FeatureTable } from '../../db/feature-tables.ts';
import { readFeatures, type FeatureRow } from '../../db/features.ts';
import type { Gate } from '../../db/gate.ts';
import { shownReader } from '../access.ts';
import { layerOf, tileFeature } from './layer-of.ts';
import type { Layer, TileFeature } from './layer.ts';

/** So many rows a statement and a turn of the event loop: a few milliseconds on PostgreSQL, some tens embedded. */
const piece = 1000;

/** Reads the whole shown form of a table, as the reader who has no account and no clearance. */
export async function readLayer(gate: Gate, id: CollectionId, table: FeatureTable): Promise<Layer> {
  const digest = createHash('sha256');
  const features: TileFeature[] = [];
  let after: number | string | null = null;
  for (;;) {
    const from = after;
    const rows: FeatureRow[] = await gate.as(shownReader, (tx) =>
      readFeatures(tx, { table, srid: 3857, decimals: 2, after: from, limit: piece }),
    );
    for (const row of rows) {
      digest.update(`${row.id} ${row.geometry} ${JSON.stringify(row.properties)}\n`);
      features.push(tileFeature(id, row));
    }
    const last = rows.at(-1);
    if (!last || rows.length < piece) break;
    after = last.id;
  }
  const version = digest.digest('base64url').slice(0, 22);
  return layerOf(features, version, `${id} ${version}`);
}
