import { useCallback, useMemo, type ReactNode } from 'react';
import type { SuggestionResult, SuggestionRun } from '#core/wire/suggestions.ts';
import type { Tool } from '../../map/handle.ts';
import { suggestionDrawing, suggestionStyleIds } from '../../map/layers/suggestions.ts';
import { useDrawing, useMap, useTool } from '../../map/use-map.tsx';
import { go, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/panel.tsx';
import { change as toPlace } from '../shell/rail.tsx';
import { boundsOfView } from './bounds.ts';
import { ConsideredList } from './considered-list.tsx';
import { NearestPlace } from './nearest-place.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { basisOf, reasonSentence } from './words.ts';
import styles from './candidates.module.css';

interface ResultViewProps {
  readonly run: SuggestionRun;
  readonly result: SuggestionResult;
  /** The button that changes the question. */
  readonly change: ReactNode;
}

/** The answer: sites with their reasons, none, or why the data cannot carry one. */
export function ResultView({ run, result, change }: ResultViewProps) {
  const { selection } = useAddress();
  const selectedId = selection?.kind === 'suggestion' ? selection.id : null;
  useDrawing(
    'suggestions',
    useMemo(() => suggestionDrawing(result, selectedId), [result, selectedId]),
  );
  useTool(presses);
  if (result.outcome === 'refused') return <Refused result={result} change={change} />;
  return (
    <>
      {result.suggestions.length > 0 ? (
        <Suggested run={run} result={result} selectedId={selectedId} change={change} />
      ) : (
        <NoneReached run={run} result={result} change={change} />
      )}
      {(result.considered.length > 0 || result.outcome === 'suggested') && (
        <ConsideredList considered={result.considered} selectedId={selectedId} />
      )}
    </>
  );
}

/** A press on a marker or on what it would see chooses it. */
const presses: Tool = {
  onPress: ({ picked }) => {
    const hit = suggestionStyleIds.flatMap((style) => picked.find((one) => one.style === style) ?? [])[0];
    if (hit) go({ selection: { kind: 'suggestion', id: hit.id } });
    return hit !== undefined;
  },
};

function Suggested({ run, result, selectedId, change }: ResultViewProps & { readonly selectedId: string | null }) {
  const text = useText();
  const { t, number } = text;
  const words = t.candidates.result;
  const map = useMap();
  const asked = run.request.count ?? 5;
  const onSelect = useCallback(
    (rank: number | null) => {
      go({ selection: rank === null ? null : { kind: 'suggestion', id: String(rank) } });
      const chosen = result.suggestions.find((one) => one.rank === rank);
      if (chosen) map?.fit(boundsOfView(chosen), { maxZoom: 17 });
    },
    [map, result],
  );
  return (
    <>
      <Section title={words.title(result.suggestions.length)} aside={change}>
        {result.suggestions.length < asked && <p>{words.fewer(number(asked))}</p>}
        <Notice title={words.basis}>
          <p>{t.common.visibleCameras}</p>
          <p>{words.newark}</p>
        </Notice>
        <details className={styles['how']}>
          <summary>{words.how}</summary>
          <p>{words.order}</p>
          <p>{words.newarkMore}</p>
          <p>{basisOf(text, result)}</p>
          <p>{t.candidates.card.suppressedNote}</p>
        </details>
      </Section>
      <ol className={styles['cards']} aria-label={words.title(result.suggestions.length)}>
        {result.suggestions.map((suggestion) => (
          <SuggestionCard
            key={suggestion.rank}
            runId={run.id}
            suggestion={suggestion}
            isOpen={selectedId === String(suggestion.rank)}
            onSelect={onSelect}
          />
        ))}
      </ol>
    </>
  );
}

function NoneReached({ run, result, change }: ResultViewProps) {
  const text = useText();
  const { t, number } = text;
  const words = t.candidates.none;
  return (
    <>
      <Section title={words.title}>
        <p>{words.text(number(run.request.minimumIncidents ?? 12))}</p>
        <div>{change}</div>
        <p className={styles['hint']}>{t.common.visibleCameras}</p>
        <p className={styles['hint']}>{basisOf(text, result)}</p>
      </Section>
      <Section title={words.nearest}>
        <NearestPlace considered={result.considered} />
      </Section>
    </>
  );
}

function Refused({ result, change }: Pick<ResultViewProps, 'result' | 'change'>) {
  const text = useText();
  const { t } = text;
  const { refusal } = result;
  const why = refusal?.params['why'];
  const stacking: Readonly<Record<string, string>> = t.reasons.stacking;
  return (
    <Section title={t.candidates.refused.title}>
      {refusal && <p>{reasonSentence(text, refusal)}</p>}
      {typeof why === 'string' && stacking[why] && <p>{stacking[why]}</p>}
      <p>{t.candidates.refused.what}</p>
      <div className={styles['actions']}>
        <Button kind="primary" onClick={() => go({ ...toPlace('data'), filter: { tab: 'import' } })}>
          {t.candidates.refused.toData}
        </Button>
        {change}
      </div>
    </Section>
  );
}
