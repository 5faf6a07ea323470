import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { queries } from '../../api/queries.ts';
import { selectedPoint } from '../../map/layers/selected-point.ts';
import { useDrawing, useMap } from '../../map/use-map.tsx';
import { setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState, Loading } from '../../ui/empty-state.tsx';
import { Panel, Section } from '../../ui/panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { CreateHint } from './create-hint.tsx';
import { MaskedList } from './masked-list.tsx';
import { MountPage } from './mount-page.tsx';
import { RankedList } from './ranked-list.tsx';
import { WaitingList } from './waiting-list.tsx';
import styles from './camera-points.module.css';

const views = ['ranked', 'waiting', 'masked'] as const;

/** Kamerapunkter: what the police want first, how far each has come, what is owed and by whom. */
export function CameraPointsPanel() {
  const { t, number } = useText();
  const { uncleared, session } = useWorkspace();
  const { role } = session.account;
  const { selection, filter } = useAddress();
  const mounts = useQuery(queries.plannedMounts({ uncleared }));
  const exact = mounts.data?.exact ?? [];
  const masked = mounts.data?.masked ?? [];
  const chosen = selection?.kind === 'planned-mount' ? exact.find(({ id }) => id === selection.id) : undefined;
  const position = chosen?.position;
  useDrawing(
    'selected-point',
    useMemo(() => (position ? selectedPoint(position) : null), [position]),
  );
  useMaskedInSight(selection?.kind === 'masked' ? masked.find(({ id }) => id === selection.id)?.bounds : undefined);

  if (chosen) return <MountPage key={chosen.id} mount={chosen} all={exact} />;
  const open = views.filter((view) => (view === 'masked' ? masked.length > 0 : exact.length > 0));
  const asked = views.find((view) => view === filter['view']);
  const view = selection?.kind === 'masked' ? 'masked' : (asked ?? open[0] ?? 'masked');
  return (
    <Panel title={t.shell.places['camera-points']}>
      {role === 'planner' && <CreateHint isPlanner />}
      {mounts.error && (
        <Section>
          <ProblemNotice error={mounts.error} onRetry={() => void mounts.refetch()} />
        </Section>
      )}
      {mounts.isPending && !mounts.error && <Loading label={t.common.loading} />}
      {mounts.data && exact.length === 0 && masked.length === 0 && (
        <EmptyState title={t.cameraPoints.empty.title}>{t.cameraPoints.empty.text}</EmptyState>
      )}
      {mounts.data && exact.length === 0 && masked.length > 0 && <MaskedList masked={masked} isAlone />}
      {exact.length > 0 && (
        <>
          <p className={styles['summary']}>
            {t.cameraPoints.summary(
              number(exact.length),
              number(exact.filter(({ priority }) => priority !== null).length),
            )}
          </p>
          <Tabs
            label={t.cameraPoints.views.label}
            value={open.includes(view) ? view : 'ranked'}
            onChange={(next) => setFilter('view', next === 'ranked' ? null : next)}
            tabs={open.map((id) => ({ id, label: t.cameraPoints.views[id] }))}
          >
            {view === 'waiting' ? (
              <WaitingList mounts={exact} />
            ) : view === 'masked' && masked.length > 0 ? (
              <MaskedList masked={masked} />
            ) : (
              <RankedList mounts={exact} />
            )}
          </Tabs>
        </>
      )}
      {mounts.data && role === 'liaison' && <CreateHint isPlanner={false} />}
    </Panel>
  );
}

/** Takes the map to a cell that is chosen in the list or by a link, when it is out of sight. */
function useMaskedInSight(bounds: readonly [number, number, number, number] | undefined): void {
  const map = useMap();
  useEffect(() => {
    if (!map || !bounds) return;
    const [west, south, east, north] = map.bounds();
    const isInSight = bounds[0] >= west && bounds[1] >= south && bounds[2] <= east && bounds[3] <= north;
    if (!isInSight) map.fit(bounds, { maxZoom: 15 });
  }, [map, bounds]);
}
