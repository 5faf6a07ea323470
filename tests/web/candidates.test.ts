import { expect, test } from 'vitest';
import type { Suggestion, SuggestionResult } from '#core/wire/suggestions.ts';
import { notSuggestedId, suggestionFeatures } from '../../web/map/layers/suggestion-features.ts';
import { boundsOfResult } from '../../web/panels/candidates/bounds.ts';
import { nearestOf } from '../../web/panels/candidates/nearest.ts';
import { directionIndex, siteNameOf, suggestionName } from '../../web/panels/candidates/words.ts';
import { sv } from '../../web/text/sv.ts';
import type { Text } from '../../web/text/use-text.ts';

const text = { t: sv, name: ({ nameSv }: { nameSv: string }) => nameSv } as unknown as Text;

const suggestion: Suggestion = {
  rank: 2,
  position: [15.36, 59.9],
  mount: 'mast',
  bearing_deg: 45,
  angle_deg: 90,
  range_m: 50,
  view: {
    type: 'Polygon',
    coordinates: [
      [
        [15.36, 59.9],
        [15.37, 59.9],
        [15.36, 59.91],
        [15.36, 59.9],
      ],
    ],
  },
  gain: 3.2,
  incidents: 29,
  byCategory: [],
  byHourClass: [],
  hours80: null,
  placeType: 'PARKING_LOT',
  placeName: null,
  areaName: 'Hamnen',
  areaIndex: null,
  evidence: { code: 'EFFECT_NONE', params: {} },
  reasonsFor: [],
  reasonsAgainst: [],
};
const result: SuggestionResult = {
  outcome: 'suggested',
  refusal: null,
  period: null,
  sources: [],
  suggestions: [suggestion],
  considered: [
    {
      name: 'Stortorget',
      placeType: null,
      position: [15.4, 59.95],
      incidents: 90,
      reasons: [
        { code: 'NO_PUBLISHED_EFFECT', params: { count: 88, of: 90 } },
        { code: 'BELOW_MINIMUM', params: { count: 2, minimum: 12 } },
      ],
    },
    {
      name: 'Ekhagens centrum',
      placeType: null,
      position: [15.3, 59.8],
      incidents: 49,
      reasons: [{ code: 'NO_VIEW_REACHES_MINIMUM', params: { count: 24, minimum: 12 } }],
    },
  ],
};

test('a bearing is said as the nearest of eight directions', () => {
  expect([0, 22, 23, 45, 180, 337, 338, 360, -45].map(directionIndex)).toEqual([0, 0, 1, 1, 4, 7, 0, 0, 7]);
});

test('a site has a name of its own, else its kind, and is kept under one that tells it apart', () => {
  expect(suggestionName(text, suggestion)).toBe('Parkeringsplats');
  expect(siteNameOf(text, suggestion)).toBe('Parkeringsplats, Hamnen, plats 2');
  expect(siteNameOf(text, { ...suggestion, placeName: 'Kajparkeringen' })).toBe('Kajparkeringen');
  expect(suggestionName(text, { ...suggestion, placeType: null })).toBe('Plats i Hamnen');
  expect(suggestionName(text, { ...suggestion, placeType: null, areaName: null })).toBe('Plats 2');
});

test('nearest to the minimum is the place with most crimes that count, not the one with most crimes', () => {
  expect(nearestOf(result.considered)?.place.name).toBe('Ekhagens centrum');
  expect(nearestOf([])).toBeNull();
});

test('the answer is drawn as views, numbered markers and rings, the chosen one marked', () => {
  const drawn = suggestionFeatures(result, notSuggestedId(1)).features.map(({ properties }) => [
    properties?.['kind'],
    properties?.['id'],
    properties?.['isSelected'],
  ]);
  expect(drawn).toEqual([
    ['not', 'not-1', false],
    ['not', 'not-2', true],
    ['view', '2', false],
    ['marker', '2', false],
  ]);
  expect(suggestionFeatures(result, '2').features.filter(({ properties }) => properties?.['isSelected'])).toHaveLength(
    2,
  );
});

test('nothing on the map or in its data tells the gain, which only orders', () => {
  expect(JSON.stringify(suggestionFeatures(result, null))).not.toMatch(/gain|3\.2/);
});

test('the map is taken to the suggestions, or to what came nearest', () => {
  expect(boundsOfResult(result)).toEqual([15.36, 59.9, 15.37, 59.91]);
  expect(boundsOfResult({ ...result, suggestions: [] })).toEqual([15.3, 59.8, 15.4, 59.95]);
  expect(boundsOfResult({ ...result, suggestions: [], considered: [] })).toBeNull();
});
