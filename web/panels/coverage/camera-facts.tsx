import type { Camera, NewCamera } from '#core/wire/sites.ts';
import { useText } from '../../text/use-text.ts';
import { Facts } from '../../ui/panel.tsx';
import { VisibleNote } from '../shared/visible-note.tsx';
import { cameraWords } from './camera-words.ts';
import styles from './coverage.module.css';

/** The camera's card: what it is and what it sees. */
export function CameraFacts({ camera }: { camera: NewCamera & Partial<Pick<Camera, 'coverage_m2'>> }) {
  const text = useText();
  const { t, quantity } = text;
  const words = cameraWords(camera, text);
  return (
    <>
      {camera.coverage_m2 !== undefined && (
        <p>
          {camera.coverage_m2 === null
            ? t.coverage.seenUnknown
            : t.coverage.seenArea(quantity(camera.coverage_m2, t.common.units.squareMetre))}
        </p>
      )}
      <div className={styles['facts']}>
        <Facts items={words.slice(1, -1)} />
      </div>
      <VisibleNote />
    </>
  );
}
