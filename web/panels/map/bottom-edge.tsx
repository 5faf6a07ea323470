import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { queries } from '../../api/queries.ts';
import type { LonLat, MapEvents } from '../../map/handle.ts';
import { useMapEvent } from '../../map/use-map.tsx';
import { useText } from '../../text/use-text.ts';
import { ScaleBar } from './scale-bar.tsx';
import { toSweref } from './sweref.ts';
import styles from './bottom-edge.module.css';

/** How far, where and from whom. */
export function BottomEdge() {
  const { t, number } = useText();
  const [at, setAt] = useState<readonly [number, number] | null>(null);
  const onPointer = useCallback<MapEvents['pointer']>((lonLat: LonLat | null) => {
    if (lonLat) void toSweref(lonLat).then(setAt);
    else setAt(null);
  }, []);
  useMapEvent('pointer', onPointer);
  const sources = useQuery(queries.sources());
  const attributions = [
    ...new Set((sources.data ?? []).flatMap(({ attribution }) => (attribution ? [attribution] : []))),
  ];
  return (
    <div className={styles['edge']}>
      <ScaleBar />
      <span className={`${styles['coordinates']} figures`} title={t.map.coordinatesTitle}>
        {at && t.map.coordinates(number(at[1]), number(at[0]))}
      </span>
      <span className={styles['sources']} title={attributions.join(' · ')}>
        {attributions.length > 0 && `${t.map.sources}: ${attributions.join(' · ')}`}
      </span>
    </div>
  );
}
