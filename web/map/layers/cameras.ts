import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { cameraImage } from '../images/names.ts';
import type { MapLayer } from '../layer.ts';
import { maskedCells } from './masked-cells.ts';

/** The picture of a camera from its properties: kind, status, whether the bearing is known, whether it is secret. */
export function cameraIcon(secret: ExpressionSpecification | boolean, kind = 'kind'): ExpressionSpecification {
  return [
    'concat',
    'camera:',
    ['coalesce', ['get', kind], 'fixed'],
    ':',
    ['coalesce', ['get', 'status'], 'in_operation'],
    [
      'case',
      ['!=', ['get', 'bearing_deg'], null],
      ':known',
      ['>=', ['coalesce', ['get', 'angle_deg'], 0], 360],
      ':around',
      ':unknown',
    ],
    ['case', secret, ':secret', ':open'],
  ];
}

/** Small where a town is seen whole, so that what the cameras see is not covered by themselves. */
export const cameraSize: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  11,
  0.36,
  13,
  0.55,
  15,
  0.85,
  16,
  1,
];

export const cameras: MapLayer = {
  id: 'cameras',
  group: 'cameras',
  sources: ({ tiles }) => ({ cameras: tiles('cameras'), 'cameras-cells': tiles('cameras', { deepest: 9 }) }),
  styles: (context) => [
    ...maskedCells('cameras', context),
    {
      id: 'cameras',
      type: 'symbol',
      source: 'cameras',
      'source-layer': 'cameras',
      metadata: { slot: 'symbols' },
      filter: [
        'all',
        ['==', ['get', 'shownAs'], 'point'],
        ['!', ['in', ['get', 'id'], ['literal', [...context.hidden]]]],
      ] as FilterSpecification,
      layout: {
        'icon-image': cameraIcon(false),
        'icon-rotate': ['coalesce', ['get', 'bearing_deg'], 0],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-size': cameraSize,
      },
    },
  ],
  legend: [
    {
      label: 'cameraStatuses',
      swatch: {
        kind: 'images',
        names: (['in_operation', 'planned', 'off'] as const).map((status) =>
          cameraImage('fixed', status, 'around', 'open'),
        ),
      },
    },
    {
      label: 'cameraKinds',
      swatch: {
        kind: 'images',
        names: (['fixed', 'dome', 'ptz'] as const).map((kind) => cameraImage(kind, 'in_operation', 'around', 'open')),
      },
    },
    {
      label: 'cameraBearing',
      swatch: {
        kind: 'images',
        names: (['known', 'unknown'] as const).map((bearing) => cameraImage('fixed', 'in_operation', bearing, 'open')),
      },
    },
    { label: 'masked', swatch: { kind: 'image', name: 'masked-swatch' } },
  ],
};
