import { useText } from '../../text/use-text.ts';
import { consideredName, type Considered } from './considered-list.tsx';
import { nearestOf } from './nearest.ts';
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
