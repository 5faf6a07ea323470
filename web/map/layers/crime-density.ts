import type { ExpressionSpecification } from 'maplibre-gl';
import { densityOpacities, densityRamp } from '../colours.ts';
import type { MapLayer } from '../layer.ts';

/** Smoothed density of crimes as bands that do not overlap. Where fewer than five lie under the kernel nothing is drawn. */
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
        'fill-color': byLevel(densityRamp),
        'fill-opacity': byLevel(densityOpacities),
        'fill-antialias': false,
      },
    },
  ],
  legend: [{ label: 'crimeDensity', swatch: { kind: 'ramp', colours: densityRamp } }],
};

/** One value a level, counted from 1. */
function byLevel(values: readonly (string | number)[]): ExpressionSpecification {
  const [lowest, ...higher] = values;
  return [
    'step',
    ['get', 'level'],
    lowest,
    ...higher.flatMap((value, order) => [order + 2, value]),
  ] as unknown as ExpressionSpecification;
}
