import type { Map as MapLibreMap, MapGeoJSONFeature } from 'maplibre-gl';

export interface Picked {
  /** The style layer's id: for our layers the layer's own, sometimes with a part behind a hyphen. */
  readonly style: string;
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What is drawn at a spot, topmost first. Surfaces count only where the finger is; signs in its neighbourhood. */
export function pickAt(map: MapLibreMap, x: number, y: number): readonly Picked[] {
  const reach = matchMedia('(pointer: coarse)').matches ? 16 : 5;
  const found = map.queryRenderedFeatures([
    [x - reach, y - reach],
    [x + reach, y + reach],
  ]);
  const under = new Set(map.queryRenderedFeatures([x, y]).map(keyOf));
  return found
    .filter(
      (feature) =>
        !feature.layer.id.startsWith('bg') &&
        (feature.layer.type === 'symbol' || feature.layer.type === 'circle' || under.has(keyOf(feature))),
    )
    .map(pickedOf);
}

export function pickedOf({ layer, id, properties }: MapGeoJSONFeature): Picked {
  return { style: layer.id, id: String(properties['id'] ?? id ?? ''), properties };
}

function keyOf({ layer, id, properties }: MapGeoJSONFeature): string {
  return `${layer.id}/${String(properties['id'] ?? id)}`;
}
