import { useCallback, useEffect, useState } from 'react';
import { useMap, useMapEvent } from '../../map/use-map.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './bottom-edge.module.css';

const widest_px = 96;

/** The longest round length that fits. */
export function ScaleBar() {
  const { t, length } = useText();
  const map = useMap();
  const [perPixel, setPerPixel] = useState<number | null>(null);
  const onMove = useCallback(() => setPerPixel(map?.metresPerPixel() ?? null), [map]);
  useMapEvent('move', onMove);
  useEffect(onMove, [onMove]);
  if (perPixel === null) return null;
  const length_m = roundLength_m(perPixel * widest_px);
  return (
    <span className={styles['scale']} aria-label={t.map.scale(length(length_m))}>
      <span className={styles['bar']} style={{ width: length_m / perPixel }} />
      <span className="figures">
        {length_m >= 1000 ? length(length_m).replace(/[,.]0+(?=\D)/, '') : length(length_m)}
      </span>
    </span>
  );
}

/** 1, 2 or 5 times a power of ten, not above `limit_m`. */
export function roundLength_m(limit_m: number): number {
  const power = 10 ** Math.floor(Math.log10(limit_m));
  const times = limit_m / power;
  return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
}
