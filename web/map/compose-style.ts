import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import fontUrl from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { slots, type Drawn, type LayerContext, type MapLayer, type Slot } from './layer.ts';

/** Something drawn by a panel: own data, own style, in the pile with the rest. */
export interface Drawing {
  readonly data: FeatureCollection;
  /** `source` is filled in: style layers of a drawing always draw its data. */
  readonly styles: readonly DrawingStyle[];
}
export type DrawingStyle =
  Exclude<LayerSpecification, { type: 'background' }> extends infer Spec
    ? Spec extends { source: string }
      ? Omit<Spec, 'source'> & { readonly metadata: { readonly slot: Slot } }
      : never
    : never;

export interface Background {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly Drawn[];
  readonly glyphs?: string;
  readonly sprite?: StyleSpecification['sprite'];
}

export interface MapContent {
  readonly background: Background;
  readonly layers: readonly { readonly layer: MapLayer; readonly opacity_percent: number }[];
  readonly context: LayerContext;
  readonly drawings: ReadonlyMap<string, Drawing>;
}

/** The whole map as one style: what is to be seen, as data. The map itself works out what has changed. */
export function composeStyle({ background, layers, context, drawings }: MapContent): StyleSpecification {
  const sources: Record<string, SourceSpecification> = { ...background.sources };
  const drawn: Drawn[] = [...background.layers];
  for (const { layer, opacity_percent } of layers) {
    Object.assign(sources, layer.sources(context));
    for (const style of layer.styles(context)) drawn.push(withOpacity(style, opacity_percent / 100));
  }
  for (const [id, drawing] of drawings) {
    sources[id] = { type: 'geojson', data: drawing.data } satisfies GeoJSONSourceSpecification;
    for (const style of drawing.styles) drawn.push({ ...style, source: id } as Drawn);
  }
  return {
    version: 8,
    // Our own letters are drawn from our own font, also where a foreign style has letters for its own.
    ...(background.glyphs && { glyphs: background.glyphs, 'font-faces': { 'Kamerapunkt Sans': fontUrl } }),
    ...(background.sprite && { sprite: background.sprite }),
    sources,
    layers: slots.flatMap((slot) => drawn.filter((style) => style.metadata.slot === slot)),
  };
}

const opacities: Partial<Record<LayerSpecification['type'], readonly string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
  raster: ['raster-opacity'],
};

/** The style layer so much fainter, on top of the opacity it has of itself. */
export function withOpacity(style: Drawn, factor: number): Drawn {
  if (factor >= 1) return style;
  const paint: Record<string, unknown> = { ...style.paint };
  for (const name of opacities[style.type] ?? []) {
    const own = paint[name] ?? 1;
    paint[name] = typeof own === 'number' ? own * factor : ['*', own, factor];
  }
  return { ...style, paint } as Drawn;
}

/** Somebody else's style as a background: its labels above our surfaces, all else below them. */
export function foreignBackground(style: StyleSpecification): Background {
  return {
    sources: style.sources,
    layers: style.layers.map((layer) => ({
      ...layer,
      metadata: { slot: layer.type === 'symbol' ? 'labels' : 'land' },
    })) as readonly Drawn[],
    ...(style.glyphs && { glyphs: style.glyphs }),
    ...(style.sprite && { sprite: style.sprite }),
  };
}

/** A WMS of the municipality's (baskarta, ortofoto) as a background. `url` is the service, with its layers in it. */
export function wmsBackground(url: string): Background {
  const address = new URL(url);
  const wanted = {
    SERVICE: 'WMS',
    REQUEST: 'GetMap',
    VERSION: '1.3.0',
    STYLES: address.searchParams.get('styles') ?? '',
    FORMAT: address.searchParams.get('format') ?? 'image/png',
    CRS: 'EPSG:3857',
    WIDTH: '256',
    HEIGHT: '256',
  };
  for (const [name, value] of Object.entries(wanted)) {
    for (const given of Array.from(address.searchParams.keys()))
      if (given.toUpperCase() === name) address.searchParams.delete(given);
    address.searchParams.set(name, value);
  }
  return {
    // The braces are the map's, and must not be escaped.
    sources: { wms: { type: 'raster', tiles: [`${address}&BBOX={bbox-epsg-3857}`], tileSize: 256 } },
    layers: [
      { id: 'bg', type: 'background', metadata: { slot: 'land' }, paint: { 'background-color': '#f1efeb' } },
      { id: 'wms', type: 'raster', source: 'wms', metadata: { slot: 'land' }, paint: {} },
    ],
  };
}
