import { SQUARE_SIZES_M } from '#core/density/square-classes.ts';
import type { Box } from '#core/position.ts';
import { cell } from './columns.ts';
import { ImportFault } from './fault.ts';
import type { Table } from './readers/table.ts';
import type { Reason } from './report.ts';
import { parseSquareId, squareSize_m, type SquareCorner } from './sense/square-id.ts';
import { parseNumber } from './values.ts';

export const isSquareSize = (text: string): boolean => SQUARE_SIZES_M.includes(parseSize(text) ?? 0);

/** A square of a grid by its lower left corner, EPSG:3006. */
export interface Square extends SquareCorner {
  readonly size_m: number;
}

export interface SquareReader {
  /** The size of the whole file, when it was found from the corners. */
  readonly guessed_m: number | null;
  of(row: readonly string[]): Square | { readonly field: string; readonly value: string; readonly reason: Reason };
  /** The ground of the squares read so far, EPSG:3006. */
  extent(): Box | null;
}

interface SquareColumns {
  readonly square: number;
  readonly east: number;
  readonly north: number;
  readonly size: number;
}

/**
 * Squares by their name (Statistics Sweden's Ruta), by the corner in two columns, or by their outline. The size stands in a
 * column, is said for the whole file, or is the largest that all corners of the sample are multiples of.
 * @throws ImportFault `column_needed` when nothing tells the square or its size.
 */
export function squareReader(
  table: Pick<Table, 'header' | 'wktColumn'>,
  index: SquareColumns,
  sample: readonly (readonly string[])[],
  wholeSize: string,
): SquareReader {
  const { wktColumn } = table;
  const byName = index.square >= 0;
  const byCorner = !byName && index.east >= 0 && index.north >= 0;
  if (!byName && !byCorner && wktColumn === null)
    throw new ImportFault('column_needed', { field: 'square', columns: table.header.join(', ') });

  function placed(row: readonly string[]): (SquareCorner & { readonly side_m?: number }) | null {
    if (byName) return parseSquareId(cell(row, index.square));
    if (!byCorner) return outlined(cell(row, wktColumn ?? -1));
    const [east_m, north_m] = [parseNumber(cell(row, index.east)), parseNumber(cell(row, index.north))];
    return east_m === null || north_m === null ? null : { east_m, north_m };
  }

  const corners = sample.map(placed).filter((corner) => corner !== null);
  const hasSides = corners.some(({ side_m }) => side_m !== undefined);
  const isGuessed = index.size < 0 && wholeSize === '' && !hasSides;
  const guessed_m = isGuessed ? squareSize_m(corners) : null;
  if (isGuessed && guessed_m === null && corners.length > 0)
    throw new ImportFault('column_needed', { field: 'size', columns: table.header.join(', ') });
  let box: [number, number, number, number] | null = null;

  return {
    guessed_m,
    of(row) {
      const corner = placed(row);
      const value = byName ? cell(row, index.square) : `${cell(row, index.east)} ${cell(row, index.north)}`.trim();
      const field = 'square';
      if (!corner) return { field, value, reason: value === '' ? 'missing' : 'not_a_square' };
      const sizeText = wholeSize || cell(row, index.size);
      const size_m = guessed_m ?? parseSize(sizeText) ?? corner.side_m ?? null;
      if (size_m === null || !SQUARE_SIZES_M.includes(size_m))
        return { field: 'size', value: sizeText, reason: sizeText === '' ? 'missing' : 'not_a_choice' };
      const { east_m, north_m } = corner;
      if (!isOnMap(corner)) return { field, value, reason: 'position_outside' };
      if (east_m % size_m !== 0 || north_m % size_m !== 0) return { field, value, reason: 'not_on_grid' };
      box = box ? grown(box, corner, size_m) : [east_m, north_m, east_m + size_m, north_m + size_m];
      return { east_m, north_m, size_m };
    },
    extent: () => box,
  };
}

function grown(box: Box, { east_m, north_m }: SquareCorner, size_m: number): [number, number, number, number] {
  return [
    Math.min(box[0], east_m),
    Math.min(box[1], north_m),
    Math.max(box[2], east_m + size_m),
    Math.max(box[3], north_m + size_m),
  ];
}

/** Sweden's ground in EPSG:3006. */
function isOnMap({ east_m, north_m }: SquareCorner): boolean {
  return east_m >= 200_000 && east_m <= 1_000_000 && north_m >= 6_000_000 && north_m <= 7_800_000;
}

/** The corner and side of a square outline, to the metre; null for any other outline. */
function outlined(wkt: string): (SquareCorner & { readonly side_m: number }) | null {
  const numbers = wkt.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  if (!/^(MULTI)?POLYGON/.test(wkt) || numbers.length < 8) return null;
  const east = numbers.filter((_, order) => order % 2 === 0);
  const north = numbers.filter((_, order) => order % 2 === 1);
  const [east_m, north_m] = [Math.round(Math.min(...east)), Math.round(Math.min(...north))];
  const [width, height] = [Math.round(Math.max(...east)) - east_m, Math.round(Math.max(...north)) - north_m];
  return width === height ? { east_m, north_m, side_m: width } : null;
}

/** "250", "250 m", "1 km". */
function parseSize(text: string): number | null {
  const [, figure = '', unit = ''] = /^\s*([\d.,\s]+?)\s*(k?m?)\s*$/i.exec(text) ?? [];
  const number = parseNumber(figure);
  if (number === null) return null;
  return /^km/i.test(unit) ? number * 1000 : number;
}
