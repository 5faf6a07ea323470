import { ground, intervention, place, selection } from '../colours.ts';
import type { MapLayer } from '../layer.ts';

const label = {
  'text-font': ['Kamerapunkt Sans'],
  'text-size': 12,
  'text-anchor': 'top' as const,
  'text-offset': [0, 0.7] as [number, number],
  'text-max-width': 9,
  'text-optional': true,
};
const halo = { 'text-halo-color': ground.halo, 'text-halo-width': 1.4 };

/** Borders and names of areas, when the survey is not drawn. */
export const areas: MapLayer = {
  id: 'areas',
  group: 'ground',
  sources: ({ tiles }) => ({ areas: tiles('areas') }),
  styles: ({ selected }) => {
    const isSelected = ['==', ['id'], selected?.kind === 'area' ? Number(selected.id) : -1] as never;
    return [
      // Without a fill an area could not be pointed at.
      {
        id: 'areas',
        type: 'fill',
        source: 'areas',
        'source-layer': 'areas',
        metadata: { slot: 'areas' },
        paint: { 'fill-color': selection, 'fill-opacity': ['case', isSelected, 0.08, 0] },
      },
      {
        id: 'areas-edge',
        type: 'line',
        source: 'areas',
        'source-layer': 'areas',
        metadata: { slot: 'coverage' },
        paint: {
          'line-color': ['case', isSelected, selection, '#6b6f76'],
          'line-width': ['case', isSelected, 3, 1],
        },
      },
    ];
  },
  legend: [{ label: 'areaBorder', swatch: { kind: 'line', colour: '#6b6f76' } }],
};

export const placesLayer: MapLayer = {
  id: 'places',
  group: 'ground',
  sources: ({ tiles }) => ({ places: tiles('places') }),
  styles: () => [
    {
      id: 'places',
      type: 'circle',
      source: 'places',
      'source-layer': 'places',
      minzoom: 13,
      metadata: { slot: 'symbols' },
      paint: { 'circle-radius': 4, 'circle-color': place, 'circle-stroke-color': '#fff', 'circle-stroke-width': 1.2 },
    },
    {
      id: 'places-name',
      type: 'symbol',
      source: 'places',
      'source-layer': 'places',
      minzoom: 15,
      metadata: { slot: 'symbols' },
      layout: { ...label, 'text-field': ['coalesce', ['get', 'name'], ''] },
      paint: { 'text-color': place, ...halo },
    },
  ],
  legend: [{ label: 'place', swatch: { kind: 'image', name: 'place' } }],
};

export const masts: MapLayer = {
  id: 'masts',
  group: 'ground',
  sources: ({ tiles }) => ({ masts: tiles('masts') }),
  styles: () => [
    {
      id: 'masts',
      type: 'symbol',
      source: 'masts',
      'source-layer': 'masts',
      minzoom: 14,
      metadata: { slot: 'symbols' },
      layout: {
        'icon-image': ['case', ['==', ['get', 'hasPower'], true], 'mast:power', 'mast:none'],
        'icon-allow-overlap': true,
      },
    },
  ],
  legend: [
    { label: 'mastPower', swatch: { kind: 'image', name: 'mast:power' } },
    { label: 'mast', swatch: { kind: 'image', name: 'mast:none' } },
  ],
};

export const interventions: MapLayer = {
  id: 'interventions',
  group: 'need',
  sources: ({ tiles }) => ({ interventions: tiles('interventions') }),
  styles: () => [
    {
      id: 'interventions',
      type: 'fill',
      source: 'interventions',
      'source-layer': 'interventions',
      metadata: { slot: 'coverage' },
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': intervention, 'fill-opacity': 0.12 },
    },
    {
      id: 'interventions-edge',
      type: 'line',
      source: 'interventions',
      'source-layer': 'interventions',
      metadata: { slot: 'coverage' },
      paint: { 'line-color': intervention, 'line-width': 1.6, 'line-dasharray': [3, 2] },
    },
    {
      id: 'interventions-point',
      type: 'circle',
      source: 'interventions',
      'source-layer': 'interventions',
      metadata: { slot: 'symbols' },
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 5,
        'circle-color': intervention,
        'circle-stroke-color': '#fff',
        'circle-stroke-width': 1.5,
      },
    },
  ],
  legend: [{ label: 'intervention', swatch: { kind: 'line', colour: intervention, dashed: true } }],
};
