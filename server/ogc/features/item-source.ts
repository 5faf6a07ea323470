import type { FeatureRow, SearchBox } from '../../db/features.ts';
import type { Crs } from '../crs.ts';
import type { FilterValues } from '../filters.ts';
import type { Interval } from './datetime.ts';

/** What a request for items asks, read and checked. */
export interface ItemsWanted {
  readonly crs: Crs;
  readonly boxes: readonly SearchBox[] | null;
  readonly interval: Interval | null;
  readonly filters: FilterValues;
  /** The last id of the page before. */
  readonly after: number | string | null;
  readonly limit: number;
}

export interface Page {
  readonly rows: readonly FeatureRow[];
  /** There is at least one feature after the last of these. */
  readonly more: boolean;
}

/** Where the items of a collection come from: a table read as the viewer, or a computed layer. */
export interface ItemSource {
  readonly idType: 'integer' | 'uuid';
  page(wanted: ItemsWanted): Promise<Page>;
  one(id: number | string, crs: Crs): Promise<FeatureRow | null>;
}
