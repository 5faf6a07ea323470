import type { Viewer } from '../../db/gate.ts';
import { readerFor } from '../access.ts';
import type { Collection } from '../collections.ts';
import { densityItems } from '../density/density-items.ts';
import type { OgcDeps } from '../ogc-deps.ts';
import type { ItemSource } from './item-source.ts';
import { tableItems } from './table-items.ts';

export function itemSourceFor({ table }: Collection, viewer: Viewer, { gate, densities }: OgcDeps): ItemSource {
  return table ? tableItems(gate, readerFor(viewer), table) : densityItems(densities);
}
