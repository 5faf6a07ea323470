import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Above the title: what kind of thing this is. */
  readonly kicker?: ReactNode;
  /** Back to the list. */
  readonly back?: { readonly label: string; readonly onClick: () => void };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Stays at the bottom: save, undo. */
  readonly footer?: ReactNode;
  /** For tables: takes more of a wide screen than a panel otherwise does. */
  readonly wide?: boolean;
}

/** What stands beside the map: a heading, a body that scrolls, and what must stay in sight. */
export function Panel({ title, kicker, back, actions, children, footer, wide }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isDetail = back !== undefined;
  // A reader is taken to the new heading when a thing is opened, and is not left where it no longer is.
  useEffect(() => {
    if (isDetail) heading.current?.focus({ preventScroll: true });
  }, [title, isDetail]);
  return (
    <section className={styles['panel']} aria-label={title} data-wide={wide || undefined}>
      <header className={styles['head']}>
        {back && <IconButton icon="back" label={back.label} onClick={back.onClick} />}
        <div className={styles['names']}>
          {kicker && <p className={styles['kicker']}>{kicker}</p>}
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      <div className={styles['body']}>{children}</div>
      {footer && <footer className={styles['foot']}>{footer}</footer>}
    </section>
  );
}

/** A part of a panel with a heading of its own. */
export function Section({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles['section']}>
      {title && (
        <div className={styles['sectionHead']}>
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </div>
  );
}

/** Names and what they hold, in two columns. */
export function Facts({ items }: { items: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles['facts']}>
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
