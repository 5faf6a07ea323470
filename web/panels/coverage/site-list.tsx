import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { swedishSortKey } from '#core/swedish/sort-key.ts';
import type { Site } from '#core/wire/sites.ts';
import { queries } from '../../api/queries.ts';
import { ImageSwatch } from '../../map/swatch.tsx';
import { cameraImage } from '../../map/images/names.ts';
import { useMap } from '../../map/use-map.tsx';
import { go, setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented, TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { VisibleNote } from '../shared/visible-note.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { boundsOfSite } from './bounds-of-site.ts';
import { MaskedRow } from './masked-row.tsx';
import styles from './coverage.module.css';

const firstRows = 100;

/** Every site and every masked square: the same as on the map, in alphabetical order. */
export function SiteList({ sites, onPlace }: { sites: readonly Site[]; onPlace: () => void }) {
  const { t, number } = useText();
  const { session, uncleared } = useWorkspace();
  const { filter } = useAddress();
  const [words, setWords] = useState('');
  const [rows, setRows] = useState(firstRows);
  const masked = useQuery(queries.shownCameras());
  const overlay = useQuery(queries.overlay({ uncleared }));
  const isOwn = filter['whose'] === 'own';

  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    return sites
      .filter((site) => (!isOwn || site.own) && site.name.toLowerCase().includes(wanted))
      .map((site) => ({ site, key: swedishSortKey(site.name) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ site }) => site);
  }, [sites, words, isOwn]);
  const replaced = new Set((overlay.data?.features ?? []).map(({ properties }) => properties.replaces));
  const cells = isOwn || words.trim() ? [] : (masked.data?.masked ?? []).filter(({ id }) => !replaced.has(id));
  const cameras = sites.flatMap((site) => site.cameras);
  const count = (status: string) => number(cameras.filter((camera) => camera.status === status).length);
  const why =
    uncleared && session.clearances.length > 0
      ? t.coverage.notWhileUncleared
      : session.may.createSite
        ? null
        : t.coverage.mayNotCreate;

  return (
    <Panel
      title={t.shell.places.coverage}
      actions={
        <Button icon="plus" kind="primary" disabledReason={why} onClick={onPlace}>
          {t.coverage.newSite}
        </Button>
      }
    >
      <div className={styles['filters']}>
        <div>
          <p>{t.coverage.sums(count('in_operation'), count('planned'))}</p>
          <VisibleNote />
        </div>
        <TextField
          label={t.coverage.filter}
          hideLabel
          type="search"
          placeholder={t.coverage.filter}
          value={words}
          onChange={setWords}
        />
        {session.may.createSite && (
          <Segmented
            label={t.coverage.whose}
            hideLabel
            value={isOwn ? 'own' : 'all'}
            onChange={(value) => setFilter('whose', value === 'own' ? 'own' : null)}
            options={[
              { value: 'all', label: t.coverage.whoseAll },
              { value: 'own', label: t.coverage.whoseOwn },
            ]}
          />
        )}
      </div>
      {shown.length === 0 && cells.length === 0 ? (
        <Nothing isFiltered={words.trim() !== ''} isOwn={isOwn} mayCreate={session.may.createSite} />
      ) : (
        <ul aria-label={t.coverage.list}>
          {shown.slice(0, rows).map((site) => (
            <SiteRow key={site.id} site={site} />
          ))}
          {cells.slice(0, rows).map((cell) => (
            <MaskedRow key={cell.id} cell={cell} />
          ))}
        </ul>
      )}
      {Math.max(shown.length, cells.length) > rows && (
        <div className={styles['more']}>
          <Button kind="quiet" onClick={() => setRows(rows + 200)}>
            {t.coverage.more(number(Math.min(200, Math.max(shown.length, cells.length) - rows)))}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function SiteRow({ site }: { site: Site }) {
  const { t, number } = useText();
  const map = useMap();
  const first = site.cameras[0];
  const status = site.cameras.some((camera) => camera.status === 'in_operation')
    ? 'in_operation'
    : (first?.status ?? 'planned');
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        onClick={() => {
          go({ selection: { kind: 'site', id: site.id } });
          const bounds = boundsOfSite(site);
          if (bounds) map?.fit(bounds, { padding: 120 });
        }}
      >
        <ImageSwatch
          name={cameraImage(
            first?.kind ?? 'fixed',
            status,
            first?.bearing_deg === null ? 'unknown' : 'around',
            site.secret ? 'secret' : 'open',
          )}
        />
        <span className={styles['words']}>
          <span className={styles['name']}>{site.name}</span>
          <span className={styles['detail']}>
            {[
              t.coverage.stages[site.stage],
              site.cameras.length > 0 ? t.coverage.cameras(number(site.cameras.length)) : t.coverage.noCameras,
              site.own && t.coverage.ownSite,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {site.secret && <span className={styles['secret']}>{t.coverage.secretSite}</span>}
      </button>
    </li>
  );
}

function Nothing({ isFiltered, isOwn, mayCreate }: { isFiltered: boolean; isOwn: boolean; mayCreate: boolean }) {
  const { t } = useText();
  if (isFiltered) return <EmptyState title={t.coverage.emptyFilter} />;
  if (isOwn) return <EmptyState title={t.coverage.emptyOwn} />;
  return <EmptyState title={t.coverage.empty}>{mayCreate ? t.coverage.emptyOwn : t.coverage.emptyImport}</EmptyState>;
}
