import { useCallback, useReducer } from 'react';

interface Steps<Value> {
  readonly past: readonly Value[];
  readonly now: Value;
  readonly future: readonly Value[];
  /** While something is dragged: shown, but not a step yet. */
  readonly passing: Value | null;
}
type Action<Value> =
  | { readonly kind: 'set'; readonly value: Value }
  | { readonly kind: 'pass'; readonly value: Value | null }
  | { readonly kind: 'reset'; readonly value: Value }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

export interface History<Value> {
  readonly value: Value;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** A step that can be undone. */
  readonly set: (value: Value) => void;
  /** A look at a value on the way to a step: null goes back to the last one. */
  readonly pass: (value: Value | null) => void;
  /** Begins anew: nothing before this can be undone. */
  readonly reset: (value: Value) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** A value with its undo and redo. */
export function useHistory<Value>(first: Value): History<Value> {
  const [steps, act] = useReducer(step<Value>, { past: [], now: first, future: [], passing: null });
  return {
    value: steps.passing ?? steps.now,
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    set: useCallback((value: Value) => act({ kind: 'set', value }), []),
    pass: useCallback((value: Value | null) => act({ kind: 'pass', value }), []),
    reset: useCallback((value: Value) => act({ kind: 'reset', value }), []),
    undo: useCallback(() => act({ kind: 'undo' }), []),
    redo: useCallback(() => act({ kind: 'redo' }), []),
  };
}

/** More steps back than this nobody remembers. */
const longest = 100;

export function step<Value>(steps: Steps<Value>, action: Action<Value>): Steps<Value> {
  const { past, now, future } = steps;
  switch (action.kind) {
    case 'set':
      return Object.is(action.value, now)
        ? { ...steps, passing: null }
        : { past: [...past.slice(1 - longest), now], now: action.value, future: [], passing: null };
    case 'pass':
      return { ...steps, passing: action.value };
    case 'reset':
      return { past: [], now: action.value, future: [], passing: null };
    case 'undo': {
      const before = past.at(-1);
      return before === undefined
        ? steps
        : { past: past.slice(0, -1), now: before, future: [now, ...future], passing: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after === undefined ? steps : { past: [...past, now], now: after, future: rest, passing: null };
    }
  }
}
