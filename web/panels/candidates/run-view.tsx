import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SuggestionRequest, SuggestionRun } from '#core/wire/suggestions.ts';
import { ApiError } from '../../api/client.ts';
import { commands } from '../../api/commands.ts';
import { queries } from '../../api/queries.ts';
import { useMap } from '../../map/use-map.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/empty-state.tsx';
import { Panel, Section } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { boundsOfResult } from './bounds.ts';
import { openRun } from './open-run.ts';
import { ResultView } from './result-view.tsx';
import { criteria, requestName } from './words.ts';
import styles from './candidates.module.css';

interface RunViewProps {
  readonly id: string;
  /** Back to the form with what was asked here. */
  readonly onAgain: (request: SuggestionRequest) => void;
}

/** One search, whatever has become of it. */
export function RunView({ id, onAgain }: RunViewProps) {
  const text = useText();
  const { t } = text;
  const run = useQuery(queries.suggestionRun(id));
  const sets = useQuery(queries.areaSets());
  useFitWhenDone(run.data);
  const isGone = run.error instanceof ApiError && (run.error.code === 'not-found' || run.error.code === 'invalid');
  return (
    <Panel
      title={run.data ? requestName(text, run.data.request, sets.data ?? []) : t.shell.places.candidates}
      kicker={run.data ? criteria(text, run.data.request) : undefined}
      back={{ label: t.candidates.back, onClick: () => openRun(null) }}
    >
      {isGone && (
        <EmptyState
          title={t.candidates.gone.title}
          action={<Button onClick={() => openRun(null)}>{t.candidates.back}</Button>}
        >
          {t.candidates.gone.text}
        </EmptyState>
      )}
      {run.error && !isGone && (
        <Section>
          <ProblemNotice error={run.error} onRetry={() => void run.refetch()} />
        </Section>
      )}
      {run.isPending && !run.error && <Loading label={t.common.loading} />}
      {run.data && <State run={run.data} onAgain={onAgain} />}
    </Panel>
  );
}

function State({ run, onAgain }: { run: SuggestionRun; onAgain: RunViewProps['onAgain'] }) {
  const { t } = useText();
  if (run.state === 'waiting' || run.state === 'running') return <Running run={run} />;
  const change = <Button onClick={() => onAgain(run.request)}>{t.candidates.change}</Button>;
  if (run.state === 'done' && run.result) {
    return <ResultView run={run} result={run.result} change={change} />;
  }
  const words = run.state === 'cancelled' ? t.candidates.cancelled : t.candidates.failed;
  return (
    <EmptyState title={words.title} action={change}>
      {words.text}
    </EmptyState>
  );
}

function Running({ run }: { run: SuggestionRun }) {
  const { t, number } = useText();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => commands.cancelSuggestionRun(run.id),
    onSettled: () => client.invalidateQueries({ queryKey: ['suggestion-runs'] }),
  });
  const { done, total } = run.progress;
  return (
    <Section title={t.candidates.progress.title}>
      <Progress
        label={total > 0 ? t.candidates.progress.tried(number(done), number(total)) : t.candidates.progress.gathering}
        done={done}
        total={total > 0 ? total : null}
      />
      {cancel.error && <ProblemNotice error={cancel.error} />}
      <div>
        <Button onClick={() => cancel.mutate()} busy={cancel.isPending && t.candidates.progress.cancelling}>
          {t.candidates.progress.cancel}
        </Button>
      </div>
      <p className={styles['hint']}>{t.candidates.progress.leave}</p>
    </Section>
  );
}

/** Shows the whole answer on the map when it comes while somebody is waiting for it; never moves the map of a link. */
function useFitWhenDone(run: SuggestionRun | undefined): void {
  const map = useMap();
  const wasGoing = useRef(false);
  useEffect(() => {
    if (!run) return;
    const isGoing = run.state === 'waiting' || run.state === 'running';
    const box = run.result && boundsOfResult(run.result);
    if (wasGoing.current && !isGoing && box) map?.fit(box);
    wasGoing.current = isGoing;
  }, [map, run]);
}
