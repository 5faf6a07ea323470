import type { Camera } from '#core/wire/sites.ts';
import { cameraImage } from '../../map/images/names.ts';
import { ImageSwatch } from '../../map/swatch.tsx';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import styles from './coverage.module.css';

/** A camera in its site's list. */
export function CameraRow({ camera, secret }: { camera: Camera; secret: boolean }) {
  const { t, quantity } = useText();
  const { kind, status, bearing_deg, angle_deg } = camera;
  const bearing = bearing_deg !== null ? 'known' : angle_deg >= 360 ? 'around' : 'unknown';
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        onClick={() => go({ selection: { kind: 'camera', id: camera.id } })}
      >
        <ImageSwatch name={cameraImage(kind, status, bearing, secret ? 'secret' : 'open')} />
        <span className={styles['words']}>
          <span className={styles['name']}>{camera.name}</span>
          <span className={styles['detail']}>
            {[
              t.coverage.kinds[kind],
              t.coverage.statuses[status],
              camera.coverage_m2 !== null &&
                `${t.coverage.fields.seen.toLowerCase()} ${quantity(camera.coverage_m2, t.common.units.squareMetre)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </button>
    </li>
  );
}
