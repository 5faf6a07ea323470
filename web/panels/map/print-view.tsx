import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatDate } from '#core/format/date.ts';
import { queries } from '../../api/queries.ts';
import { useMap } from '../../map/use-map.tsx';
import type { Place } from '../../state/url.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Loading } from '../../ui/empty-state.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { Legend } from './legend.tsx';
import { PrintScale } from './scale-bar.tsx';
import styles from './print-view.module.css';

/** The map as a sheet of paper: the picture, its signs, a scale, the sources and the date, and secrecy where there is any. */
export function PrintView({ place, onEnd }: { place: Place; onEnd: () => void }) {
  const { t } = useText();
  const { instance, uncleared } = useWorkspace();
  const map = useMap();
  const [title, setTitle] = useState<string>(t.shell.places[place]);
  const [picture, setPicture] = useState<{
    readonly url: string;
    readonly width_px: number;
    readonly perPixel_m: number;
  } | null>(null);
  const sources = useQuery(queries.sources());
  const overlay = useQuery(queries.overlay({ uncleared }));
  const isSecret = overlay.data?.features.some(({ properties }) => properties.secret) ?? false;
  const attributions = [
    ...new Set((sources.data ?? []).flatMap(({ attribution }) => (attribution ? [attribution] : []))),
  ];

  useEffect(() => {
    let isGone = false;
    void map?.picture(2).then((taken) => !isGone && setPicture(taken));
    return () => {
      isGone = true;
    };
  }, [map]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onEnd();
    }
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [onEnd]);

  return createPortal(
    <div className={styles['view']} role="dialog" aria-label={t.map.print}>
      <div className={styles['bar']}>
        <div className={styles['title']}>
          <TextField label={t.map.printTitle} value={title} onChange={setTitle} />
        </div>
        <Button kind="primary" icon="print" disabledReason={picture ? null : t.common.loading} onClick={() => print()}>
          {t.map.printNow}
        </Button>
        <Button onClick={onEnd}>{t.common.close}</Button>
      </div>
      <article className={styles['sheet']}>
        <header className={styles['head']}>
          <h1>{title}</h1>
          <p>
            {instance.name}, {formatDate(instance.today)}
          </p>
        </header>
        {isSecret && (
          <p className={styles['secret']}>
            <strong>{t.shell.secrecyBand}</strong>
          </p>
        )}
        {picture ? (
          <div className={styles['map']}>
            <img src={picture.url} alt={title} />
            <PrintScale metresAcross={picture.perPixel_m * picture.width_px} />
          </div>
        ) : (
          <Loading label={t.common.loading} />
        )}
        <div className={styles['legend']}>
          <Legend place={place} />
        </div>
        <footer className={styles['foot']}>
          <p>{t.common.visibleCameras}</p>
          <p>{attributions.length > 0 && `${t.map.sources}: ${attributions.join(' · ')}`}</p>
          {instance.example && <p>{t.shell.example(instance.name)}</p>}
        </footer>
      </article>
    </div>,
    document.body,
  );
}
