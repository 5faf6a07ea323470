import { useQuery } from '@tanstack/react-query';
import type { OverlayProperties } from '#core/wire/overlay.ts';
import { queries } from '../../api/queries.ts';
import { useOnline } from '../../state/use-online.ts';
import { go, useAddress } from '../../state/use-address.ts';
import type { Place } from '../../state/url.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWorkspace } from './workspace-context.ts';
import { shownLayers } from '../map/shown-layers.ts';
import styles from './bands.module.css';

const layerOf = {
  site: 'cameras',
  camera: 'cameras',
  coverage: 'coverage',
  'planned-mount': 'planned-mounts',
} as const;
/** What the places name in their lists, whatever the map shows. */
const lists: Record<Place, readonly OverlayProperties['kind'][]> = {
  coverage: ['site', 'camera'],
  candidates: [],
  'camera-points': ['planned-mount'],
  areas: [],
  data: [],
};

/** What must be known the whole time: the example, secrecy on screen, seeing without clearance, no network. */
export function Bands({ place }: { place: Place }) {
  const { t } = useText();
  const { instance, session, uncleared } = useWorkspace();
  const isOnline = useOnline();
  const overlay = useQuery(queries.overlay({ uncleared }));
  const shown = shownLayers(useAddress(), place, session.account.role).map(({ id }) => id);
  // On the map, or in the list beside it.
  const hasSecret = overlay.data?.features.some(
    ({ properties: { secret, kind } }) => secret && (lists[place].includes(kind) || shown.includes(layerOf[kind])),
  );
  return (
    <section className={styles['bands']} aria-label={t.shell.bands}>
      {instance.example && (
        <p className={styles['example']}>
          <span>{t.shell.example(instance.name)}</span>
        </p>
      )}
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
          <span className={styles['more']}>{t.shell.secrecyBandText}</span>
        </p>
      )}
    </section>
  );
}
