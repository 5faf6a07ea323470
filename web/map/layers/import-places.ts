import type { FeatureCollection } from 'geojson';
import type { LonLat } from '#core/wire/sites.ts';
import { draft, ground } from '../colours.ts';
import type { Drawing, DrawingStyle } from '../compose-style.ts';
import type { Swatch } from '../layer.ts';

/** Unpublished: the colour of drafts, dashed where it is an outline. */
const styles: readonly DrawingStyle[] = [
  {
    id: 'import-outline-fill',
    type: 'fill',
    metadata: { slot: 'coverage' },
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': draft, 'fill-opacity': 0.1 },
  },
  {
    id: 'import-outline-casing',
    type: 'line',
    metadata: { slot: 'coverage' },
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'line-color': ground.halo, 'line-width': 4 },
  },
  {
    id: 'import-outline',
    type: 'line',
    metadata: { slot: 'coverage' },
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'line-color': draft, 'line-width': 2, 'line-dasharray': [3, 2] },
  },
  {
    id: 'import-place',
    type: 'circle',
    metadata: { slot: 'editing' },
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 3.5, 15, 6],
      'circle-color': draft,
      'circle-stroke-color': ground.halo,
      'circle-stroke-width': 1.5,
    },
  },
];

/** Where the first rows of a file would land, before anything is stored: outlines when there are any, else points. WGS84. */
export function importPlaces(places: readonly LonLat[], outlines: readonly (readonly LonLat[])[]): Drawing {
  const features: FeatureCollection['features'] =
    outlines.length > 0
      ? outlines.map((outline) => ({
          type: 'Feature',
          properties: {},
          geometry: { type: 'Polygon', coordinates: [closed(outline).map((at) => [...at])] },
        }))
      : places.map((at) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...at] } }));
  return { data: { type: 'FeatureCollection', features }, styles };
}

/** The sign of either, for the legend and for the words beside the map. */
export const importSigns = {
  points: { kind: 'dot', colour: draft },
  outlines: { kind: 'line', colour: draft, dashed: true },
} as const satisfies Readonly<Record<string, Swatch>>;

/** West, south, east, north of everything; null when there is nothing. */
export function boundsOfPlaces(places: readonly LonLat[]): readonly [number, number, number, number] | null {
  if (places.length === 0) return null;
  const lons = places.map(([lon]) => lon);
  const lats = places.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function closed(outline: readonly LonLat[]): readonly LonLat[] {
  const [first, last] = [outline[0], outline.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...outline, first] : outline;
}
