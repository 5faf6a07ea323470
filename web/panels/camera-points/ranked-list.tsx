import type { PlannedMount } from '#core/wire/mounts.ts';
import { useText } from '../../text/use-text.ts';
import { MountRow } from './mount-row.tsx';
import styles from './camera-points.module.css';

/** Ranked first, in order; the rest by their code. */
export function RankedList({ mounts }: { mounts: readonly PlannedMount[] }) {
  const { t } = useText();
  const ranked = mounts.filter(({ priority }) => priority !== null);
  const rest = mounts.filter(({ priority }) => priority === null);
  return (
    <>
      {ranked.length > 0 && (
        <ol className={styles['list']} aria-label={t.cameraPoints.ranked}>
          {ranked.map((mount) => (
            <MountRow key={mount.id} mount={mount} />
          ))}
        </ol>
      )}
      {rest.length > 0 && (
        <>
          <h2 className={styles['groupTitle']}>{t.cameraPoints.unranked}</h2>
          <ul className={styles['list']} aria-label={t.cameraPoints.unranked}>
            {rest.map((mount) => (
              <MountRow key={mount.id} mount={mount} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
