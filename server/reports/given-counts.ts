import type { AreaSummary } from '#core/wire/areas.ts';
import type { CrimeSourceRow } from '../db/crime-counts.ts';
import type { GivenCountRow } from '../db/given-counts.ts';
import { groupBy } from './group-by.ts';

/**
 * A source of counts by area under its own words, or nothing where it says nothing of the area (its areas are another set's;
 * squares are not counted by area). What a table does not say is missing: it has not said zero.
 */
export function givenOf(source: CrimeSourceRow, given: readonly GivenCountRow[]): AreaSummary['crime'] {
  const own = given.filter((row) => row.sourceId === source.sourceId);
  if (own.length === 0) return [];
  const years = [...new Set(own.map(({ year }) => year))].toSorted((a, b) => a - b);
  return [
    {
      source: source.source,
      what: source.what,
      grain: source.grain,
      periodFrom: source.periodFrom,
      periodTo: source.periodTo,
      countsFrom: null,
      shareWithCoordinates: source.shareWithCoordinates,
      refusedForDensity: source.refusedForDensity,
      counts: [...groupBy(own, ({ nameSv }) => nameSv)].map(([nameSv, rows]) => ({
        category: rows[0]!.category,
        nameSv,
        nameEn: nameSv,
        byYear: years.map((year) => ({ year, count: rows.find((row) => row.year === year)?.count ?? 'missing' })),
      })),
    },
  ];
}
