import { useEffect } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './coverage.module.css';

/** What to do on the map, and the same by keyboard: the middle of the map is a place, too. Escape gives up. */
export function PlaceOnMap({ help, onCentre, onEnd }: { help: string; onCentre: () => void; onEnd: () => void }) {
  const { t } = useText();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onEnd();
    }
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [onEnd]);
  return (
    <>
      <p role="status">{help}</p>
      <div className={styles['row2']}>
        <Button icon="locate" onClick={onCentre}>
          {t.coverage.useCentre}
        </Button>
        <Button kind="quiet" onClick={onEnd}>
          {t.common.cancel}
        </Button>
      </div>
    </>
  );
}
