import type { ImportDescription } from '#core/wire/imports.ts';
import { crsName } from '../crs.ts';
import { ImportFault } from '../fault.ts';
import type { FileFacts } from '../readers/inspect.ts';
import { findTraps } from '../sense/find-traps.ts';
import { sampleOf, type Understanding } from '../sense/sample-of.ts';
import type { KnownArea } from '../sense/traps/known-areas.ts';
import { asLonLat, outlinesOf } from './outlines.ts';

type Landing = Pick<ImportDescription, 'crs' | 'places' | 'outlines' | 'findings'>;

/** Where the first rows would land on the map, in which system, and what looks wrong about them. */
export function landingOf(
  facts: FileFacts,
  table: NonNullable<FileFacts['table']>,
  known: Understanding,
  areas: readonly KnownArea[],
): Landing {
  const said = known.epsg ?? facts.layers.find(({ name }) => name === facts.layer)?.epsg ?? null;
  const isGeo = table.wktColumn !== null;
  try {
    const firstRow = (facts.headingRow ?? 1) + 1;
    const sample = sampleOf({ ...table, firstRow }, { ...known, epsg: isGeo ? said : known.epsg });
    // A layer that lies about its system is seen in the numbers as they stand, not as they became.
    const findings = findTraps(
      isGeo && facts.rawSample.length > 0
        ? { ...sample, pairs: facts.rawSample, isNorthFirst: known.swapAxes ?? false }
        : sample,
      areas,
    );
    const epsg = isGeo ? said : sample.epsg;
    const outlines = isGeo ? outlinesOf(table.rows.map((row) => row[table.wktColumn ?? 0] ?? '')) : [];
    return {
      crs: epsg === null ? null : { epsg, name: crsName(epsg), guessed: known.epsg === null },
      places: outlines.length > 0 ? [] : sample.positions.flatMap((position) => (position ? [asLonLat(position)] : [])),
      outlines,
      findings,
    };
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    const fault = { code: error.code, values: error.detail, severity: 'stop' as const, proposal: null };
    return { crs: null, places: [], outlines: [], findings: [fault] };
  }
}
