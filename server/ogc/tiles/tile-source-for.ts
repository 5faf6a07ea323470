import type { TableId } from '../../db/feature-tables.ts';
import type { Collection } from '../collections.ts';
import { densityFilter, type FilterValues } from '../filters.ts';
import type { OgcDeps } from '../ogc-deps.ts';
import type { TileSource } from './tile-source.ts';

/**
 * What the tiles of a collection are cut from: a table's shown form, or the bands of a density.
 * @throws 400 for a filter's wrong value.
 */
export async function tileSourceFor(
  { id, table }: Collection,
  filters: FilterValues,
  { layers, densities }: OgcDeps,
): Promise<TileSource> {
  if (table) return layers.layer(id as TableId);
  return (await densities.density(densityFilter(filters))).tiles;
}
