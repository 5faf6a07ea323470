import { bbox } from '@turf/turf';
import type { Suggestion, SuggestionResult } from '#core/wire/suggestions.ts';

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A box around everything that a camera there would see. WGS84. */
export function boundsOfView({ position, view }: Suggestion): Bounds {
  return around([position, ...view.coordinates.flat()]) as Bounds;
}

/** A box around all suggestions, or around what came nearest where there are none; null where there is nothing at all. */
export function boundsOfResult({ suggestions, considered }: SuggestionResult): Bounds | null {
  if (suggestions.length > 0) return around(suggestions.flatMap(({ view }) => view.coordinates.flat()));
  return around(considered.map(({ position }) => position));
}

function around(positions: readonly (readonly [number, number])[]): Bounds | null {
  if (positions.length === 0) return null;
  return bbox({ type: 'MultiPoint', coordinates: positions.map((position) => [...position]) }) as [
    number,
    number,
    number,
    number,
  ];
}
