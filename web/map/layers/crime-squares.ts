import { SQUARE_CLASS_FROM } from '#core/density/square-classes.ts';
import { squareRamp } from '../colours.ts';
import type { MapLayer } from '../layer.ts';

const shared = { source: 'crime-squares', 'source-layer': 'crime-squares' };

/** Counts that a source gives by square, in classes. What the source withholds is hatched: it is not a low count. */
export const crimeSquares: MapLayer = {
  id: 'crime-squares',
  group: 'need',
  sources: ({ tiles, squares }) => ({ 'crime-squares': tiles('crime-squares', { query: squares }) }),
  styles: () => [
    {
      id: 'crime-squares',
      type: 'fill',
      ...shared,
      metadata: { slot: 'density' },
      filter: ['>', ['coalesce', ['get', 'class'], 0], 0],
      paint: {
        'fill-color': [
          'match',
          ['get', 'class'],
          ...squareRamp.flatMap((colour, order) => [order + 1, colour]),
          squareRamp[0],
        ] as never,
        'fill-opacity': 0.6,
        'fill-antialias': false,
      },
    },
    ...[['withheld', 'too_few'] as const, ['missing', 'missing'] as const].map(([status, pattern]) => ({
      id: `crime-squares-${status}`,
      type: 'fill' as const,
      ...shared,
      metadata: { slot: 'density' as const },
      filter: ['==', ['get', 'status'], status] as never,
      paint: { 'fill-pattern': pattern },
    })),
    {
      id: 'crime-squares-edge',
      type: 'line',
      ...shared,
      minzoom: 11,
      metadata: { slot: 'density' },
      paint: { 'line-color': '#6b6f76', 'line-width': 0.5, 'line-opacity': 0.6 },
    },
  ],
  legend: [
    { label: 'squareClasses', swatch: { kind: 'ramp', colours: squareRamp, ends: SQUARE_CLASS_FROM.slice(1) } },
    { label: 'squareWithheld', swatch: { kind: 'image', name: 'too_few-swatch' } },
    { label: 'squareMissing', swatch: { kind: 'image', name: 'missing-swatch' } },
  ],
};
