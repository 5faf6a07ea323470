import { useCallback, useState } from 'react';
import type { MapEvents } from '../../map/handle.ts';
import type { Picked } from '../../map/pick.ts';
import { useMapEvent } from '../../map/use-map.tsx';
import type { Place, Selection } from '../../state/url.ts';
import { go, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { WhatIsHere } from './what-is-here.tsx';
import styles from './identify.module.css';

/** What each place's own panel opens; everything else is told on the map. */
const opens: Record<Place, readonly Selection['kind'][]> = {
  coverage: ['site', 'camera'],
  candidates: ['suggestion'],
  'camera-points': ['planned-mount'],
  areas: ['area'],
  data: [],
};

/** A press on the map selects what is there, signs before surfaces, and tells what the panel beside does not. */
export function Identify({ place }: { place: Place }) {
  const { t } = useText();
  const { selection } = useAddress();
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [seeing, setSeeing] = useState(0);
  const onPress = useCallback<MapEvents['press']>(
    (press) => {
      const here = distinct(press.picked);
      setPicked(here);
      setSeeing(seeingOf(press.picked));
      const own = here.find((one) => opens[place].includes(selectionOf(one)?.kind as never)) ?? here[0];
      go({ selection: (own && selectionOf(own)) ?? null });
    },
    [place],
  );
  useMapEvent('press', onPress);

  // What was pressed is told for as long as one of it is the selection; a masked square also when a list chose it.
  const isCurrent = picked.some((one) => isSame(selectionOf(one), selection));
  const told = isCurrent
    ? picked.filter((one) => !opens[place].includes(selectionOf(one)?.kind as never) || picked.length > 1)
    : [];
  if (told.length === 0 && selection?.kind !== 'masked') return null;
  return (
    <section className={styles['card']} aria-label={t.map.here}>
      <header className={styles['head']}>
        <h2>{t.map.here}</h2>
        <IconButton icon="close" label={t.common.close} onClick={() => setPicked([])} />
      </header>
      <WhatIsHere
        picked={told}
        seeing={isCurrent ? seeing : 0}
        selection={selection}
        onChoose={(one) => {
          const chosen = selectionOf(one);
          if (chosen) go({ selection: chosen });
        }}
      />
    </section>
  );
}

/** One thing once, however many style layers draw it: a camera and what it sees are one. */
function distinct(picked: readonly Picked[]): readonly Picked[] {
  const seen = new Set<string>();
  return picked.filter((one) => {
    const chosen = selectionOf(one);
    const key = chosen && `${chosen.kind} ${chosen.id}`;
    if (!key || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How many cameras in operation see the spot. */
function seeingOf(picked: readonly Picked[]): number {
  return new Set(
    picked
      .filter(({ style, properties }) => /^(overlay-)?coverage/.test(style) && properties['status'] === 'in_operation')
      .map(({ id }) => id),
  ).size;
}

/** What a thing on the map is to the rest of the program; null for what cannot be chosen. */
export function selectionOf({ style, id, properties }: Picked): Selection | null {
  if (properties['shownAs'] === 'cell') return { kind: 'masked', id };
  if (style === 'overlay-site') return { kind: 'site', id };
  if (/^(overlay-)?(camera|coverage)/.test(style)) return { kind: 'camera', id };
  if (style === 'planned-mounts' || style === 'overlay-mount') return { kind: 'planned-mount', id };
  if (style.startsWith('survey') || style.startsWith('areas')) return { kind: 'area', id };
  if (style.startsWith('places')) return { kind: 'place', id };
  return null;
}

function isSame(a: Selection | null, b: Selection | null): boolean {
  return a !== null && b !== null && a.kind === b.kind && a.id === b.id;
}
