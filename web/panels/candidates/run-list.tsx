import { useQuery } from '@tanstack/react-query';
import type { SuggestionRun } from '#core/wire/suggestions.ts';
import { formatDate } from '#core/format/date.ts';
import { queries } from '../../api/queries.ts';
import { useText, type Text } from '../../text/use-text.ts';
import { Loading } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { openRun } from './open-run.ts';
import { criteria, requestName } from './words.ts';
import styles from './candidates.module.css';

/** The account's own searches, newest first: one left running is found here. */
export function RunList() {
  const text = useText();
  const { t } = text;
  const runs = useQuery(queries.suggestionRuns());
  const sets = useQuery(queries.areaSets());
  return (
    <Section title={t.candidates.runs.title}>
      {runs.error && <ProblemNotice error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.isPending && <Loading label={t.common.loading} lines={3} />}
      {runs.data?.length === 0 && <p className={styles['hint']}>{t.candidates.runs.none}</p>}
      <ul className={styles['runs']}>
        {runs.data?.map((run) => {
          const name = requestName(text, run.request, sets.data ?? []);
          return (
            <li key={run.id}>
              <button
                type="button"
                className={styles['run']}
                aria-label={t.candidates.runs.open(`${name}, ${outcomeWords(text, run)}`)}
                onClick={() => openRun(run.id)}
              >
                <span className={styles['runName']}>
                  {name}
                  <span className={styles['runOutcome']}>{outcomeWords(text, run)}</span>
                </span>
                <span
                  className={styles['quiet']}
                >{`${formatDate(run.createdAt)} · ${criteria(text, run.request)}`}</span>
                <Icon name="right" size={16} />
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function outcomeWords({ t }: Text, { state, result }: SuggestionRun): string {
  if (state !== 'done' || !result) return t.candidates.runs.states[state];
  if (result.outcome === 'refused') return t.candidates.runs.refused;
  return result.suggestions.length === 0
    ? t.candidates.runs.foundNone
    : t.candidates.runs.found(result.suggestions.length);
}
