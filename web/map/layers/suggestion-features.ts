import type { FeatureCollection } from 'geojson';
import type { SuggestionResult } from '#core/wire/suggestions.ts';

/** A run's answer as features: `kind` is a view, a numbered marker, or a place that was tried and is not suggested. WGS84. */
export function suggestionFeatures(result: SuggestionResult, selectedId: string | null): FeatureCollection {
  const features: FeatureCollection['features'] = [
    ...result.considered.map(({ position }, order) => ({
      type: 'Feature' as const,
      properties: { kind: 'not', id: notSuggestedId(order), isSelected: selectedId === notSuggestedId(order) },
      geometry: { type: 'Point' as const, coordinates: [...position] },
    })),
    ...result.suggestions.flatMap(({ rank, position, view }) => {
      const shared = { id: String(rank), rank, isSelected: selectedId === String(rank) };
      return [
        {
          type: 'Feature' as const,
          properties: { kind: 'view', ...shared },
          geometry: {
            type: 'Polygon' as const,
            coordinates: view.coordinates.map((ring) => ring.map((at) => [...at])),
          },
        },
        {
          type: 'Feature' as const,
          properties: { kind: 'marker', ...shared },
          geometry: { type: 'Point' as const, coordinates: [...position] },
        },
      ];
    }),
  ];
  return { type: 'FeatureCollection', features };
}

/** What a place that is not suggested is called in the address: it has no number of its own. */
export function notSuggestedId(order: number): string {
  return `not-${order + 1}`;
}
