import { geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { fullDetailZoom, smallestSide, tolerance } from './generalise.ts';
import type { Layer } from './layer.ts';

/** Units across a tile, and how far past its edge features go on, as MapLibre and ST_AsMVTGeom have them by default. */
export const extent = 4096;
export const buffer = 64;

export interface TileAddress {
  readonly z: number;
  /** From the west. */
  readonly x: number;
  /** From the north. */
  readonly y: number;
}

/** One layer's part in a tile as MVT (version 2.1), or null when nothing of it is there. */
export function makeTile(layer: Layer, name: string, { z, x, y }: TileAddress): Uint8Array | null {
  if (!layer.index) return null;
  const tiles = 2 ** z;
  const margin = buffer / extent;
  const found = layer.index.search(
    (x - margin) / tiles,
    (y - margin) / tiles,
    (x + 1 + margin) / tiles,
    (y + 1 + margin) / tiles,
  );
  const whole = z >= fullDetailZoom;
  const smallest = whole ? 0 : smallestSide / (tiles * extent);
  const features = Uint32Array.from(found)
    // By id, whatever the index's order: the same content gives the same bytes.
    .toSorted();
  const drawn = [];
  for (const at of features) {
    const { feature, minZoom, size } = layer.features[at]!;
    if (minZoom <= z && size >= smallest) drawn.push(feature);
  }
  if (drawn.length === 0) return null;
  const tile = geoJSONToTile({ type: 'FeatureCollection', features: drawn }, z, x, y, {
    coordinates: 'unitSquare',
    clip: true,
    extent,
    buffer,
    tolerance: whole ? 0 : tolerance,
    // geojson-vt leaves everything in at its largest zoom; so that is always one further on.
    maxZoom: z + 1,
  });
  if (tile.features.length === 0) return null;
  return fromGeojsonVt({ [name]: tile }, { version: 2, extent });
}
