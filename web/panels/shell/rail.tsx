import type { MouseEvent } from 'react';
import { go, useAddress } from '../../state/use-address.ts';
import { places, writeAddress, type Place } from '../../state/url.ts';
import { useText } from '../../text/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import styles from './rail.module.css';

const icons: Record<Place, IconName> = {
  coverage: 'coverage',
  candidates: 'candidates',
  'camera-points': 'mounts',
  areas: 'areas',
  data: 'data',
};

/** What changes with the place: its own layers, filters and selection; the view and the year come along. */
export function change(place: Place) {
  return { place, layers: null, filter: {}, selection: null } as const;
}

export function Rail({ place }: { place: Place }) {
  const { t } = useText();
  const address = useAddress();
  function onClick(event: MouseEvent<HTMLAnchorElement>, to: Place): void {
    // With a modifier key it is a link like any other.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(change(to));
  }
  return (
    <nav className={styles['rail']} aria-label={t.shell.navigation}>
      {places.map((to) => (
        <a
          key={to}
          href={writeAddress({ ...address, ...change(to) })}
          className={classNames(styles['place'], to === place && styles['here'])}
          aria-current={to === place ? 'page' : undefined}
          aria-label={nameOf(t.shell.places[to], t.shell.placesShort[to])}
          title={t.shell.places[to]}
          onClick={(event) => onClick(event, to)}
        >
          <Icon name={icons[to]} size={24} />
          <span>{t.shell.placesShort[to]}</span>
        </a>
      ))}
    </nav>
  );
}

/** Whoever speaks to the page says what she reads: the short word is in the name as a word of its own. */
function nameOf(place: string, short: string): string {
  return place.toLowerCase().split(' ').includes(short.toLowerCase()) ? place : `${short}: ${place}`;
}
