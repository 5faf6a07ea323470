import { useMemo, useState } from 'react';
import type { Site } from '#core/wire/sites.ts';
import { chosenSiteStyles } from '../../map/layers/editing.ts';
import { useDrawing } from '../../map/use-map.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/panel.tsx';
import { VisibleNote } from '../shared/visible-note.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { CameraRow } from './camera-row.tsx';
import { NewCamera } from './new-camera.tsx';
import styles from './coverage.module.css';
import { SiteForm } from './site-form.tsx';

/** One site: what it is for, how far it has come, its cameras. Its own committee's planners change it here. */
export function SitePanel({ site }: { site: Site }) {
  const { t } = useText();
  const { uncleared } = useWorkspace();
  const [isPlacing, setPlacing] = useState(false);
  const mayEdit = site.own && !uncleared;
  useSiteOnMap(site);
  if (isPlacing) return <NewCamera site={site} onEnd={() => setPlacing(false)} />;
  return (
    <SiteForm
      site={site}
      mayEdit={mayEdit}
      cameras={
        <Section
          title={t.coverage.camerasTitle}
          aside={
            mayEdit && (
              <Button icon="plus" onClick={() => setPlacing(true)}>
                {t.coverage.addCamera}
              </Button>
            )
          }
        >
          {site.cameras.length === 0 ? (
            <p className={styles['quiet']}>{t.coverage.noCameras}</p>
          ) : (
            <ul className={styles['cameras']}>
              {site.cameras.map((camera) => (
                <CameraRow key={camera.id} camera={camera} secret={site.secret} />
              ))}
            </ul>
          )}
          <VisibleNote />
        </Section>
      }
    />
  );
}

/** A ring around the chosen site. */
function useSiteOnMap({ position }: Site): void {
  const drawing = useMemo(
    () =>
      position && {
        data: {
          type: 'FeatureCollection' as const,
          features: [
            {
              type: 'Feature' as const,
              geometry: { type: 'Point' as const, coordinates: [...position] },
              properties: {},
            },
          ],
        },
        styles: chosenSiteStyles,
      },
    [position],
  );
  useDrawing('chosen-site', drawing);
}
