import type { ReactNode } from 'react';
import styles from './progress.module.css';

interface ProgressProps {
  /** What is being counted, with its figures: "1 240 av 2 000 platser". */
  readonly label: string;
  readonly done: number;
  /** Not known yet: null. */
  readonly total: number | null;
  /** A button that cancels. */
  readonly action?: ReactNode;
}

export function Progress({ label, done, total, action }: ProgressProps) {
  const known = total !== null && total > 0;
  return (
    <div className={styles['progress']}>
      <div className={styles['words']}>
        <span className="figures" aria-live="polite">
          {label}
        </span>
        {action}
      </div>
      <progress
        className={styles['bar']}
        aria-label={label}
        {...(known ? { value: Math.min(done, total), max: total } : {})}
      />
    </div>
  );
}
