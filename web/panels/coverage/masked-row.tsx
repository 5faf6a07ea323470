import type { MaskedSite } from '../../api/shown-cameras.ts';
import { ImageSwatch } from '../../map/swatch.tsx';
import { useMap } from '../../map/use-map.tsx';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import styles from './coverage.module.css';

/** A square that stands for a secret site. */
export function MaskedRow({ cell }: { cell: MaskedSite }) {
  const { t, number } = useText();
  const map = useMap();
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        onClick={() => {
          go({ selection: { kind: 'masked', id: cell.id } });
          map?.fit(cell.bounds, { padding: 120 });
        }}
      >
        <ImageSwatch name="masked-swatch" />
        <span className={styles['words']}>
          <span className={styles['name']}>{t.coverage.maskedSite}</span>
          <span className={styles['detail']}>
            {t.common.masked(cell.provision, t.common.maskedSize(number(cell.cellSize_m)))}
          </span>
        </span>
      </button>
    </li>
  );
}
