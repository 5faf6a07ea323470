import type { ImportDescription } from '#core/wire/imports.ts';
import type { Position } from '#core/position.ts';
import { crsName } from '../crs.ts';
import { ImportFault } from '../fault.ts';
import { pairsOf, positionReader } from '../positions.ts';
import type { FileFacts } from '../readers/inspect.ts';
import { findTraps, type Seen } from './find-traps.ts';
import { guessCrs, type CrsGuess } from '../sense/guess-crs.ts';
import { asLonLat, shapesOf } from './outlines.ts';

export type Landing = Pick<ImportDescription, 'crs' | 'places' | 'outlines' | 'findings'>;

/** What is known of the ground, the clocks and the areas, and the system that a person has named. */
interface Known extends Pick<Seen, 'ground' | 'timeZone' | 'knownAreas'> {
  readonly asked: number | null;
}

/** Where the first rows would land on the map, in which system, and what looks wrong about them. */
export function landingOf(
  facts: FileFacts,
  table: NonNullable<FileFacts['table']>,
  fields: Readonly<Record<string, number>>,
  { asked, ...known }: Known,
): Landing {
  const seen = {
    ...known,
    header: table.header,
    rows: table.rows,
    firstRow: (facts.headingRow ?? 1) + 1,
    fields,
    positions: [] as (Position | null)[],
    pairs: facts.rawSample,
    epsg: null as number | null,
    isNorthFirst: false,
    crsGuess: null as CrsGuess | null,
  };
  const crsOf = (epsg: number) => ({ epsg, name: crsName(epsg), guessed: asked === null });
  if (table.wktColumn !== null) {
    const column = table.wktColumn;
    const epsg = asked ?? facts.layers.find(({ name }) => name === facts.layer)?.epsg ?? null;
    const { places, outlines, firsts } = shapesOf(table.rows.map((row) => row[column] ?? ''));
    const findings = findTraps({ ...seen, positions: firsts, epsg });
    return { crs: epsg === null ? null : crsOf(epsg), places, outlines, findings };
  }
  const index = { lon: fields['lon'] ?? -1, lat: fields['lat'] ?? -1 };
  if (index.lon < 0 || index.lat < 0) return { crs: null, places: [], outlines: [], findings: findTraps(seen) };
  const pairs = pairsOf(table.rows, index);
  try {
    const reader = positionReader(null, index, table.rows, asked, known.ground);
    const { epsg, isNorthFirst } = reader;
    const positions = table.rows.map((row) => {
      const placed = reader.of(row);
      return 'position' in placed ? placed.position : null;
    });
    return {
      crs: crsOf(epsg),
      places: positions.flatMap((position) => (position ? [asLonLat(position)] : [])),
      outlines: [],
      findings: findTraps({ ...seen, positions, pairs, epsg, isNorthFirst, crsGuess: reader.guess }),
    };
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    // The numbers do not tell which system they are in: a person must, and is given the likeliest.
    const crsGuess = asked === null ? guessCrs(pairs, known.ground.expected) : null;
    const fault = { code: error.code, values: error.detail, severity: 'stop' as const, proposal: null };
    const findings = findTraps({ ...seen, pairs, crsGuess });
    return { crs: null, places: [], outlines: [], findings: crsGuess ? findings : [fault, ...findings] };
  }
}
