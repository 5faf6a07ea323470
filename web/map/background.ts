import type { ExpressionSpecification } from 'maplibre-gl';
import { ground } from './colours.ts';
import type { Drawn, LayerContext } from './layer.ts';

const bold = ['Kamerapunkt Sans'];

/** Width in pixels at zoom 12, 14, 16 and 18, by class of street. */
const widths: Record<string, readonly [number, number, number, number]> = {
  motorway: [2.6, 5, 12, 26],
  primary: [2, 4, 10, 24],
  secondary: [1.4, 3, 8, 20],
  residential: [0.5, 1.8, 6, 16],
  service: [0, 0.8, 3, 9],
  pedestrian: [0, 1, 4, 11],
  path: [0, 0.5, 1.2, 3],
};

/** Our own background: the municipality's streets, buildings, water and green, pale so that data speak. */
export function ownBackground({ tiles }: Pick<LayerContext, 'tiles'>) {
  return {
    sources: {
      land: tiles('land'),
      'land-names': tiles('land', { deepest: 12 }),
      streets: tiles('streets'),
      buildings: tiles('buildings'),
    },
    layers: [
      { id: 'bg', type: 'background', metadata: { slot: 'land' }, paint: { 'background-color': ground.land } },
      {
        id: 'bg-land',
        type: 'fill',
        source: 'land',
        'source-layer': 'land',
        metadata: { slot: 'land' },
        paint: {
          'fill-color': [
            'match',
            ['get', 'class'],
            'water',
            ground.water,
            'park',
            ground.green,
            'forest',
            ground.forest,
            'farmland',
            ground.farmland,
            ['industrial', 'commercial', 'parking'],
            ground.industrial,
            'square',
            ground.square,
            ground.land,
          ],
          'fill-antialias': true,
        },
      },
      {
        id: 'bg-buildings',
        type: 'fill',
        source: 'buildings',
        'source-layer': 'buildings',
        minzoom: 13.5,
        metadata: { slot: 'buildings' },
        paint: {
          'fill-color': ground.building,
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13.5, 0, 14.5, 1],
        },
      },
      {
        id: 'bg-buildings-edge',
        type: 'line',
        source: 'buildings',
        'source-layer': 'buildings',
        minzoom: 15,
        metadata: { slot: 'buildings' },
        paint: { 'line-color': ground.buildingEdge, 'line-width': 0.8 },
      },
      {
        id: 'bg-rail',
        type: 'line',
        source: 'streets',
        'source-layer': 'streets',
        minzoom: 11,
        filter: ['==', ['get', 'class'], 'rail'],
        metadata: { slot: 'streets' },
        paint: { 'line-color': ground.rail, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.8, 16, 2] },
      },
      {
        id: 'bg-streets-casing',
        type: 'line',
        source: 'streets',
        'source-layer': 'streets',
        minzoom: 11,
        filter: ['!', ['in', ['get', 'class'], ['literal', ['rail', 'path']]]],
        metadata: { slot: 'streets' },
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': ground.casing, 'line-width': width(1.4) },
      },
      {
        id: 'bg-streets',
        type: 'line',
        source: 'streets',
        'source-layer': 'streets',
        minzoom: 10,
        filter: ['!', ['in', ['get', 'class'], ['literal', ['rail', 'path']]]],
        metadata: { slot: 'streets' },
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': ground.street, 'line-width': width(0) },
      },
      {
        id: 'bg-paths',
        type: 'line',
        source: 'streets',
        'source-layer': 'streets',
        minzoom: 14.5,
        filter: ['==', ['get', 'class'], 'path'],
        metadata: { slot: 'streets' },
        paint: { 'line-color': ground.casing, 'line-width': width(0), 'line-dasharray': [2, 1.5] },
      },
      {
        id: 'bg-street-names',
        type: 'symbol',
        source: 'streets',
        'source-layer': 'streets',
        minzoom: 14.5,
        filter: ['has', 'name'],
        metadata: { slot: 'labels' },
        layout: {
          'symbol-placement': 'line',
          'text-field': ['get', 'name'],
          'text-font': bold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 18, 14],
          'symbol-spacing': 320,
        },
        paint: { 'text-color': ground.label, 'text-halo-color': ground.halo, 'text-halo-width': 1.4 },
      },
      {
        id: 'bg-land-names',
        type: 'symbol',
        source: 'land-names',
        'source-layer': 'land',
        minzoom: 13,
        filter: ['has', 'name'],
        metadata: { slot: 'labels' },
        layout: { 'text-field': ['get', 'name'], 'text-font': bold, 'text-size': 12, 'text-max-width': 8 },
        paint: { 'text-color': '#56634f', 'text-halo-color': ground.halo, 'text-halo-width': 1.2 },
      },
    ] as readonly Drawn[],
  };
}

/** The width of a street by zoom and class; `extra` is what the casing stands out on both sides together. */
function width(extra: number): ExpressionSpecification {
  const at = (order: 0 | 1 | 2 | 3) => [
    'match',
    ['get', 'class'],
    ...Object.entries(widths).flatMap(([name, values]) => [name, values[order] === 0 ? 0 : values[order] + extra]),
    1,
  ];
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    12,
    at(0),
    14,
    at(1),
    16,
    at(2),
    18,
    at(3),
  ] as unknown as ExpressionSpecification;
}
