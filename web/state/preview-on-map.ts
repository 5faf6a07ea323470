import { useSyncExternalStore } from 'react';

/** What a panel shows on the map of a file that is not read in yet: the legend says what the sign means. */
export type Preview = 'points' | 'outlines';

let shown: Preview | null = null;
const listeners = new Set<() => void>();

export function previewOnMap(preview: Preview | null): void {
  shown = preview;
  for (const listener of listeners) listener();
}

export function usePreviewOnMap(): Preview | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
