import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';
import styles from './toasts.module.css';

export interface Toast {
  readonly text: string;
  /** Undo, most often. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says that something was done, with a way back. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}

/** Long enough to read and to reach the button. */
const shown_ms = 8_000;

export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Toast & { readonly key: number })[]>([]);
  const counter = useRef(0);
  const drop = useCallback((key: number) => setToasts((now) => now.filter((toast) => toast.key !== key)), []);
  const add = useCallback(
    (toast: Toast) => {
      counter.current += 1;
      const key = counter.current;
      setToasts((now) => [...now.slice(-2), { ...toast, key }]);
      setTimeout(() => drop(key), shown_ms);
    },
    [drop],
  );
  const list = useMemo(
    () => (
      <div className={styles['toasts']} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.key} className={styles['toast']}>
            <span>{toast.text}</span>
            {toast.action && (
              <Button
                onClick={() => {
                  toast.action?.onClick();
                  drop(toast.key);
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton icon="close" label={closeLabel} onClick={() => drop(toast.key)} />
          </div>
        ))}
      </div>
    ),
    [toasts, drop, closeLabel],
  );
  return (
    <ToastContext value={add}>
      {children}
      {list}
    </ToastContext>
  );
}
