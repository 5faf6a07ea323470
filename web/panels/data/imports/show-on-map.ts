import type { ImportKind } from '#core/wire/imports.ts';
import type { LayerId } from '../../../map/layer.ts';
import type { Address } from '../../../state/url.ts';

/** Where what was published is seen: a place of its own, or the layers of the map. Null where it is in no map. */
const seenIn: Record<ImportKind, Pick<Address, 'place'> | LayerId | null> = {
  areas: 'areas',
  population: { place: 'areas' },
  survey: { place: 'areas' },
  incidents: 'crime-density',
  'area-counts': { place: 'areas' },
  'square-counts': 'crime-squares',
  cameras: { place: 'coverage' },
  'planned-mounts': { place: 'camera-points' },
  interventions: 'interventions',
  zones: 'zones',
  masts: 'masts',
  osm: null,
};

/** The address that shows it: the layer beside the import, or the place whose panel tells of it. `what`: the kind's choice. */
export function shownAt(
  kind: ImportKind | null,
  { layers, filter }: Pick<Address, 'layers' | 'filter'>,
  what: string | undefined,
): Partial<Address> | null {
  const seen = kind && seenIn[kind];
  if (!seen) return null;
  if (typeof seen !== 'string') return { ...seen, filter: {}, selection: null };
  const before = layers ?? [
    { id: 'areas', opacity_percent: 100 },
    { id: 'cameras', opacity_percent: 100 },
  ];
  const others = before.filter(({ id }) => id !== seen);
  const { what: _, ...rest } = filter;
  return {
    layers: [...others, { id: seen, opacity_percent: 100 }],
    filter: what && what !== 'recorded_crime' ? { ...rest, what } : rest,
  };
}
