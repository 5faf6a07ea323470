/**
 * GET /api/overlay: what this viewer sees beyond the shared form of the layers, exact, as GeoJSON in WGS84.
 * Always asked of the database, `no-store`, and audited when it holds anything secret. `?uncleared=1` gives an empty one.
 * `properties.kind` tells the four apart.
 */
export interface OverlayProperties {
  readonly kind: 'site' | 'camera' | 'coverage' | 'planned-mount';
  readonly id: string;
  readonly siteId: string | null;
  readonly name: string;
  /** Under a secrecy marking; false for one's own organisation's unopened sites. */
  readonly secret: boolean;
  readonly status?: string;
  readonly cameraKind?: string;
  readonly bearing_deg?: number | null;
  readonly stage?: string;
  readonly priority?: number | null;
  /** The id of the masked cell that this replaces on the map (a site's or a planned mount's). */
  readonly replaces: string | null;
}

/** GET /api/search?q=: at most 10 hits, best first. */
export interface SearchHit {
  readonly kind: 'place' | 'street' | 'area' | 'site' | 'planned-mount';
  readonly id: string;
  readonly name: string;
  readonly detail: string | null;
  readonly bounds: readonly [number, number, number, number];
}

/** GET /api/sources: what is loaded, from where, how old. */
export interface SourceInfo {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly attribution: string | null;
  readonly licence: string | null;
  readonly loadedAt: string | null;
  /** Who published it on the page; null: the command line, or made here. */
  readonly loadedBy: string | null;
  readonly rowsRead: number | null;
  readonly rowsPublished: number | null;
  readonly rowsRefused: number | null;
  readonly crime: {
    readonly what: string;
    readonly grain: string;
    readonly timeGrain: string;
    readonly periodFrom: string | null;
    readonly periodTo: string | null;
    /** Points from before this day have been deleted, their time being up; null while all of the period is there. */
    readonly pointsFrom: string | null;
    readonly shareWithCoordinates: number | null;
    readonly refusedForDensity: string | null;
  } | null;
}

/** GET /api/tokens, POST { name, days }, DELETE /api/tokens/:id. The secret is given once, at creation. */
export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly token?: string;
}

/** GET /api/audit (reviewer): newest first. */
export interface AuditEvent {
  readonly id: string;
  readonly at: string;
  readonly accountName: string | null;
  readonly action: string;
  readonly subjectId: string | null;
}

/** RFC 9457. `errors` names field and value where the input was wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** A stable word for the interface's own sentence: 'not-found', 'conflict', 'invalid', 'signed-out', … */
  readonly code: string;
  readonly errors?: readonly {
    readonly field: string;
    readonly value?: unknown;
    readonly message: string;
  }[];
  readonly current?: unknown;
}
