import { useSyncExternalStore } from 'react';

/** Ids of things that a panel draws itself for now, as a camera that is being turned: the layers leave them out. */
let hidden: readonly string[] = [];
const listeners = new Set<() => void>();

export function hideOnMap(ids: readonly string[]): void {
  hidden = ids;
  for (const listener of listeners) listener();
}

export function useHiddenOnMap(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => hidden,
  );
}
