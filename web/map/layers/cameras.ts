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
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.45, 14, 0.8, 16, 1],
      },
    },
  ],
  legend: [
    {
      label: 'cameraInOperation',
      swatch: { kind: 'image', name: cameraImage('fixed', 'in_operation', 'known', 'open') },
    },
    { label: 'cameraPlanned', swatch: { kind: 'image', name: cameraImage('fixed', 'planned', 'known', 'open') } },
    { label: 'cameraOff', swatch: { kind: 'image', name: cameraImage('fixed', 'off', 'known', 'open') } },
    { label: 'cameraDome', swatch: { kind: 'image', name: cameraImage('dome', 'in_operation', 'known', 'open') } },
    { label: 'cameraPtz', swatch: { kind: 'image', name: cameraImage('ptz', 'in_operation', 'known', 'open') } },
    {
      label: 'cameraUnknown',
      swatch: { kind: 'image', name: cameraImage('fixed', 'in_operation', 'unknown', 'open') },
    },
    { label: 'masked', swatch: { kind: 'image', name: 'masked-swatch' } },
  ],
};
