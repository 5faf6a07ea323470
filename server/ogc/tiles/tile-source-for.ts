import type { TableId } from '../../db/feature-tables.ts';
import type { Collection } from '../collections.ts';
import { densityFilter, squareFilter, type FilterValues } from '../filters.ts';
import type { OgcDeps } from '../ogc-deps.ts';
import type { TileSource } from './tile-source.ts';

/**
 * What the tiles of a collection are cut from: a table's shown form, the bands of a density, or squares in classes.
 * @throws 400 for a filter's wrong value.
 */
export async function tileSourceFor(
  { id, table }: Collection,
  filters: FilterValues,
  { layers, densities, squares }: OgcDeps,
): Promise<TileSource> {
  if (table) return layers.layer(id as TableId);
  if (id === 'crime-squares') return (await squares.squares(squareFilter(filters))).tiles;
  return (await densities.density(densityFilter(filters))).tiles;
}
