import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { SurveyMap } from '#core/wire/areas.ts';

/** Layers a person can turn on and off, by the name that stands in the address. */
export const layerIds = [
  'survey',
  'areas',
  'crime-density',
  'crime-squares',
  'zones',
  'coverage',
  'interventions',
  'places',
  'masts',
  'planned-mounts',
  'cameras',
] as const;
export type LayerId = (typeof layerIds)[number];

/** Where in the pile a style layer lies, lowest first; the background lies between and below. */
export const slots = [
  'land',
  'areas',
  'density',
  'streets',
  'buildings',
  'coverage',
  'masked',
  'labels',
  'symbols',
  'editing',
] as const;
export type Slot = (typeof slots)[number];

/** A style layer with its place in the pile. */
export type Drawn = LayerSpecification & { readonly metadata: { readonly slot: Slot } };

/** What the layers are drawn from, besides their own data. */
export interface LayerContext {
  /**
   * The source of a collection's tiles. A name or a sign for a whole surface is drawn from shallow tiles (`deepest`): a tile
   * far out holds the surface whole, and its name stands once and not once a tile.
   */
  readonly tiles: (
    collection: string,
    options?: { readonly query?: Readonly<Record<string, string>>; readonly deepest?: number },
  ) => SourceSpecification;
  readonly survey: SurveyMap | null;
  /** The filter of the crime density, as the server names it. */
  readonly density: Readonly<Record<string, string>>;
  /** And that of the counts by square. */
  readonly squares: Readonly<Record<string, string>>;
  /** Masked things that this viewer sees exactly: their cells are not drawn. */
  readonly replaced: readonly string[];
  readonly selected: { readonly kind: string; readonly id: string } | null;
  /** Cameras being edited: drawn from the draft instead. */
  readonly hidden: readonly string[];
}

/** A sign and what it means; the sentence stands in web/text under `legend`. */
export interface LegendItem {
  readonly label: string;
  readonly swatch: Swatch;
}
export type Swatch =
  | { readonly kind: 'fill'; readonly colour: string; readonly opacity?: number; readonly edge?: string }
  | { readonly kind: 'dot'; readonly colour: string }
  | { readonly kind: 'image'; readonly name: string }
  /** Several signs that one sentence tells apart, in its order. */
  | { readonly kind: 'images'; readonly names: readonly string[] }
  | { readonly kind: 'line'; readonly colour: string; readonly dashed?: boolean }
  /** Adjacent classes in order, with the ends of the first and the last. */
  | {
      readonly kind: 'ramp';
      readonly colours: readonly string[];
      readonly opacity?: number;
      readonly ends?: readonly number[];
      /** The end that is a threshold of its own. */
      readonly threshold?: number;
    };

/** A layer is data: where it comes from, how it is drawn, what its signs mean. */
export interface MapLayer {
  readonly id: LayerId;
  readonly group: 'cameras' | 'need' | 'ground';
  readonly sources: (context: LayerContext) => Readonly<Record<string, SourceSpecification>>;
  readonly styles: (context: LayerContext) => readonly Drawn[];
  readonly legend: readonly LegendItem[];
}
