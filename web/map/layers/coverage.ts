import type { FilterSpecification } from 'maplibre-gl';
import { coverage as colours, selection } from '../colours.ts';
import type { MapLayer } from '../layer.ts';

export const coverage: MapLayer = {
  id: 'coverage',
  group: 'cameras',
  sources: ({ tiles }) => ({ coverage: tiles('coverage') }),
  styles: ({ hidden, selected }) => {
    const shared = { source: 'coverage', 'source-layer': 'coverage', metadata: { slot: 'coverage' as const } };
    const filter = ['!', ['in', ['get', 'id'], ['literal', [...hidden]]]] as FilterSpecification;
    const id = selected?.id ?? '';
    return [
      {
        id: 'coverage',
        type: 'fill',
        ...shared,
        filter,
        paint: {
          'fill-color': colours.fill,
          // What is planned is not yet seen by anybody.
          'fill-opacity': ['match', ['get', 'status'], 'in_operation', colours.opacity, colours.opacity * 0.45],
          'fill-antialias': false,
        },
      },
      {
        id: 'coverage-edge',
        type: 'line',
        ...shared,
        filter,
        minzoom: 13,
        paint: {
          'line-color': [
            'case',
            ['any', ['==', ['get', 'id'], id], ['==', ['get', 'siteId'], id]],
            selection,
            colours.edge,
          ],
          'line-width': ['case', ['any', ['==', ['get', 'id'], id], ['==', ['get', 'siteId'], id]], 2, 0.8],
        },
      },
    ];
  },
  legend: [
    { label: 'coverage', swatch: { kind: 'fill', colour: colours.fill, opacity: colours.opacity, edge: colours.edge } },
    {
      label: 'coveragePlanned',
      swatch: { kind: 'fill', colour: colours.fill, opacity: colours.opacity * 0.45, edge: colours.edge },
    },
  ],
};
