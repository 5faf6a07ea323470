import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { coverage, ground, secret } from '../colours.ts';
import type { DrawingStyle } from '../compose-style.ts';
import { cameraIcon, cameraSize } from './cameras.ts';
import { mountIcon } from './planned-mounts.ts';

const isSecret = ['==', ['get', 'secret'], true] as unknown as ExpressionSpecification;
const of = (kind: string) => ['==', ['get', 'kind'], kind] as FilterSpecification;
const name = {
  'text-field': ['step', ['zoom'], '', 15, ['coalesce', ['get', 'name'], '']] as unknown as ExpressionSpecification,
  'text-font': ['Kamerapunkt Sans'],
  'text-size': 12,
  'text-anchor': 'top' as const,
  'text-offset': [0, 1.3] as [number, number],
  'text-optional': true,
};

/** Exact things that only some may see, and one's own that nobody else sees yet: as in the layers, secrecy in red. */
export const overlayStyles: readonly DrawingStyle[] = [
  {
    id: 'overlay-coverage',
    type: 'fill',
    metadata: { slot: 'coverage' },
    filter: of('coverage'),
    paint: {
      'fill-color': coverage.fill,
      'fill-opacity': ['match', ['get', 'status'], 'in_operation', coverage.opacity, coverage.opacity * 0.45],
      'fill-antialias': false,
    },
  },
  {
    id: 'overlay-coverage-edge',
    type: 'line',
    metadata: { slot: 'coverage' },
    filter: of('coverage'),
    paint: { 'line-color': ['case', isSecret, secret, coverage.edge], 'line-width': ['case', isSecret, 1.4, 0.8] },
  },
  {
    id: 'overlay-site',
    type: 'circle',
    metadata: { slot: 'symbols' },
    filter: of('site'),
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 2, 14, 4, 16, 6],
      'circle-color': '#fff',
      'circle-stroke-color': ['case', isSecret, secret, '#17355c'],
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'overlay-camera',
    type: 'symbol',
    metadata: { slot: 'symbols' },
    filter: of('camera'),
    layout: {
      'icon-image': cameraIcon(isSecret, 'cameraKind'),
      'icon-rotate': ['coalesce', ['get', 'bearing_deg'], 0],
      'icon-rotation-alignment': 'map',
      'icon-allow-overlap': true,
      'icon-size': cameraSize,
    },
  },
  {
    id: 'overlay-mount',
    type: 'symbol',
    metadata: { slot: 'symbols' },
    filter: of('planned-mount'),
    layout: {
      'icon-image': mountIcon(isSecret),
      'icon-allow-overlap': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.7, 14, 1],
      ...name,
    },
    paint: { 'text-color': ground.label, 'text-halo-color': ground.halo, 'text-halo-width': 1.4 },
  },
];
