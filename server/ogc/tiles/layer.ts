import type Flatbush from 'flatbush';
import type { Feature } from 'geojson';

/**
 * The shown form of a layer, held in memory for tiles: features in the order of their ids, their positions in the
 * web mercator unit square (x from the west, y from the north).
 */
export interface Layer {
  readonly features: readonly TileFeature[];
  /** Boxes of the features, by their place in the list; null for no features. */
  readonly index: Flatbush | null;
  /** Digest of what is shown, and of nothing else. */
  readonly version: string;
  /** Names this layer among all whose tiles are cached. */
  readonly key: string;
  /** West, south, east, north in degrees; null for no features. */
  readonly bounds: Bounds | null;
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** In the unit square. */
export type Box = [west: number, north: number, east: number, south: number];

export interface TileFeature {
  readonly feature: Feature;
  readonly box: Readonly<Box>;
  /** First zoom level it is drawn at. */
  readonly minZoom: number;
  /** Longest side of its box in the unit square; Infinity for what is drawn however small. */
  readonly size: number;
}
