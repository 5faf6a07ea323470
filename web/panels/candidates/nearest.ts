import type { Reason, SuggestionResult } from '#core/wire/suggestions.ts';

type Considered = SuggestionResult['considered'][number];

/** The place with the highest count that the minimum is held against, and the reason that says it. */
export function nearestOf(considered: readonly Considered[]): { place: Considered; reason: Reason } | null {
  const [first] = considered
    .flatMap((place) =>
      place.reasons
        .filter(({ code }) => code === 'NO_VIEW_REACHES_MINIMUM' || code === 'BELOW_MINIMUM')
        .map((reason) => ({ place, reason, count: Number(reason.params['count'] ?? 0) })),
    )
    .toSorted((a, b) => b.count - a.count);
  return first ?? null;
}
