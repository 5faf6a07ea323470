import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { SearchHit } from '#core/wire/overlay.ts';
import { queries } from '../../api/queries.ts';
import { foundStyles } from '../../map/layers/editing.ts';
import { useDrawing, useMap, useMapEvent } from '../../map/use-map.tsx';
import { go } from '../../state/use-address.ts';
import type { Selection } from '../../state/url.ts';
import { useText } from '../../text/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './search-box.module.css';

/** A combobox: type, choose with the arrows, Enter goes there. */
export function SearchBox() {
  const { t, locale } = useText();
  const map = useMap();
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const [found, setFound] = useState<SearchHit | null>(null);
  useFoundOnMap(
    found,
    useCallback(() => setFound(null), []),
  );
  const listId = useId();
  const asked = useDeferredValue(words.trim());
  const search = useQuery(queries.search({ words: asked, locale }));
  const hits = asked.length > 1 ? (search.data ?? []) : [];
  const isShown = isOpen && asked.length > 1 && !search.isPending;

  function open(hit: SearchHit): void {
    setOpen(false);
    setWords(hit.name);
    map?.fit(hit.bounds, { padding: 80 });
    setFound(hit);
    go({ selection: selectionOf(hit) });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setMarked((now) => (now + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % Math.max(1, hits.length));
    }
    const hit = hits[marked];
    if (event.key === 'Enter' && hit) open(hit);
    if (event.key === 'Escape') {
      setOpen(false);
      setWords('');
    }
  }
  return (
    <div className={styles['search']}>
      <Icon name="search" size={16} />
      <input
        id="search"
        type="text"
        role="combobox"
        autoComplete="off"
        className={styles['input']}
        aria-label={t.shell.search.label}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-activedescendant={isShown && hits[marked] ? `${listId}-${marked}` : undefined}
        placeholder={t.shell.search.placeholder}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setMarked(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t.shell.search.label} className={styles['hits']} hidden={!isShown}>
        {hits.map((hit, order) => (
          <div
            key={`${hit.kind} ${hit.id}`}
            id={`${listId}-${order}`}
            role="option"
            tabIndex={-1}
            aria-selected={order === marked}
            className={classNames(styles['hit'], order === marked && styles['marked'])}
            // Before the blur that would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              open(hit);
            }}
          >
            <span className={styles['name']}>{hit.name}</span>
            <span className={styles['detail']}>
              {[t.shell.search.kinds[hit.kind], hit.detail].filter(Boolean).join(' · ')}
            </span>
          </div>
        ))}
        {hits.length === 0 && <p className={styles['none']}>{t.shell.search.none(asked)}</p>}
      </div>
      <span className="visually-hidden" role="status">
        {isShown && t.shell.search.hits(hits.length)}
      </span>
    </div>
  );
}

/** A ring around what was found, until somebody presses on the map. */
function useFoundOnMap(found: SearchHit | null, forget: () => void): void {
  useMapEvent('press', forget);
  const drawing = useMemo(() => {
    if (!found) return null;
    const [west, south, east, north] = found.bounds;
    return {
      data: {
        type: 'FeatureCollection' as const,
        features: [
          {
            type: 'Feature' as const,
            geometry: { type: 'Point' as const, coordinates: [(west + east) / 2, (south + north) / 2] },
            properties: {},
          },
        ],
      },
      styles: foundStyles,
    };
  }, [found]);
  useDrawing('found', drawing);
}

/** A street is gone to and not selected: there is nothing to open. */
function selectionOf({ kind, id }: SearchHit): Selection | null {
  return kind === 'street' ? null : { kind, id };
}
