import { areasWithValue, conditions, type FeatureTable } from '../../db/feature-tables.ts';
import { meetsAny, readFeature, readFeatures, type FeatureQuery, type FeatureRow } from '../../db/features.ts';
import type { Gate, Viewer } from '../../db/gate.ts';
import { areaFilter, placeFilter } from '../filters.ts';
import type { ItemSource, ItemsWanted } from './item-source.ts';

/** So many rows a statement: none holds the embedded engine for long. */
const piece = 1000;

/** The items of a table or view, read as the viewer. */
export function tableItems(gate: Gate, reader: Viewer, table: FeatureTable): ItemSource {
  return {
    idType: table.idType,
    async page(wanted) {
      const query = queryOf(table, wanted);
      const rows: FeatureRow[] = [];
      let after = wanted.after;
      // One more than asked for tells whether there is a next page.
      while (rows.length <= wanted.limit) {
        const limit = Math.min(piece, wanted.limit + 1 - rows.length);
        const next = await gate.as(reader, (tx) => readFeatures(tx, { ...query, after, limit }));
        rows.push(...next);
        if (next.length < limit) break;
        after = next.at(-1)!.id;
      }
      return { rows: rows.slice(0, wanted.limit), more: rows.length > wanted.limit };
    },
    one: (id, { srid, northFirst, decimals }) =>
      gate.as(reader, (tx) => readFeature(tx, { table, srid, northFirst, decimals }, id)),
  };
}

/**
 * What the filters, the boxes and the time mean for a table.
 * @throws 400 for a filter's wrong value.
 */
function queryOf(table: FeatureTable, { crs, boxes, interval, filters }: ItemsWanted): Omit<FeatureQuery, 'limit'> {
  const { areaSet, indicator, year, respondents } = areaFilter(filters);
  const placeTypes = placeFilter(filters);
  return {
    table: indicator !== null && year !== null ? areasWithValue({ indicator, year, respondents }) : table,
    srid: crs.srid,
    northFirst: crs.northFirst,
    decimals: crs.decimals,
    conditions: [
      ...(boxes ? [meetsAny(boxes)] : []),
      ...(interval && table.time ? [conditions.during(table.time, interval.start, interval.end)] : []),
      ...(areaSet === null ? [] : [conditions.areaSet(areaSet)]),
      ...(year === null ? [] : [conditions.inForce(year)]),
      ...(placeTypes ? [conditions.placeType(placeTypes)] : []),
    ],
  };
}
