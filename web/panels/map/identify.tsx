import { useCallback } from 'react';
import type { MapEvents, Picked } from '../../map/handle.ts';
import { useMapEvent } from '../../map/use-map.tsx';
import type { Selection } from '../../state/url.ts';
import { go } from '../../state/use-address.ts';

/** A press on the map selects what is there: signs before surfaces. */
export function Identify() {
  const onPress = useCallback<MapEvents['press']>(({ picked }) => {
    const [first] = picked.flatMap((one) => selectionOf(one) ?? []);
    go({ selection: first ?? null });
  }, []);
  useMapEvent('press', onPress);
  return null;
}

function selectionOf({ style, id, properties }: Picked): Selection | null {
  if (properties['shownAs'] === 'cell') return { kind: 'masked', id };
  if (style === 'cameras' || style === 'overlay-camera') return { kind: 'camera', id };
  if (style === 'overlay-site') return { kind: 'site', id };
  if (style === 'coverage' || style === 'overlay-coverage') return { kind: 'camera', id };
  if (style === 'planned-mounts' || style === 'overlay-mount') return { kind: 'planned-mount', id };
  if (style.startsWith('survey') || style.startsWith('areas')) return { kind: 'area', id };
  if (style.startsWith('places')) return { kind: 'place', id };
  return null;
}
