import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState, type ComponentType } from 'react';
import type { Instance, Role, Session } from '#core/wire/instance.ts';
import { queries } from '../../api/queries.ts';
import { MapProvider, useMap } from '../../map/use-map.tsx';
import { useAddress } from '../../state/use-address.ts';
import type { Place } from '../../state/url.ts';
import { useText } from '../../text/use-text.ts';
import { Loading } from '../../ui/empty-state.tsx';
import { Sheet, type SheetHeight } from '../../ui/sheet.tsx';
import { MapFrame } from '../map/map-frame.tsx';
import { Bands } from './bands.tsx';
import { Keys } from './keys.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { WorkspaceContext } from './workspace-context.ts';
import styles from './workspace.module.css';

/** Each place's panel, fetched when it is gone to. */
const panels: Record<Place, ComponentType> = {
  coverage: lazy(async () => ({ default: (await import('../coverage/coverage-panel.tsx')).CoveragePanel })),
  candidates: lazy(async () => ({ default: (await import('../candidates/candidates-panel.tsx')).CandidatesPanel })),
  'camera-points': lazy(async () => ({
    default: (await import('../camera-points/camera-points-panel.tsx')).CameraPointsPanel,
  })),
  areas: lazy(async () => ({ default: (await import('../areas/areas-panel.tsx')).AreasPanel })),
  data: lazy(async () => ({ default: (await import('../data/data-panel.tsx')).DataPanel })),
};

/** Where each role begins: her own place, with something in it. */
const ownPlace: Record<Role, Place> = {
  planner: 'coverage',
  liaison: 'camera-points',
  analyst: 'areas',
  reviewer: 'data',
  administrator: 'data',
  fitter: 'camera-points',
};

export function Workspace({ instance, session }: { instance: Instance; session: Session }) {
  const { t } = useText();
  const address = useAddress();
  const [height, setHeight] = useState<SheetHeight>('half');
  const survey = useQuery(queries.survey());
  const place = address.place ?? ownPlace[session.account.role];
  const years = survey.data?.years;
  const workspace = useMemo(
    () => ({
      instance,
      session,
      uncleared: address.uncleared,
      showMap: () => setHeight((now) => (now === 'full' ? 'half' : now)),
      year: address.year ?? (years && years.length > 0 ? Math.max(...years) : null),
    }),
    [instance, session, address.uncleared, address.year, years],
  );
  const Panel = panels[place];
  return (
    <WorkspaceContext value={workspace}>
      <MapProvider>
        <div className={styles['workspace']}>
          <a className={styles['skip']} href="#panel" onClick={skipToPanel}>
            {t.shell.skipToPanel}
          </a>
          <TopBar />
          <Bands place={place} />
          <Rail place={place} />
          <main id="panel" tabIndex={-1} className={styles['panel']}>
            <Sheet height={height} onHeight={setHeight} handleLabel={t.shell.panelHandle}>
              <Suspense fallback={<Loading label={t.common.loading} />}>
                <Panel />
              </Suspense>
            </Sheet>
          </main>
          <MapFrame place={place} />
          <SheetOverMap height={height} />
          <Keys />
        </div>
      </MapProvider>
    </WorkspaceContext>
  );
}

/** On a phone the sheet covers the map from below: what is gone to is shown above it. */
function SheetOverMap({ height }: { height: SheetHeight }) {
  const map = useMap();
  useEffect(() => {
    const narrow = matchMedia('(max-width: 719px)');
    const apply = () => {
      const share = height === 'low' ? 88 : document.getElementById('panel')!.clientHeight / 2;
      map?.setCovered(narrow.matches ? share : 0);
    };
    apply();
    narrow.addEventListener('change', apply);
    return () => narrow.removeEventListener('change', apply);
  }, [map, height]);
  return null;
}

/** The fragment of the address is taken by the state, so the link moves the focus itself. */
function skipToPanel(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('panel')?.focus();
}
