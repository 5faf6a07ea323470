import { fromLonLat, fromWebMercator, toLonLat, toWebMercator } from '#core/projection/sweref99tm.ts';
import type { Box, Position } from '#core/position.ts';
import { clampToSwerefReach, type SearchBox, type Srid } from '../../db/features.ts';

/** A position in EPSG:3006 brought to one of the offered systems, x before y. */
export function fromGround(position: Position, srid: Srid): readonly [x: number, y: number] {
  if (srid === 4326) return toLonLat(position);
  return srid === 3857 ? toWebMercator(position) : position;
}

function toGround(position: readonly [number, number], srid: Srid): Position {
  if (srid === 4326) return fromLonLat(position);
  return srid === 3857 ? fromWebMercator(position) : position;
}

/** A box in EPSG:3006 that holds all of a search box, and a little more; null where nothing can be. */
export function groundBox(box: SearchBox): Box | null {
  const near = clampToSwerefReach(box);
  if (!near) return null;
  const steps = Array.from({ length: 33 }, (_, index) => index / 32);
  const edge = steps.flatMap((part): [number, number][] => {
    const x = near.west + part * (near.east - near.west);
    const y = near.south + part * (near.north - near.south);
    return [
      [x, near.south],
      [x, near.north],
      [near.west, y],
      [near.east, y],
    ];
  });
  const ground = edge.map((position) => toGround(position, box.srid));
  const easts = ground.map(([east]) => east);
  const norths = ground.map(([, north]) => north);
  const [west, east] = [Math.min(...easts), Math.max(...easts)];
  const [south, north] = [Math.min(...norths), Math.max(...norths)];
  // Between two of the points the true edge bulges by less than this.
  const margin_m = 1 + 0.01 * Math.max(east - west, north - south);
  return [west - margin_m, south - margin_m, east + margin_m, north + margin_m];
}
