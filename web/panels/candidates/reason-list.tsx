import type { Reason } from '#core/wire/suggestions.ts';
import { useText } from '../../text/use-text.ts';
import { reasonSentence } from './words.ts';
import styles from './candidates.module.css';

/** What speaks for a site, or against it, a sentence each. */
export function ReasonList({ kind, reasons }: { kind: 'for' | 'against'; reasons: readonly Reason[] }) {
  const text = useText();
  return (
    <div>
      <h3 className={styles[kind === 'for' ? 'forSign' : 'againstSign']}>{text.t.candidates.card[kind]}</h3>
      <ul className={styles[kind === 'for' ? 'reasonsFor' : 'reasonsAgainst']}>
        {reasons.map((reason, order) => (
          <li key={`${reason.code}-${order}`}>{reasonSentence(text, reason)}</li>
        ))}
        {reasons.length === 0 && kind === 'against' && <li>{text.t.candidates.card.againstNone}</li>}
      </ul>
    </div>
  );
}
