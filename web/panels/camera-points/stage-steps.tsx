import { formatDate } from '#core/format/date.ts';
import type { PlannedMount } from '#core/wire/mounts.ts';
import { sentence } from '../../text/reason-values.ts';
import { useText } from '../../text/use-text.ts';
import { steps, stepsReached } from './stages.ts';
import styles from './camera-points.module.css';

/** The seven steps under each other, the reached ones filled. */
export function StageSteps({ mount }: { mount: PlannedMount }) {
  const { t } = useText();
  const reached = stepsReached(mount.stage);
  if (reached === 0) {
    return (
      <p>{`${t.cameraPoints.offTrack(t.cameraPoints.stages[mount.stage])} ${sentence(
        t.cameraPoints.stageSince(t.cameraPoints.stages[mount.stage], formatDate(mount.stageSince)),
      )}.`}</p>
    );
  }
  return (
    <ol className={styles['steps']}>
      {steps.map((step, order) => (
        <li
          key={step}
          aria-current={order === reached - 1 ? 'step' : undefined}
          className={styles[order < reached ? 'done' : order === reached && mount.waitingFor ? 'waiting' : 'left']}
        >
          <span>{sentence(t.cameraPoints.stages[step])}</span>
          {order === reached - 1 && <span className={styles['stepDate']}>{formatDate(mount.stageSince)}</span>}
        </li>
      ))}
    </ol>
  );
}
