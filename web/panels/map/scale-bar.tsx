import { useCallback, useEffect, useState } from 'react';
import { useMap, useMapEvent } from '../../map/use-map.tsx';
import { useText } from '../../text/use-text.ts';
import { roundLength_m } from './round-length.ts';
import styles from './bottom-edge.module.css';

const widest_px = 96;

/** The longest round length that fits. */
export function ScaleBar() {
  const map = useMap();
  const [perPixel_m, setPerPixel] = useState<number | null>(null);
  const onMove = useCallback(() => setPerPixel(map?.metresPerPixel() ?? null), [map]);
  useMapEvent('move', onMove);
  useEffect(onMove, [onMove]);
  if (perPixel_m === null) return null;
  const length_m = roundLength_m(perPixel_m * widest_px);
  return <Bar length_m={length_m} width={length_m / perPixel_m} />;
}

/** The same on paper, where what counts is the share of the picture's width. */
export function PrintScale({ metresAcross }: { metresAcross: number }) {
  const length_m = roundLength_m(metresAcross / 6);
  return (
    <div className={styles['onPaper']}>
      <Bar length_m={length_m} width={`${(100 * length_m) / metresAcross}%`} />
    </div>
  );
}

function Bar({ length_m, width }: { length_m: number; width: number | string }) {
  const { t, quantity } = useText();
  const words = length_m >= 1000 ? quantity(length_m / 1000, 'km') : quantity(length_m, 'm');
  return (
    <span className={styles['scale']} role="img" aria-label={t.map.scale(words)}>
      <span className={styles['bar']} style={{ width }} />
      <span className="figures">{words}</span>
    </span>
  );
}
