import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './popover.module.css';

interface PopoverProps {
  readonly label: string;
  /** What the button shows. */
  readonly button: ReactNode;
  readonly children: (close: () => void) => ReactNode;
  readonly align?: 'left' | 'right';
}

/** A button with something under it. Escape and a press elsewhere close it. */
export function Popover({ label, button, children, align = 'right' }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    function onPointerDown(event: globalThis.PointerEvent): void {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    }
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
      box.current?.querySelector('button')?.focus();
    }
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [isOpen]);
  return (
    <div ref={box} className={styles['popover']}>
      <button
        type="button"
        className={styles['button']}
        aria-label={label}
        aria-expanded={isOpen}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && <div className={`${styles['content']} ${styles[align]}`}>{children(() => setOpen(false))}</div>}
    </div>
  );
}
