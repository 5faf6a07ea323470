import { useEffect } from 'react';
import type { Place } from '../../state/url.ts';

/** Prints what is on the screen. */
export function PrintView({ onEnd }: { place: Place; onEnd: () => void }) {
  useEffect(() => {
    print();
    onEnd();
  }, [onEnd]);
  return null;
}
