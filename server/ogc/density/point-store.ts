import { hourClasses, incidentCategories } from '#core/wire/layers.ts';
import type { Position } from '#core/position.ts';
import { periods, whats, type DensityFilter } from '../filters.ts';

/** Incidents as plain numbers, so that a million of them cross to the computing thread without being copied. */
export interface PointColumns {
  /** East and north by turns, EPSG:3006. */
  readonly positions: Float64Array;
  /** Places in `whats` and `incidentCategories`. */
  readonly what: Uint8Array;
  readonly category: Uint8Array;
  /** 0-23, or 255 where the source gives no hour. */
  readonly hour: Uint8Array;
  /** 12, 24, 36, or 0 for older. */
  readonly months: Uint8Array;
}

export const noHour = 255;

/** The incidents that a filter takes, piece by piece. */
export function selectPoints(pieces: readonly PointColumns[], filter: DensityFilter): Position[] {
  const what = whats.indexOf(filter.what);
  const categories = new Set(filter.categories.map((one) => incidentCategories.indexOf(one)));
  const oldest = 12 * (periods.indexOf(filter.period) + 1);
  const hours = filter.hours?.map((name) => hourClasses[name]);
  const inHours = (hour: number) => !hours || hours.some(([from, to]) => hour >= from && hour < to);
  const selected: Position[] = [];
  for (const piece of pieces) {
    for (let index = 0; index < piece.what.length; index += 1) {
      if (
        piece.what[index] === what &&
        categories.has(piece.category[index]!) &&
        piece.months[index]! > 0 &&
        piece.months[index]! <= oldest &&
        inHours(piece.hour[index]!)
      )
        selected.push([piece.positions[2 * index]!, piece.positions[2 * index + 1]!]);
    }
  }
  return selected;
}
