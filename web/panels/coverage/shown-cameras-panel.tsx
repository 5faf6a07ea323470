import { useQuery } from '@tanstack/react-query';
import { swedishSortKey } from '#core/swedish/sort-key.ts';
import { queries } from '../../api/queries.ts';
import type { ShownCamera } from '../../api/shown-cameras.ts';
import { cameraImage } from '../../map/images/names.ts';
import { ImageSwatch } from '../../map/swatch.tsx';
import { useMap } from '../../map/use-map.tsx';
import { go, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState, Loading } from '../../ui/empty-state.tsx';
import { Panel, Section } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { VisibleNote } from '../shared/visible-note.tsx';
import { boundsOfSite } from './bounds-of-site.ts';
import { CameraFacts } from './camera-facts.tsx';
import { MaskedRow } from './masked-row.tsx';
import styles from './coverage.module.css';

/** Coverage for those who see no exact position of anything secret whatever their clearance: reviewers, administrators. */
export function ShownCamerasPanel() {
  const { t, number } = useText();
  const { selection } = useAddress();
  const shown = useQuery(queries.shownCameras());
  const title = t.shell.places.coverage;
  if (shown.error) {
    return (
      <Panel title={title}>
        <ProblemNotice error={shown.error} onRetry={() => void shown.refetch()} />
      </Panel>
    );
  }
  if (!shown.data) {
    return (
      <Panel title={title}>
        <Loading label={t.common.loading} lines={8} />
      </Panel>
    );
  }
  const { masked } = shown.data;
  const cameras = shown.data.cameras.toSorted((a, b) => (swedishSortKey(a.name) < swedishSortKey(b.name) ? -1 : 1));
  const chosen = selection?.kind === 'camera' ? cameras.find(({ id }) => id === selection.id) : undefined;
  if (chosen) {
    return (
      <Panel title={chosen.name} back={{ label: t.common.back, onClick: () => go({ selection: null }) }}>
        <Section>
          <CameraFacts camera={chosen} />
        </Section>
      </Panel>
    );
  }
  const count = (status: string) => number(cameras.filter((camera) => camera.status === status).length);
  return (
    <Panel title={title}>
      <div className={styles['filters']}>
        <p>{t.coverage.sums(count('in_operation'), count('planned'))}</p>
        <VisibleNote />
      </div>
      {cameras.length + masked.length === 0 && (
        <EmptyState title={t.coverage.empty}>{t.coverage.emptyImport}</EmptyState>
      )}
      <ul aria-label={t.coverage.list}>
        {cameras.map((camera) => (
          <ShownCameraRow key={camera.id} camera={camera} />
        ))}
        {masked.map((cell) => (
          <MaskedRow key={cell.id} cell={cell} />
        ))}
      </ul>
    </Panel>
  );
}

function ShownCameraRow({ camera }: { camera: ShownCamera }) {
  const { t } = useText();
  const map = useMap();
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        onClick={() => {
          go({ selection: { kind: 'camera', id: camera.id } });
          const bounds = boundsOfSite({ position: null, cameras: [camera] });
          if (bounds) map?.fit(bounds, { padding: 120 });
        }}
      >
        <ImageSwatch name={cameraImage(camera.kind, camera.status, 'around', 'open')} />
        <span className={styles['words']}>
          <span className={styles['name']}>{camera.name}</span>
          <span className={styles['detail']}>
            {`${t.coverage.kinds[camera.kind]} · ${t.coverage.statuses[camera.status]}`}
          </span>
        </span>
      </button>
    </li>
  );
}
