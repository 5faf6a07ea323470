import type { LonLat } from '#core/wire/sites.ts';

export interface TileAddress {
  readonly z: number;
  /** From the west. */
  readonly x: number;
  /** From the north. */
  readonly y: number;
}

/** The north-western corner of a tile, WGS84; fractions give places inside it. */
export function lonLatOf({ z, x, y }: TileAddress): [lon: number, lat: number] {
  const tiles = 2 ** z;
  return [(x / tiles) * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / tiles))) * 180) / Math.PI];
}

/** The tile that holds a place. */
export function tileAt([lon, lat]: LonLat, z: number): TileAddress {
  const tiles = 2 ** z;
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
  return { z, x: Math.floor(((lon + 180) / 360) * tiles), y: Math.floor(y * tiles) };
}

/** So many tiles of a zoom level, the middle one first and then around it. */
export function tilesAround(middle: LonLat, z: number, count: number): TileAddress[] {
  const { x, y } = tileAt(middle, z);
  const reach = Math.ceil(Math.sqrt(count) / 2) + 1;
  const all: TileAddress[] = [];
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) all.push({ z, x: x + dx, y: y + dy });
  }
  const away = (tile: TileAddress) => Math.hypot(tile.x - x, tile.y - y);
  return all.toSorted((a, b) => away(a) - away(b) || a.y - b.y || a.x - b.x).slice(0, count);
}
