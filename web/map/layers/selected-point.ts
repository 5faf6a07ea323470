import { selection } from '../colours.ts';
import type { Drawing, DrawingStyle } from '../compose-style.ts';

const styles: readonly DrawingStyle[] = [
  {
    id: 'selected-point',
    type: 'circle',
    metadata: { slot: 'symbols' },
    paint: {
      'circle-radius': 19,
      'circle-color': 'rgba(0, 0, 0, 0)',
      'circle-stroke-color': selection,
      'circle-stroke-width': 3,
    },
  },
];

/** A ring around the point that is chosen in a list. WGS84. */
export function selectedPoint([lon, lat]: readonly [number, number]): Drawing {
  const geometry = { type: 'Point' as const, coordinates: [lon, lat] };
  return { data: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] }, styles };
}
