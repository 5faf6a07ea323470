import type { PlannedMount } from '#core/wire/mounts.ts';
import { useText } from '../../text/use-text.ts';
import { MountRow } from './mount-row.tsx';
import { waitingGroups } from './stages.ts';
import styles from './camera-points.module.css';

/** What is owed, by whom, the longest waiting first. */
export function WaitingList({ mounts }: { mounts: readonly PlannedMount[] }) {
  const { t, number, name } = useText();
  const groups = waitingGroups(mounts);
  if (groups.length === 0) return <p className={styles['none']}>{t.cameraPoints.waitingNone}</p>;
  return groups.map(({ organisationId, mounts: own }) => {
    const whom = own[0]?.waitingOn;
    const title = t.cameraPoints.waitingGroup(whom ? name(whom) : t.cameraPoints.waitingUnknown, number(own.length));
    return (
      <div key={organisationId ?? 'none'}>
        <h2 className={styles['groupTitle']}>{title}</h2>
        <ul className={styles['list']} aria-label={title}>
          {own.map((mount) => (
            <MountRow key={mount.id} mount={mount} hidesWhom />
          ))}
        </ul>
      </div>
    );
  });
}
