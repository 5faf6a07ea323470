import type { Reason } from '#core/wire/suggestions.ts';
import { useText } from '../../text/use-text.ts';
import { consideredName, type Considered } from './considered-list.tsx';
import { reasonSentence } from './words.ts';

/** Where nothing reached the minimum: the place that had the most crimes that count. */
export function NearestPlace({ considered }: { considered: readonly Considered[] }) {
  const text = useText();
  const nearest = nearestOf(considered);
  if (!nearest) return <p>{text.t.candidates.none.nothingNear}</p>;
  return (
    <div>
      <h3>{consideredName(text, nearest.place)}</h3>
      <p>{reasonSentence(text, nearest.reason)}</p>
    </div>
  );
}

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
