import type { Box, Position } from '#core/position.ts';
import { cell } from '../columns.ts';
import { fromMetresTo } from '../crs.ts';
import { pairsOf, positionReader } from '../positions.ts';
import { guessCrs } from './guess-crs.ts';
import type { Sample } from './traps/sample.ts';

/** What the first rows of a file were understood with. */
export interface Understanding {
  /** Field to column number, as the kind reads them; -1 or left out where there is none. */
  readonly fields: Readonly<Record<string, number>>;
  /** The system that a person or the file itself says; null when it is to be guessed. */
  readonly epsg: number | null;
  /** What a person has said of the axes; null when it is to be found. */
  readonly swapAxes: boolean | null;
  /** The municipality's extent, EPSG:3006; null when the database does not know it. */
  readonly expected: Box | null;
  /** Where the installation's clocks are. */
  readonly timeZone: string;
}

/**
 * The first rows of a table with their positions, as traps look at them. A geo file's shapes have been made metres
 * already: their numbers are put back into the system that the layer says. Where numbers and ground leave several
 * systems, the likeliest is taken and `crsGuess` says that it is not decided.
 * @throws ImportFault `unknown_crs`; `no_crs` when the numbers fit no system.
 */
export function sampleOf(
  table: {
    readonly header: readonly string[];
    readonly wktColumn: number | null;
    readonly rows: readonly (readonly string[])[];
    readonly firstRow: number;
  },
  { fields, epsg, swapAxes, expected, timeZone }: Understanding,
): Sample {
  const { header, rows, firstRow } = table;
  const base = { header, rows, firstRow, fields, expected, timeZone };
  const { wktColumn } = table;
  if (wktColumn !== null) {
    const positions = rows.map((row) => firstCorner(cell(row, wktColumn)));
    const said = epsg ?? 3006;
    const back = fromMetresTo(said);
    const pairs = positions.flatMap((position) => (position ? [back(position)] : []));
    return { ...base, positions, pairs, epsg: said, isNorthFirst: false, crsGuess: null };
  }
  const index = { lon: fields['lon'] ?? -1, lat: fields['lat'] ?? -1 };
  if (index.lon < 0 || index.lat < 0)
    return { ...base, positions: [], pairs: [], epsg: null, isNorthFirst: false, crsGuess: null };
  const pairs = pairsOf(rows, index);
  const crsGuess = epsg === null ? guessCrs(pairs, expected) : null;
  const turned = swapAxes ?? crsGuess?.best.isNorthFirst ?? null;
  const reader = positionReader(null, index, rows, epsg ?? crsGuess?.best.epsg ?? null, { expected, swapAxes: turned });
  const positions = rows.map((row) => {
    const placed = reader.of(row);
    return 'position' in placed ? placed.position : null;
  });
  return { ...base, positions, pairs, epsg: reader.epsg, isNorthFirst: reader.isNorthFirst, crsGuess };
}

/** The first coordinate of a shape: where it is, near enough to see a trap. */
function firstCorner(wkt: string): Position | null {
  const [, east, north] = /\(([-\d.e+]+) ([-\d.e+]+)/i.exec(wkt) ?? [];
  return east && north ? [Number(east), Number(north)] : null;
}
