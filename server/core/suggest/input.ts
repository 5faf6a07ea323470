import type { PlaceTypeCode } from '../evidence/place-types.ts';
import type { PolygonRings, Position } from '../position.ts';
import type { IncidentCategory } from '../wire/layers.ts';
import type { DemandCell } from './demand-cells.ts';

/** Everything a suggestion is made from: plain data that the asking viewer may see, positions in EPSG:3006. */
export type SuggestInput = {
  /** What happened within the 24 months that are looked at, from one kind of source (never recorded crime and own incidents together). */
  readonly demand: readonly DemandCell[];
  readonly mounts: readonly Mount[];
  readonly camera: CameraModel;
  readonly buildings: readonly PolygonRings[];
  /** What cameras that the viewer may see cover already. Secret cameras are not in it, whatever they see. */
  readonly covered: readonly PolygonRings[];
  readonly places: readonly Place[];
  readonly interventions: readonly Intervention[];
  /** The share of the source's incidents that have usable coordinates; null when nobody knows. */
  readonly shareWithCoordinates: number | null;
  readonly limits: SuggestLimits;
};

export type SuggestLimits = {
  /** At most so many sites. The answer may be fewer, or none. */
  readonly count: number;
  /** Camera-relevant, not yet covered incidents out of doors that one camera's view must hold. */
  readonly minimumIncidents: number;
  /** How far apart suggested sites must be; 0 lets two cameras share a mount. */
  readonly minimumSeparation_m: number;
  /** Sites are looked for within this; null for everywhere there is a mount. */
  readonly area: PolygonRings | null;
};

/** 12 incidents in 24 months: one every other month. Our own figure, shown with every answer. */
export const DEFAULT_LIMITS: SuggestLimits = {
  count: 5,
  minimumIncidents: 12,
  minimumSeparation_m: 60,
  area: null,
};

/** The kind of camera to place. */
export type CameraModel = { readonly angle_deg: number; readonly range_m: number };

/** Where a camera could hang. Null: nobody knows. */
export type Mount = {
  readonly id: string;
  readonly position: Position;
  readonly kind: 'mast' | 'facade' | 'grid';
  readonly hasPower: boolean | null;
  readonly hasFibre: boolean | null;
};

/** A place with its outline, or with a position alone. */
export type Place = {
  readonly id: string;
  readonly placeType: PlaceTypeCode;
  readonly name: string | null;
  readonly position: Position;
  readonly outline: PolygonRings | null;
};

/** Another measure against crime: lighting, guards, social work. */
export type Intervention = {
  readonly kind: string;
  readonly name: string;
  readonly position: Position;
  readonly outline: PolygonRings | null;
};

export type CategoryCount = { readonly category: IncidentCategory; readonly count: number };
