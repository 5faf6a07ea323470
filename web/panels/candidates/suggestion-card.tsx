import { useEffect, useId, useRef } from 'react';
import type { Suggestion } from '#core/wire/suggestions.ts';
import { useText } from '../../text/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeepSuggestion } from './keep-suggestion.tsx';
import { ReasonList } from './reason-list.tsx';
import { SuggestionFigures } from './suggestion-figures.tsx';
import { placeTypeName, reasonSentence, suggestionName } from './words.ts';
import styles from './candidates.module.css';

interface SuggestionCardProps {
  readonly runId: string;
  readonly suggestion: Suggestion;
  readonly isOpen: boolean;
  readonly onSelect: (rank: number | null) => void;
}

/** One site to consider. Closed it shows how much there is and the first that speaks against it; open, everything. */
export function SuggestionCard({ runId, suggestion, isOpen, onSelect }: SuggestionCardProps) {
  const text = useText();
  const { t, number } = text;
  const words = t.candidates.card;
  const id = useId();
  const card = useRef<HTMLLIElement>(null);
  const name = suggestionName(text, suggestion);
  const kind = suggestion.placeName ? placeTypeName(text, suggestion.placeType) : null;
  const against = suggestion.reasonsAgainst;
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={card} className={styles['card']} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles['cardHead']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => onSelect(isOpen ? null : suggestion.rank)}
      >
        <span className={styles['rank']}>{suggestion.rank}</span>
        <span className={styles['cardName']}>
          <span className={styles['cardTitle']}>{name}</span>
          <span className={styles['quiet']}>{[kind, suggestion.areaName].filter(Boolean).join(' · ')}</span>
        </span>
        <span className={styles['cardCount']}>{words.incidents(number(suggestion.incidents))}</span>
        <Icon name={isOpen ? 'up' : 'down'} size={16} />
      </button>
      <div id={id} className={styles['cardBody']}>
        {isOpen ? (
          <>
            <ReasonList kind="for" reasons={suggestion.reasonsFor} />
            <ReasonList kind="against" reasons={against} />
            <SuggestionFigures suggestion={suggestion} />
            <KeepSuggestion runId={runId} suggestion={suggestion} />
          </>
        ) : (
          <p className={styles['firstAgainst']}>
            <span className={styles['againstSign']}>{words.against}</span>
            {against[0] ? reasonSentence(text, against[0]) : words.againstNone}
            {against.length > 1 && (
              <span className={styles['quiet']}>{` ${words.more(number(against.length - 1))}`}</span>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
