import { useEffect, useState } from 'react';
import { forgetDraft, keepDraft, keptDraft } from '../../state/drafts.ts';
import { useHistory, type History } from '../../state/use-history.ts';

export interface DraftState<Value> {
  readonly history: History<Value>;
  readonly isDirty: boolean;
  /** A draft from before that was not saved: to go on with or to drop. */
  readonly found: Value | null;
  readonly useFound: () => void;
  readonly dropFound: () => void;
  /** Begins anew from what is stored now. */
  readonly settle: (stored: Value) => void;
}

/**
 * What is being changed, with undo, beside what is stored. The draft outlives the panel, and the page too unless it is
 * secret. Give the component a `key` of the same id.
 */
export function useDraft<Value>(
  id: string,
  stored: Value,
  { secret }: { readonly secret: boolean },
): DraftState<Value> {
  const history = useHistory(stored);
  const [base, setBase] = useState(stored);
  const [found, setFound] = useState<Value | null>(() => {
    const kept = keptDraft<Value>(id);
    return kept && !isSame(kept, stored) ? kept : null;
  });
  const isDirty = !isSame(history.value, base);
  const { value, set, reset } = history;
  useEffect(() => {
    // A draft that was found stays kept until somebody has said what is to be done with it.
    if (isDirty) keepDraft(id, value, { secret });
    else if (!found) forgetDraft(id);
  }, [id, value, isDirty, secret, found]);
  return {
    history,
    isDirty,
    found,
    useFound: () => {
      if (found) set(found);
      setFound(null);
    },
    dropFound: () => {
      forgetDraft(id);
      setFound(null);
    },
    settle: (now) => {
      forgetDraft(id);
      setFound(null);
      setBase(now);
      reset(now);
    },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
