/** GET /api/area-sets: sets with their areas in Swedish alphabetical order. */
export interface AreaSet {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly areas: readonly {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    readonly validFrom: string | null;
    readonly validTo: string | null;
  }[];
}

/** GET /api/survey: the indicators and years that are loaded. */
export interface SurveyIndex {
  readonly indicators: readonly {
    readonly code: string;
    readonly nameSv: string;
    readonly nameEn: string;
    readonly measure: 'INDEX_0_6' | 'PERCENT' | 'INDEX';
    readonly group: string;
    readonly cameraRelevant: boolean;
  }[];
  readonly years: readonly number[];
}

/**
 * GET /api/survey/values?indicator=&year=&respondents=all: one value an area, for the choropleth (joined by area id on the client).
 * `status` tells apart a value, too few answers, and missing.
 */
export interface SurveyMap {
  readonly indicator: string;
  readonly year: number;
  readonly respondents: 'all' | 'women' | 'men';
  readonly measure: 'INDEX_0_6' | 'PERCENT' | 'INDEX';
  readonly source: string | null;
  /** The year that `previous` is of, the same for all areas; null when the indicator was not asked before. */
  readonly previousYear?: number | null;
  readonly values: readonly {
    readonly areaId: number;
    readonly value: number | null;
    readonly status: 'published' | 'too_few' | 'missing';
    readonly answers: number | null;
    readonly previous: number | null;
  }[];
}

/** A count, or why there is none: suppressed below the smallest count (5). */
export type Count = number | 'suppressed';

/** Held back by the source itself (".."), or left out by it: neither is zero. */
export type GivenCount = Count | 'withheld' | 'missing';

/** What a source of crimes tells of. The three are never added together. */
export type CrimeWhat = 'recorded_crime' | 'own_incidents' | 'guard_interventions';

/** GET /api/areas/:id/summary?year=: everything the area panel and the area report say. */
export interface AreaSummary {
  readonly area: {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    /** The newest of the year or before. */
    readonly population: number | null;
    /** Null: the figure came with the area's outline. */
    readonly populationYear: number | null;
    readonly populationSource: string | null;
    readonly area_km2: number;
    readonly bounds: readonly [number, number, number, number];
  };
  readonly year: number;
  readonly survey: readonly {
    readonly indicator: string;
    readonly nameSv: string;
    readonly nameEn: string;
    readonly measure: 'INDEX_0_6' | 'PERCENT' | 'INDEX';
    readonly group: string;
    readonly series: readonly {
      readonly year: number;
      readonly respondents: 'all' | 'women' | 'men';
      readonly value: number | null;
      readonly status: 'published' | 'too_few' | 'missing';
      readonly answers: number | null;
      readonly responseRate: number | null;
    }[];
    readonly comparison: readonly {
      readonly unit: string;
      readonly year: number;
      readonly value: number | null;
    }[];
  }[];
  readonly crime: readonly {
    readonly source: string;
    readonly what: CrimeWhat;
    readonly grain: 'point' | 'square' | 'area';
    /** Of the counts here: later than the source's own where `countsFrom` says so. */
    readonly periodFrom: string | null;
    readonly periodTo: string | null;
    /** The border was loaded after older points had been deleted: there are no counts from before this day. Null: all are there. */
    readonly countsFrom: string | null;
    readonly shareWithCoordinates: number | null;
    readonly refusedForDensity: string | null;
    /** Per category and calendar year, suppressed below 5. Counts that the source gives by area stand under its own words. */
    readonly counts: readonly {
      readonly category: string;
      readonly nameSv: string;
      readonly nameEn: string;
      readonly byYear: readonly { readonly year: number; readonly count: GivenCount }[];
    }[];
  }[];
  /** Open cameras by organisation. Masked sites are not counted per area. */
  readonly cameras: {
    readonly open: readonly {
      readonly organisationId: string;
      readonly nameSv: string;
      readonly nameEn: string;
      /** In operation. */
      readonly count: number;
      readonly planned?: number;
      readonly off?: number;
    }[];
    /** What those in operation see of the area's ground, counted once. */
    readonly coverage_m2: number;
    readonly coverageShare: number;
  };
  readonly places: readonly {
    readonly placeType: string;
    readonly nameSv: string;
    readonly nameEn: string;
    readonly count: number;
  }[];
  readonly interventions: readonly {
    readonly kind: string;
    readonly name: string;
    readonly validFrom: string | null;
    readonly validTo: string | null;
  }[];
  readonly survey_source: string | null;
}
