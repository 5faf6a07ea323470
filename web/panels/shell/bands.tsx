import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { useOnline } from '../../state/use-online.ts';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWorkspace } from './workspace-context.ts';
import styles from './bands.module.css';

/** What must be known the whole time: the example, secrecy on screen, seeing without clearance, no network. */
export function Bands() {
  const { t } = useText();
  const { instance, session, uncleared } = useWorkspace();
  const isOnline = useOnline();
  const overlay = useQuery(queries.overlay({ uncleared }));
  const hasSecret = overlay.data?.features.some(({ properties }) => properties.secret) ?? false;
  return (
    <div className={styles['bands']}>
      {instance.example && <p className={styles['example']}>{t.shell.example(instance.name)}</p>}
      {!isOnline && (
        <p className={styles['offline']} role="alert">
          {t.shell.offline}
        </p>
      )}
      {uncleared && session.clearances.length > 0 && (
        <div className={styles['uncleared']}>
          <span>{t.shell.unclearedBand}</span>
          <Button kind="quiet" onClick={() => go({ uncleared: false })}>
            {t.shell.unclearedEnd}
          </Button>
        </div>
      )}
      {hasSecret && (
        <p className={styles['secret']}>
          <Icon name="lock" size={16} />
          <strong>{t.shell.secrecyBand}</strong>
          <span>{t.shell.secrecyBandText}</span>
        </p>
      )}
    </div>
  );
}
