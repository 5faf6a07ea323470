import type { Viewer } from '../../db/gate.ts';
import { readerFor } from '../access.ts';
import type { Collection } from '../collections.ts';
import { densityItems } from '../density/density-items.ts';
import { squareItems } from '../squares/square-items.ts';
import type { OgcDeps } from '../ogc-deps.ts';
import type { ItemSource } from './item-source.ts';
import { tableItems } from './table-items.ts';

export function itemSourceFor(
  { id, table }: Collection,
  viewer: Viewer,
  { gate, densities, squares }: OgcDeps,
): ItemSource {
  if (table) return tableItems(gate, readerFor(viewer), table);
  return id === 'crime-squares' ? squareItems(squares) : densityItems(densities);
}
