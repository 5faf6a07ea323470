import type { SuggestionResult } from '#core/wire/suggestions.ts';
import { notSuggestedId } from '../../map/layers/suggestion-features.ts';
import { useMap } from '../../map/use-map.tsx';
import { go } from '../../state/use-address.ts';
import { useText, type Text } from '../../text/use-text.ts';
import { Section } from '../../ui/panel.tsx';
import { placeTypeName, reasonSentence } from './words.ts';
import styles from './candidates.module.css';

export type Considered = SuggestionResult['considered'][number];

interface ConsideredListProps {
  readonly considered: readonly Considered[];
  readonly selectedId: string | null;
}

/** Dense places that are not suggested, each with why: what is missing in the list above was looked at. */
export function ConsideredList({ considered, selectedId }: ConsideredListProps) {
  const text = useText();
  const { t, number } = text;
  const map = useMap();
  return (
    <Section title={t.candidates.not.title}>
      <p className={styles['hint']}>{considered.length > 0 ? t.candidates.not.intro : t.candidates.not.none}</p>
      <ul className={styles['considered']}>
        {considered.map((place, order) => {
          const id = notSuggestedId(order);
          const [lon, lat] = place.position;
          return (
            <li key={id} data-open={selectedId === id || undefined}>
              <button
                type="button"
                className={styles['consideredName']}
                aria-pressed={selectedId === id}
                onClick={() => {
                  go({ selection: selectedId === id ? null : { kind: 'suggestion', id } });
                  map?.fit([lon, lat, lon, lat], { maxZoom: 16 });
                }}
              >
                <span className={styles['ring']} aria-hidden="true" />
                {consideredName(text, place)}
              </button>
              <p className={styles['quiet']}>{t.candidates.not.incidents(number(place.incidents))}</p>
              <ul className={styles['reasonsAgainst']}>
                {place.reasons.map((reason) => (
                  <li key={reason.code}>{reasonSentence(text, reason)}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

export function consideredName(text: Text, { name, placeType }: Considered): string {
  const kind = placeTypeName(text, placeType);
  if (name) return kind ? `${name} · ${kind}` : name;
  return kind ?? text.t.candidates.not.square;
}
