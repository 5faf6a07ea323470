import type { Viewer } from '../../db/gate.ts';
import { readerFor } from '../access.ts';
import type { Collection } from '../collections.ts';
import type { OgcDeps } from '../ogc-deps.ts';
import type { ItemSource } from './item-source.ts';
import { tableItems } from './table-items.ts';

export function itemSourceFor({ table }: Collection, viewer: Viewer, { gate }: OgcDeps): ItemSource {
  if (table) return tableItems(gate, readerFor(viewer), table);
  return { idType: 'integer', page: async () => ({ rows: [], more: false }), one: async () => null };
}
