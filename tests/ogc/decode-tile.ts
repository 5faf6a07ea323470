import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export interface Drawn {
  readonly id: unknown;
  readonly properties: Record<string, unknown>;
  /** All corners, in tile units. */
  readonly positions: readonly (readonly [number, number])[];
  readonly type: number;
}

/** The features of one layer of a tile. */
export function decodeTile(bytes: Uint8Array, name: string): Drawn[] {
  const layer = new VectorTile(new PbfReader(bytes)).layers[name];
  if (!layer) return [];
  return Array.from({ length: layer.length }, (_, index) => {
    const feature = layer.feature(index);
    const positions = feature.loadGeometry().flat();
    return {
      id: feature.id,
      properties: { ...feature.properties },
      type: feature.type,
      positions: positions.map(({ x, y }) => [x, y] as const),
    };
  });
}
