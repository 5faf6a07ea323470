import { formatPeriod } from '#core/format/date.ts';
import { crimeType } from '#core/evidence/crime-types.ts';
import { PLACE_TYPES } from '#core/evidence/place-types.ts';
import { incidentCategories } from '#core/wire/layers.ts';
import type { Reason, Suggestion, SuggestionResult, SuggestionRun } from '#core/wire/suggestions.ts';
import type { AreaSet } from '#core/wire/areas.ts';
import type { Text } from '../../text/use-text.ts';

/** The sentence of a reason in the reader's language. */
export function reasonSentence({ t }: Pick<Text, 't'>, { code, params }: Reason): string {
  const sentences: Readonly<Record<string, ((values: Reason['params']) => string) | undefined>> = t.reasons.sentences;
  return sentences[code]?.(params) ?? t.reasons.unknown;
}

/** What a suggested site is called: its own name, else its kind, else where it lies. */
export function suggestionName(text: Text, { placeName, placeType, areaName, rank }: Suggestion): string {
  if (placeName) return placeName;
  const kind = placeTypeName(text, placeType);
  if (kind) return kind;
  return areaName ? text.t.candidates.card.placeIn(areaName) : text.t.candidates.card.placeNumber(String(rank));
}

/** The name it is kept under: with its area and number where it has no name of its own. */
export function siteNameOf(text: Text, suggestion: Suggestion): string {
  if (suggestion.placeName) return suggestion.placeName;
  const kind = placeTypeName(text, suggestion.placeType);
  const where = [kind, suggestion.areaName].filter(Boolean).join(', ');
  return where ? text.t.candidates.card.siteName(where, String(suggestion.rank)) : suggestionName(text, suggestion);
}

export function placeTypeName({ name }: Pick<Text, 'name'>, code: string | null): string | null {
  const type = PLACE_TYPES.find((each) => each.code === code);
  return type ? name(type) : null;
}

export function categoryName({ name }: Pick<Text, 'name'>, category: string): string {
  const code = incidentCategories.find((each) => each === category);
  return code ? name(crimeType(code)) : category;
}

/** The nearest of eight directions, 0 = north, clockwise. */
export function directionIndex(bearing_deg: number): number {
  return Math.round((((bearing_deg % 360) + 360) % 360) / 45) % 8;
}

/** What was searched, in a few words: where, how many, how many crimes. */
export function requestName(text: Text, request: SuggestionRun['request'], sets: readonly AreaSet[]): string {
  const area = sets.flatMap((set) => set.areas).find(({ id }) => id === request.areaId);
  return area?.name ?? text.t.candidates.form.mapView;
}

export function criteria({ t, number }: Text, request: SuggestionRun['request']): string {
  const words = t.candidates.criteria(number(request.count ?? 5), number(request.minimumIncidents ?? 12));
  return request.withoutDrugs ? `${words}, ${t.candidates.criteriaWithoutDrugs}` : words;
}

/** What the answer is reckoned from: period, sources, and how much of them has coordinates. */
export function basisOf({ t, percent }: Text, { period, sources }: SuggestionResult): string {
  const parts = [
    ...(period ? [t.candidates.result.period(formatPeriod(period.from, period.to))] : []),
    ...sources.map(({ name, shareWithCoordinates }) =>
      shareWithCoordinates === null
        ? name
        : `${name}: ${t.candidates.result.coordinates(percent(shareWithCoordinates))}`,
    ),
  ];
  return parts.map((part) => `${part}.`).join(' ');
}
