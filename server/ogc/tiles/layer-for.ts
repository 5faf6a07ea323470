import type { TableId } from '../../db/feature-tables.ts';
import type { Collection } from '../collections.ts';
import type { FilterValues } from '../filters.ts';
import type { OgcDeps } from '../ogc-deps.ts';
import { layerOf } from './layer-of.ts';
import type { Layer } from './layer.ts';

/** What the tiles of a collection are cut from. */
export async function layerFor({ id, table }: Collection, _filters: FilterValues, { layers }: OgcDeps): Promise<Layer> {
  if (!table) return layerOf([], 'empty');
  return layers.layer(id as TableId);
}
