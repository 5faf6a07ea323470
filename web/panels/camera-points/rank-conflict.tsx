import type { PlannedMount } from '#core/wire/mounts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Rank } from './rank-form.tsx';
import styles from './camera-points.module.css';

interface RankConflictProps {
  readonly mine: Rank;
  readonly stored: PlannedMount;
  readonly onUseMine: () => void;
  readonly onKeepStored: () => void;
}

/** What I wrote and what somebody else saved meanwhile, side by side. */
export function RankConflict({ mine, stored, onUseMine, onKeepStored }: RankConflictProps) {
  const { t } = useText();
  const words = t.cameraPoints.conflict;
  const versions = [
    [words.yours, mine.priority, mine.reason],
    [words.stored, stored.priority, stored.priorityReason],
  ] as const;
  return (
    <Notice
      kind="warning"
      title={words.title}
      action={
        <>
          <Button onClick={onUseMine}>{words.useYours}</Button>
          <Button onClick={onKeepStored}>{words.keepStored}</Button>
        </>
      }
    >
      <p>{words.text}</p>
      <div className={styles['versions']}>
        {versions.map(([title, priority, reason]) => (
          <div key={title}>
            <h3>{title}</h3>
            <p>{priority === null ? words.noRank : t.cameraPoints.priority(String(priority))}</p>
            {reason && <p>{reason}</p>}
          </div>
        ))}
      </div>
    </Notice>
  );
}
