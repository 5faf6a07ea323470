import { bbox } from '@turf/turf';
import type { FeatureCollection, Point, Polygon } from 'geojson';
import type { NewCamera } from '#core/wire/sites.ts';
import { ask } from './client.ts';

export interface ShownCameras {
  readonly cameras: readonly ShownCamera[];
  readonly masked: readonly MaskedSite[];
}

/** An open camera as everybody signed in sees it. */
export interface ShownCamera extends NewCamera {
  readonly id: string;
  readonly siteId: string;
}

/** A secret site as those who are not cleared see it. */
export interface MaskedSite {
  readonly id: string;
  readonly cellSize_m: number;
  readonly provision: string;
  readonly authority: string;
  readonly decidedOn: string;
  readonly bounds: readonly [number, number, number, number];
}

/** Reads the collection of cameras apart into those shown as points and those that are cells. */
export async function askShownCameras(signal: AbortSignal): Promise<ShownCameras> {
  const { features } = await ask<
    FeatureCollection<Point | Polygon, ShownCamera & MaskedSite & { readonly shownAs: string }>
  >('/ogc/collections/cameras/items', { signal, accept: 'application/geo+json', query: { limit: 10_000 } });
  return {
    cameras: features.flatMap(({ properties, geometry }) =>
      geometry.type === 'Point'
        ? [{ ...properties, position: [geometry.coordinates[0]!, geometry.coordinates[1]!] as const }]
        : [],
    ),
    masked: features.flatMap(({ properties, geometry }) =>
      geometry.type === 'Polygon'
        ? [{ ...properties, bounds: bbox(geometry) as [number, number, number, number] }]
        : [],
    ),
  };
}
