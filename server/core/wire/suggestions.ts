import type { LonLat } from './sites.ts';

/** POST /api/suggestion-runs: answers 202 with a SuggestionRun; the run belongs to its maker. */
export interface SuggestionRequest {
  /** Within one area, or a box [west, south, east, north] in WGS84. One of the two. */
  readonly areaId?: number;
  readonly bbox?: readonly [number, number, number, number];
  /** At most so many sites, 1-20. Default 5. */
  readonly count?: number;
  /** Documented, camera-relevant crimes in view within 24 months that a site must reach. Default 12. */
  readonly minimumIncidents?: number;
  readonly range_m?: number;
  readonly angle_deg?: number;
  /** Leave out drug offences, which follow where the police look. */
  readonly withoutDrugs?: boolean;
}

/** GET /api/suggestion-runs/:id; DELETE cancels; GET /api/suggestion-runs lists the maker's own, newest first. */
export interface SuggestionRun {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly progress: { readonly done: number; readonly total: number };
  readonly request: SuggestionRequest;
  readonly createdAt: string;
  readonly result: SuggestionResult | null;
}

/** Reasons are codes with values; the sentences stand in web/text and the report's texts. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

export interface SuggestionResult {
  /** 'none' when nothing reached the minimum, 'refused' when the crime data cannot carry places (then `refusal`). */
  readonly outcome: 'suggested' | 'none' | 'refused';
  readonly refusal: Reason | null;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly sources: readonly {
    readonly name: string;
    readonly shareWithCoordinates: number | null;
  }[];
  readonly suggestions: readonly Suggestion[];
  /** Dense places that were weighed and are not suggested, and why. */
  readonly considered: readonly {
    readonly name: string | null;
    readonly placeType: string | null;
    readonly position: LonLat;
    readonly incidents: number;
    readonly reasons: readonly Reason[];
  }[];
}

export interface Suggestion {
  readonly rank: number;
  readonly position: LonLat;
  readonly mount: 'mast' | 'facade' | 'grid';
  readonly bearing_deg: number;
  readonly angle_deg: number;
  readonly range_m: number;
  /** GeoJSON polygon, WGS84: what a camera there would see. */
  readonly view: { readonly type: 'Polygon'; readonly coordinates: readonly (readonly LonLat[])[] };
  /** Expected share of documented need, weighted by published effect; only for ordering. */
  readonly gain: number;
  readonly incidents: number;
  readonly byCategory: readonly { readonly category: string; readonly count: number }[];
  /** Four fixed classes: night 00-06, day 06-12, afternoon 12-18, evening 18-24. */
  readonly byHourClass: readonly {
    readonly hourClass: 'night' | 'morning' | 'afternoon' | 'evening' | 'unknown';
    readonly count: number;
  }[];
  /** The shortest run of hours that holds 80 %, or null where hours are not known. */
  readonly hours80: { readonly from: number; readonly to: number } | null;
  readonly placeType: string | null;
  readonly placeName: string | null;
  readonly areaName: string | null;
  readonly areaIndex: { readonly value: number; readonly year: number } | null;
  readonly evidence: Reason;
  readonly reasonsFor: readonly Reason[];
  readonly reasonsAgainst: readonly Reason[];
  /** Set once it has been kept as an own site (POST /api/suggestion-runs/:id/suggestions/:rank/keep answers the Site). */
  readonly keptAsSiteId?: string | null;
}
