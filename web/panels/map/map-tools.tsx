import { lazy, Suspense, useState } from 'react';
import { useMap } from '../../map/use-map.tsx';
import type { Place } from '../../state/url.ts';
import { useText } from '../../text/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAddress } from '../../state/use-address.ts';
import { LayerList } from './layer-list.tsx';
import styles from './map-tools.module.css';

const Measure = lazy(async () => ({ default: (await import('./measure.tsx')).Measure }));
const PrintView = lazy(async () => ({ default: (await import('./print-view.tsx')).PrintView }));

interface MapToolsProps {
  readonly place: Place;
  readonly isLegendOpen: boolean;
  readonly onLegend: (open: boolean) => void;
}

export function MapTools({ place, isLegendOpen, onLegend }: MapToolsProps) {
  const { t } = useText();
  const map = useMap();
  const turned_deg = useAddress().view?.turned_deg ?? 0;
  const [isListOpen, setListOpen] = useState(false);
  const [isMeasuring, setMeasuring] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [isLost, setLost] = useState(false);
  return (
    <>
      <div className={styles['tools']} role="toolbar" aria-label={t.map.tools}>
        <div className={styles['group']}>
          <IconButton
            icon="layers"
            label={t.map.layers}
            expanded={isListOpen}
            pressed={isListOpen}
            onClick={() => setListOpen(!isListOpen)}
          />
          <IconButton
            icon="legend"
            label={t.map.legend}
            pressed={isLegendOpen}
            onClick={() => onLegend(!isLegendOpen)}
          />
        </div>
        <div className={styles['group']}>
          <span className={styles['zoom']}>
            <IconButton icon="plus" label={t.map.zoomIn} onClick={() => map?.zoomBy(1)} />
            <IconButton icon="minus" label={t.map.zoomOut} onClick={() => map?.zoomBy(-1)} />
          </span>
          {turned_deg !== 0 && (
            <IconButton icon="north" label={t.map.north} rotate_deg={-turned_deg} onClick={() => map?.northUp()} />
          )}
          <IconButton
            icon="locate"
            label={t.map.locate}
            onClick={() => {
              setLost(false);
              map?.locate(() => setLost(true));
            }}
          />
        </div>
        <div className={styles['group']}>
          <IconButton
            icon="measure"
            label={t.map.measure}
            pressed={isMeasuring}
            onClick={() => setMeasuring(!isMeasuring)}
          />
          <IconButton icon="print" label={t.map.print} onClick={() => setPrinting(true)} />
        </div>
      </div>
      {isListOpen && <LayerList place={place} onClose={() => setListOpen(false)} />}
      {isLost && (
        <div className={styles['notice']}>
          <Notice kind="warning">{t.map.locateFailed}</Notice>
        </div>
      )}
      <Suspense>
        {isMeasuring && <Measure onEnd={() => setMeasuring(false)} />}
        {isPrinting && <PrintView place={place} onEnd={() => setPrinting(false)} />}
      </Suspense>
    </>
  );
}
