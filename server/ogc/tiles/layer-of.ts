import Flatbush from 'flatbush';
import type { Feature, Geometry, Position } from 'geojson';
import type { CollectionId } from '#core/wire/layers.ts';
import type { FeatureRow } from '../../db/features.ts';
import { dropsSmall, minZoomOf } from './generalise.ts';
import type { Bounds, Box, Layer, TileFeature } from './layer.ts';

/** Half the width of the web mercator world in its own metres. */
export const halfWorld_m = Math.PI * 6378137;

/** A row in EPSG:3857 as a feature in the unit square; null properties are left out, as tiles do. */
export function tileFeature(id: CollectionId, row: FeatureRow): TileFeature {
  const geometry = JSON.parse(row.geometry) as Geometry;
  eachPosition(geometry, (position) => {
    position[0] = (position[0]! + halfWorld_m) / (2 * halfWorld_m);
    position[1] = (halfWorld_m - position[1]!) / (2 * halfWorld_m);
  });
  const feature: Feature = {
    type: 'Feature',
    // A tile's ids are numbers; random ids stand among the properties.
    ...(typeof row.id === 'number' && { id: row.id }),
    geometry,
    properties: Object.fromEntries(Object.entries(row.properties).filter(([, value]) => value !== null)),
  };
  return drawnFeature(feature, minZoomOf(id, row.properties), dropsSmall(id));
}

/** A feature that is in the unit square already; one that may be dropped is left out where it is too small to see. */
export function drawnFeature(feature: Feature, minZoom: number, mayDrop: boolean): TileFeature {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  eachPosition(feature.geometry, (position) => grow(box, position));
  const isPoint = feature.geometry.type === 'Point';
  return { feature, box, minZoom, size: isPoint || !mayDrop ? Infinity : Math.max(box[2] - box[0], box[3] - box[1]) };
}

/** The features with an index over their boxes. */
export function layerOf(features: readonly TileFeature[], version: string, key: string): Layer {
  if (features.length === 0) return { features, index: null, version, key, bounds: null };
  const index = new Flatbush(features.length);
  for (const { box } of features) index.add(...box);
  index.finish();
  return { features, index, version, key, bounds: boundsOf(index) };
}

function boundsOf({ minX, minY, maxX, maxY }: Flatbush): Bounds {
  const latitude = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  const longitude = (x: number) => x * 360 - 180;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return [round(longitude(minX)), round(latitude(maxY)), round(longitude(maxX)), round(latitude(minY))];
}

function grow(box: Box, [x, y]: Position): void {
  if (x! < box[0]) box[0] = x!;
  if (y! < box[1]) box[1] = y!;
  if (x! > box[2]) box[2] = x!;
  if (y! > box[3]) box[3] = y!;
}

function eachPosition(geometry: Geometry, run: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') for (const one of geometry.geometries) eachPosition(one, run);
  else walk(geometry.coordinates, run);
}

type Nested = Position | Nested[];

function walk(coordinates: Nested, run: (position: Position) => void): void {
  if (typeof coordinates[0] === 'number') run(coordinates as Position);
  else for (const one of coordinates as Nested[]) walk(one, run);
}
