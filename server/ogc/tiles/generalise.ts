import type { CollectionId } from '#core/wire/layers.ts';

/** From this zoom level on nothing is left out or simplified. */
export const fullDetailZoom = 14;

/** Smaller zoom levels have no tiles worth the name; at larger ones the client stretches the last. */
export const zooms = { smallest: 0, largest: 16 } as const;

/** A client that asks further in is answered, too. */
export const largestZoomServed = 20;

/** Below full detail: corners nearer to the straight line than this are left out, in tile units (4096 a tile). */
export const tolerance = 3;

/** Below full detail: what is smaller both ways than this is left out, in tile units: one pixel of a 512 pixel tile. */
export const smallestSide = 8;

const streetZoom: Readonly<Record<string, number>> = {
  motorway: 5,
  primary: 7,
  rail: 8,
  secondary: 9,
  residential: 11,
  service: 13,
  pedestrian: 12,
  path: 13,
};

const mastZoom: Readonly<Record<string, number>> = { mast: 9, pole: 12, lamp: 13 };

/** The first zoom level anything of a layer is drawn at, where that does not depend on its kind. */
const layerZoom: Readonly<Partial<Record<CollectionId, number>>> = { buildings: 12, places: 10 };

/** Zoom levels by kind, for the layers that have kinds: the property that says it, and the levels. */
const kindZoom: Readonly<Partial<Record<CollectionId, readonly [property: string, Readonly<Record<string, number>>]>>> =
  {
    streets: ['class', streetZoom],
    masts: ['kind', mastZoom],
  };

/** The first zoom level a feature is drawn at. */
export function minZoomOf(id: CollectionId, properties: Readonly<Record<string, unknown>>): number {
  const kinds = kindZoom[id];
  if (!kinds) return layerZoom[id] ?? 0;
  return kinds[1][String(properties[kinds[0]])] ?? fullDetailZoom;
}

/** The kinds that are drawn at a zoom level; null for a layer without kinds. */
export function kindsDrawnAt(id: CollectionId, zoom: number): readonly string[] | null {
  const kinds = kindZoom[id];
  return kinds ? Object.keys(kinds[1]).filter((kind) => kinds[1][kind]! <= zoom) : null;
}

/** Below this no tile of the layer holds anything. */
export function smallestZoomOf(id: CollectionId): number {
  const kinds = kindZoom[id];
  return kinds ? Math.min(...Object.values(kinds[1])) : (layerZoom[id] ?? 0);
}

/** Whether small features of a layer may be left out at small scales; never what somebody decides by. */
export function dropsSmall(id: CollectionId): boolean {
  return id === 'buildings' || id === 'land' || id === 'streets';
}
