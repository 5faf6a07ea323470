/** WGS84 longitude and latitude, degrees, as in GeoJSON. */
export type LonLat = readonly [lon: number, lat: number];

export type SiteStage = 'idea' | 'in_dialogue' | 'weighed' | 'decided' | 'installed' | 'in_operation' | 'ended';

/**
 * GET /api/sites (array), POST /api/sites, GET|PATCH|DELETE /api/sites/:id: sites this viewer sees exactly.
 * PATCH takes { rowVersion, name?, purpose?, placeType?, stage?, position? }; POST /api/sites/:id/open|close take { rowVersion }.
 */
export interface Site {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly purpose: string;
  readonly placeType: string | null;
  readonly stage: SiteStage;
  /** Seen by others than its own organisation. */
  readonly opened: boolean;
  /** Under a secrecy marking: shown exactly only because of a clearance. */
  readonly secret: boolean;
  /** Belongs to the asking planner's organisation: may be edited. */
  readonly own: boolean;
  readonly rowVersion: number;
  readonly position: LonLat | null;
  readonly cameras: readonly Camera[];
}

export interface NewSite {
  readonly name: string;
  readonly purpose?: string;
  readonly placeType?: string | null;
  readonly position: LonLat;
}

/**
 * POST /api/sites/:id/cameras with NewCamera; PATCH /api/cameras/:id with NewCamera & { rowVersion }; DELETE /api/cameras/:id.
 * A later write than the one seen answers 409 with the stored camera in the problem's `current`.
 */
export interface Camera extends NewCamera {
  readonly id: string;
  readonly siteId: string;
  readonly rowVersion: number;
  /** What it sees on the ground, m²; null when the bearing is unknown. */
  readonly coverage_m2: number | null;
}

export interface NewCamera {
  readonly name: string;
  readonly kind: 'fixed' | 'dome' | 'ptz';
  readonly status: 'planned' | 'in_operation' | 'off';
  /** Degrees clockwise from north; null = unknown. */
  readonly bearing_deg: number | null;
  readonly angle_deg: number;
  readonly range_m: number;
  readonly height_m: number | null;
  readonly position: LonLat;
}
