import { zone } from '../colours.ts';
import type { MapLayer } from '../layer.ts';

const kinds = ['guard_zone', 'vulnerable_area', 'drug_scene'] as const;
const byKind = ['match', ['get', 'kind'], ...kinds.flatMap((kind) => [kind, zone[kind]]), zone.guard_zone] as never;

/** Guard zones, vulnerable areas and drug scenes, each with its name and from when to when it holds. */
export const zones: MapLayer = {
  id: 'zones',
  group: 'need',
  sources: ({ tiles }) => ({ zones: tiles('zones'), 'zones-names': tiles('zones', { deepest: 8 }) }),
  styles: () => [
    {
      id: 'zones',
      type: 'fill',
      source: 'zones',
      'source-layer': 'zones',
      metadata: { slot: 'coverage' },
      paint: { 'fill-color': byKind, 'fill-opacity': 0.1 },
    },
    {
      id: 'zones-edge',
      type: 'line',
      source: 'zones',
      'source-layer': 'zones',
      metadata: { slot: 'coverage' },
      paint: { 'line-color': byKind, 'line-width': 2, 'line-dasharray': [4, 1.5] },
    },
    {
      id: 'zones-name',
      type: 'symbol',
      source: 'zones-names',
      'source-layer': 'zones',
      minzoom: 11,
      metadata: { slot: 'symbols' },
      layout: {
        // Such an area is of its time: the name never stands without the dates.
        'text-field': [
          'concat',
          ['get', 'name'],
          '\n',
          ['get', 'validFrom'],
          ' – ',
          ['coalesce', ['get', 'validTo'], ''],
        ] as never,
        'text-font': ['Kamerapunkt Sans'],
        'text-size': 12,
        'text-max-width': 12,
      },
      paint: { 'text-color': byKind, 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
    },
  ],
  legend: [
    { label: 'guardZone', swatch: { kind: 'line', colour: zone.guard_zone, dashed: true } },
    { label: 'vulnerableArea', swatch: { kind: 'line', colour: zone.vulnerable_area, dashed: true } },
    { label: 'drugScene', swatch: { kind: 'line', colour: zone.drug_scene, dashed: true } },
  ],
};
