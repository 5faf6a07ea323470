import { useEffect, useState } from 'react';
import { currentAddress, go } from '../../state/use-address.ts';
import { places } from '../../state/url.ts';
import { useText } from '../../text/use-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { change } from './rail.tsx';
import styles from './keys.module.css';

/** Keys that work everywhere, and the list of them. Those of one panel stand in that panel. */
export function Keys() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key === 'Escape' && !isTyping && currentAddress().selection) return go({ selection: null });
      if (isTyping) return;
      if (event.key === '?') setOpen(true);
      if (event.key === '/') {
        event.preventDefault();
        document.getElementById('search')?.focus();
      }
      const place = places[Number(event.key) - 1];
      if (place) go(change(place));
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  if (!isOpen) return null;
  return (
    <Dialog title={t.shell.keys.title} closeLabel={t.common.close} onClose={() => setOpen(false)}>
      <dl className={styles['keys']}>
        {t.shell.keys.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
