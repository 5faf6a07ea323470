import type { ExpressionSpecification } from 'maplibre-gl';
import type { SuggestionResult } from '#core/wire/suggestions.ts';
import { candidate, ground } from '../colours.ts';
import type { Drawing, DrawingStyle } from '../compose-style.ts';
import { suggestionFeatures } from './suggestion-features.ts';

/** The style layers whose features can be pressed; their `id` is what is chosen. */
export const suggestionStyleIds = ['suggestion', 'suggestion-view', 'suggestion-not'] as const;

const isSelected = ['==', ['get', 'isSelected'], true] as unknown as ExpressionSpecification;

/** Numbered markers with what a camera there would see, and hollow rings for what was tried and is not suggested. */
const styles: readonly DrawingStyle[] = [
  {
    id: 'suggestion-view',
    type: 'fill',
    metadata: { slot: 'coverage' },
    filter: ['==', ['get', 'kind'], 'view'],
    paint: { 'fill-color': candidate, 'fill-opacity': ['case', isSelected, 0.45, 0.22] },
  },
  // White under the edge, so that it stands out on the darkest density as on pale streets.
  {
    id: 'suggestion-view-casing',
    type: 'line',
    metadata: { slot: 'coverage' },
    filter: ['==', ['get', 'kind'], 'view'],
    paint: { 'line-color': ground.halo, 'line-width': ['case', isSelected, 6, 3.5] },
  },
  {
    id: 'suggestion-view-edge',
    type: 'line',
    metadata: { slot: 'coverage' },
    filter: ['==', ['get', 'kind'], 'view'],
    paint: { 'line-color': candidate, 'line-width': ['case', isSelected, 2.6, 1.2] },
  },
  {
    id: 'suggestion-not',
    type: 'circle',
    metadata: { slot: 'symbols' },
    filter: ['==', ['get', 'kind'], 'not'],
    paint: {
      'circle-radius': ['case', isSelected, 8, 5],
      'circle-color': ground.halo,
      'circle-stroke-color': candidate,
      'circle-stroke-width': ['case', isSelected, 3, 2],
    },
  },
  {
    id: 'suggestion',
    type: 'symbol',
    metadata: { slot: 'symbols' },
    filter: ['==', ['get', 'kind'], 'marker'],
    layout: {
      'icon-image': ['concat', 'candidate:', ['to-string', ['get', 'rank']]],
      'icon-size': ['case', isSelected, 1.25, 1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      // The first lies on top where two stand close.
      'symbol-sort-key': ['case', isSelected, 100, ['-', 0, ['get', 'rank']]],
    },
  },
];

/** A run's answer as a drawing. `selectedId` is a rank, or the id of a place that was tried (`notSuggestedId`). */
export function suggestionDrawing(result: SuggestionResult, selectedId: string | null): Drawing {
  return { data: suggestionFeatures(result, selectedId), styles };
}
