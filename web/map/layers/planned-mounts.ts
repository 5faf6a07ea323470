import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { ground } from '../colours.ts';
import { mountImage } from '../images/names.ts';
import type { MapLayer } from '../layer.ts';
import { maskedCells } from './masked-cells.ts';

export function mountIcon(secret: ExpressionSpecification | boolean): ExpressionSpecification {
  return [
    'concat',
    'mount:',
    ['to-string', ['coalesce', ['get', 'priority'], '']],
    ['match', ['coalesce', ['get', 'stage'], ''], ['in_operation', 'mounted'], ':done', ':open'],
    ['case', secret, ':secret', ':open'],
  ];
}

export const plannedMounts: MapLayer = {
  id: 'planned-mounts',
  group: 'cameras',
  sources: ({ tiles }) => ({
    'planned-mounts': tiles('planned-mounts'),
    'planned-mounts-cells': tiles('planned-mounts', { deepest: 9 }),
  }),
  styles: (context) => [
    ...maskedCells('planned-mounts', context),
    {
      id: 'planned-mounts',
      type: 'symbol',
      source: 'planned-mounts',
      'source-layer': 'planned-mounts',
      metadata: { slot: 'symbols' },
      filter: ['==', ['get', 'shownAs'], 'point'] as FilterSpecification,
      layout: {
        'icon-image': mountIcon(false),
        'icon-allow-overlap': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.7, 14, 1],
        'text-field': ['step', ['zoom'], '', 15, ['coalesce', ['get', 'name'], '']],
        'text-font': ['Kamerapunkt Sans'],
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 1.2],
        'text-optional': true,
      },
      paint: { 'text-color': ground.label, 'text-halo-color': ground.halo, 'text-halo-width': 1.4 },
    },
  ],
  legend: [
    { label: 'mountRanked', swatch: { kind: 'image', name: mountImage(1, 'open', 'open') } },
    { label: 'mountUnranked', swatch: { kind: 'image', name: mountImage(null, 'open', 'open') } },
    { label: 'mountDone', swatch: { kind: 'image', name: mountImage(null, 'done', 'open') } },
    { label: 'masked', swatch: { kind: 'image', name: 'masked-swatch' } },
  ],
};
