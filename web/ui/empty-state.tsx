import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What would stand here, and the one step that brings it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children && <div className={styles['text']}>{children}</div>}
      {action}
    </div>
  );
}

/** Grey lines where text will stand; `label` is what a reader hears meanwhile. */
export function Loading({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <div className={styles['loading']} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles['line']} style={{ width: `${92 - ((line * 23) % 40)}%` }} />
      ))}
    </div>
  );
}
