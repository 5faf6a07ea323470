import { densityOpacity, densityRamp } from '../colours.ts';
import type { MapLayer } from '../layer.ts';

/** Smoothed density of crimes as bands. Where fewer than five lie under the kernel there is nothing to draw. */
export const crimeDensity: MapLayer = {
  id: 'crime-density',
  group: 'need',
  sources: ({ tiles, density }) => ({ 'crime-density': tiles('crime-density', { query: density }) }),
  styles: () => [
    {
      id: 'crime-density',
      type: 'fill',
      source: 'crime-density',
      'source-layer': 'crime-density',
      metadata: { slot: 'density' },
      paint: {
        'fill-color': [
          'match',
          ['get', 'level'],
          ...densityRamp.slice(0, -1).flatMap((colour, level) => [level + 1, colour]),
          densityRamp.at(-1)!,
        ] as never,
        'fill-opacity': densityOpacity,
        'fill-antialias': false,
      },
    },
  ],
  legend: [{ label: 'crimeDensity', swatch: { kind: 'ramp', colours: densityRamp, opacity: densityOpacity } }],
};
