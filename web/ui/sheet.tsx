import { useRef, type PointerEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './sheet.module.css';

/** How much of the screen a sheet takes on a phone. Elsewhere it stands beside the map and has no height to choose. */
export type SheetHeight = 'low' | 'half' | 'full';
const heights: readonly SheetHeight[] = ['low', 'half', 'full'];

interface SheetProps {
  readonly height: SheetHeight;
  readonly onHeight: (height: SheetHeight) => void;
  /** What the handle says it does. */
  readonly handleLabel: string;
  readonly children: ReactNode;
}

/** The panel's holder: beside the map on a wide screen, a sheet with three heights on a narrow one. */
export function Sheet({ height, onHeight, handleLabel, children }: SheetProps) {
  const start = useRef<number | null>(null);

  function step(by: number): void {
    const next = heights[Math.min(2, Math.max(0, heights.indexOf(height) + by))];
    if (next) onHeight(next);
  }
  function onPointerUp(event: PointerEvent<HTMLButtonElement>): void {
    const moved = start.current === null ? 0 : event.clientY - start.current;
    start.current = null;
    if (Math.abs(moved) < 8) onHeight(height === 'low' ? 'half' : height === 'half' ? 'full' : 'low');
    else step(moved < 0 ? (moved < -240 ? 2 : 1) : moved > 240 ? -2 : -1);
  }
  return (
    <div className={classNames(styles['sheet'], styles[height])}>
      <button
        type="button"
        className={styles['handle']}
        aria-label={handleLabel}
        onPointerDown={(event) => {
          start.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={onPointerUp}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') step(1);
          if (event.key === 'ArrowDown') step(-1);
        }}
      />
      <div className={styles['content']}>{children}</div>
    </div>
  );
}
