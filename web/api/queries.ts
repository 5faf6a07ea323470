import { queryOptions } from '@tanstack/react-query';
import type { FeatureCollection, Geometry, Polygon } from 'geojson';
import type { AreaSet, AreaSummary, SurveyIndex, SurveyMap } from '#core/wire/areas.ts';
import type { Instance, Session } from '#core/wire/instance.ts';
import type { MaskedMount, PlannedMount } from '#core/wire/mounts.ts';
import type { AccessToken, AuditEvent, OverlayProperties, SearchHit, SourceInfo } from '#core/wire/overlay.ts';
import type { Site } from '#core/wire/sites.ts';
import type { SuggestionRun } from '#core/wire/suggestions.ts';
import { ApiError, ask } from './client.ts';
import { askShownCameras } from './shown-cameras.ts';

/**
 * Every question to the server as a value: `useQuery(queries.sites({ uncleared }))`. Keys begin with the noun, so that
 * `queryClient.invalidateQueries({ queryKey: ['sites'] })` reaches all of a noun.
 */
export const queries = {
  instance: () =>
    queryOptions({
      queryKey: ['instance'],
      queryFn: ({ signal }) => ask<Instance>('/api/instance', { signal }),
      staleTime: 600_000,
    }),

  /** Null: nobody is signed in. */
  session: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: async ({ signal }): Promise<Session | null> => {
        try {
          return await ask<Session>('/api/session', { signal });
        } catch (error) {
          if (error instanceof ApiError && error.code === 'signed-out') return null;
          throw error;
        }
      },
      staleTime: 300_000,
    }),

  sites: ({ uncleared = false }: Uncleared = {}) =>
    queryOptions({
      queryKey: ['sites', { uncleared }],
      queryFn: ({ signal }) => ask<readonly Site[]>(uncleared ? '/api/sites?uncleared=1' : '/api/sites', { signal }),
    }),

  /** Cameras in the shown form, the same for everybody signed in: open ones, and the cells that stand for secret sites. */
  shownCameras: () =>
    queryOptions({
      queryKey: ['cameras', 'shown'],
      queryFn: ({ signal }) => askShownCameras(signal),
      staleTime: 60_000,
    }),

  /**
   * Never kept when nobody looks, and asked of the server, which remembers each reading, only when something may have changed:
   * a log where every press is a reading tells nothing.
   */
  overlay: ({ uncleared = false }: Uncleared = {}) =>
    queryOptions({
      queryKey: ['overlay', { uncleared }],
      queryFn: ({ signal }) =>
        ask<FeatureCollection<Geometry, OverlayProperties>>('/api/overlay', { signal, query: { uncleared } }),
      gcTime: 0,
      staleTime: 300_000,
    }),

  plannedMounts: ({ uncleared = false }: Uncleared = {}) =>
    queryOptions({
      queryKey: ['planned-mounts', { uncleared }],
      queryFn: ({ signal }) =>
        ask<{ readonly exact: readonly PlannedMount[]; readonly masked: readonly MaskedMount[] }>(
          '/api/planned-mounts',
          {
            signal,
            query: { uncleared },
          },
        ),
      gcTime: 0,
      staleTime: 300_000,
    }),

  search: ({ words, locale }: { readonly words: string; readonly locale: 'sv' | 'en' }) =>
    queryOptions({
      queryKey: ['search', { words, locale }],
      queryFn: ({ signal }) => ask<readonly SearchHit[]>('/api/search', { signal, query: { q: words, lang: locale } }),
      enabled: words.length > 1,
      placeholderData: (before) => before,
    }),

  areaSets: () =>
    queryOptions({
      queryKey: ['area-sets'],
      queryFn: ({ signal }) => ask<readonly AreaSet[]>('/api/area-sets', { signal }),
      staleTime: 600_000,
    }),

  areaSummary: ({ id, year }: { readonly id: number; readonly year: number | null }) =>
    queryOptions({
      queryKey: ['areas', id, { year }],
      queryFn: ({ signal }) => ask<AreaSummary>(`/api/areas/${id}/summary`, { signal, query: { year } }),
    }),

  survey: () =>
    queryOptions({
      queryKey: ['survey'],
      queryFn: ({ signal }) => ask<SurveyIndex>('/api/survey', { signal }),
      staleTime: 600_000,
    }),

  surveyValues: ({ indicator, year, respondents = 'all' }: SurveyQuestion) =>
    queryOptions({
      queryKey: ['survey', 'values', { indicator, year, respondents }],
      queryFn: ({ signal }) =>
        ask<SurveyMap>('/api/survey/values', { signal, query: { indicator, year, respondents } }),
      enabled: indicator !== null && year !== null,
      placeholderData: (before) => before,
    }),

  sources: () =>
    queryOptions({
      queryKey: ['sources'],
      queryFn: ({ signal }) => ask<readonly SourceInfo[]>('/api/sources', { signal }),
    }),

  suggestionRuns: () =>
    queryOptions({
      queryKey: ['suggestion-runs'],
      queryFn: ({ signal }) => ask<readonly SuggestionRun[]>('/api/suggestion-runs', { signal }),
    }),

  /** Asked again each second for as long as the run goes on. */
  suggestionRun: (id: string | null) =>
    queryOptions({
      queryKey: ['suggestion-runs', id],
      queryFn: ({ signal }) => ask<SuggestionRun>(`/api/suggestion-runs/${id}`, { signal }),
      enabled: id !== null,
      refetchInterval: ({ state }) =>
        state.data?.state === 'waiting' || state.data?.state === 'running' ? 1_000 : false,
    }),

  tokens: () =>
    queryOptions({
      queryKey: ['tokens'],
      queryFn: ({ signal }) => ask<readonly AccessToken[]>('/api/tokens', { signal }),
    }),

  audit: ({ limit = 200 }: { readonly limit?: number } = {}) =>
    queryOptions({
      queryKey: ['audit', { limit }],
      queryFn: ({ signal }) => ask<readonly AuditEvent[]>('/api/audit', { signal, query: { limit } }),
    }),

  /** The versions of the layers: a tile's address carries its layer's, so that a stored tile is never an old one. */
  layers: () =>
    queryOptions({
      queryKey: ['layers'],
      queryFn: ({ signal }) => ask<LayerVersions>('/api/layers', { signal }),
      staleTime: 30_000,
      refetchInterval: 60_000,
    }),

  /** Outlines of buildings in a box of EPSG:3006 (west, south, east, north), in EPSG:3006 with north before east. */
  buildings: (box: readonly [number, number, number, number] | null) =>
    queryOptions({
      queryKey: ['buildings', box],
      queryFn: ({ signal }) => askBuildings(box ?? [0, 0, 0, 0], signal),
      enabled: box !== null,
      staleTime: 600_000,
    }),

  /** What the tiles of a collection say of themselves with these filters: of the density, where its bands begin. */
  tileJson: (collection: string, filters: Readonly<Record<string, string>>) =>
    queryOptions({
      queryKey: ['tilejson', collection, filters],
      queryFn: ({ signal }) =>
        ask<{ readonly levels?: readonly number[]; readonly attribution?: string }>(
          `/ogc/collections/${collection}/tiles/WebMercatorQuad`,
          {
            signal,
            query: filters,
          },
        ),
      staleTime: 60_000,
    }),

  /** The configured background, when it is somebody else's style. Its shape is the map's to judge. */
  basemapStyle: (url: string | null) =>
    queryOptions({
      queryKey: ['basemap', url],
      queryFn: ({ signal }) => ask<object>(url ?? '', { signal }),
      enabled: url !== null,
      staleTime: Infinity,
      retry: 1,
    }),
};

interface SurveyQuestion {
  readonly indicator: string | null;
  readonly year: number | null;
  readonly respondents?: SurveyMap['respondents'];
}

interface Uncleared {
  readonly uncleared?: boolean;
}

export interface LayerVersions {
  readonly layers: Readonly<Record<string, { readonly version: string; readonly features: number }>>;
}

const epsg3006 = 'http://www.opengis.net/def/crs/EPSG/0/3006';

function askBuildings([west, south, east, north]: readonly [number, number, number, number], signal: AbortSignal) {
  return ask<FeatureCollection<Polygon, { readonly height_m: number | null }>>('/ogc/collections/buildings/items', {
    signal,
    accept: 'application/geo+json',
    // EPSG:3006 is defined with north first, and OGC API takes a CRS at its word.
    query: { 'bbox-crs': epsg3006, bbox: [south, west, north, east].join(','), crs: epsg3006, limit: 10_000 },
  });
}
