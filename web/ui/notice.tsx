import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';

const icons = { info: 'info', success: 'check', warning: 'warning', danger: 'warning' } satisfies Record<
  string,
  IconName
>;

interface NoticeProps {
  readonly kind?: keyof typeof icons;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** What to do about it. */
  readonly action?: ReactNode;
}

/** Something to know, where it matters. A danger is read out at once. */
export function Notice({ kind = 'info', title, children, action }: NoticeProps) {
  return (
    <div className={classNames(styles['notice'], styles[kind])} role={kind === 'danger' ? 'alert' : undefined}>
      <Icon name={icons[kind]} size={16} />
      <div className={styles['body']}>
        {title && <p className={styles['title']}>{title}</p>}
        {children}
        {action && <div className={styles['action']}>{action}</div>}
      </div>
    </div>
  );
}
