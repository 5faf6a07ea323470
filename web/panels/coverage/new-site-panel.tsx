import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { commands } from '../../api/commands.ts';
import type { LonLat, Tool } from '../../map/handle.ts';
import { newSiteStyles } from '../../map/layers/editing.ts';
import { useDrawing, useMap, useTool } from '../../map/use-map.tsx';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Panel, Section } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { PlaceOnMap } from './place-on-map.tsx';
import { rounded } from './new-camera.tsx';
import { useRefresh } from './use-refresh.ts';
import styles from './coverage.module.css';

/** A new site: a press on the map, a name, and it is there as an idea that only its own committee sees. */
export function NewSitePanel({ onEnd }: { onEnd: () => void }) {
  const { t } = useText();
  const map = useMap();
  const refresh = useRefresh();
  const [position, setPosition] = useState<LonLat | null>(null);
  const [name, setName] = useState<string>(t.coverage.newSiteName);
  const [purpose, setPurpose] = useState('');

  const tool = useMemo<Tool>(
    () => ({
      cursor: 'crosshair',
      // A second press moves it.
      onPress: ({ lonLat }) => {
        setPosition(rounded(lonLat));
        return true;
      },
      onDragStart: ({ picked }) => picked.some(({ style }) => style === 'edit-site'),
      onDrag: (lonLat) => setPosition(rounded(lonLat)),
    }),
    [],
  );
  useTool(tool);
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
        styles: newSiteStyles,
      },
    [position],
  );
  useDrawing('new-site', drawing);

  const create = useMutation({
    mutationFn: (at: LonLat) => commands.createSite({ name: name.trim(), purpose: purpose.trim(), position: at }),
    onSuccess: async (site) => {
      await refresh();
      onEnd();
      go({ selection: { kind: 'site', id: site.id } });
    },
  });

  return (
    <Panel title={t.coverage.placeNewSiteTitle} back={{ label: t.common.back, onClick: onEnd }}>
      <Section>
        {position === null ? (
          <PlaceOnMap
            help={t.coverage.placeNewSite}
            onCentre={() => {
              const view = map?.view();
              if (view) setPosition(rounded([view.lon, view.lat]));
            }}
            onEnd={onEnd}
          />
        ) : (
          <form
            className={styles['form']}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() && !create.isPending) create.mutate(position);
            }}
          >
            {create.error && <ProblemNotice error={create.error} />}
            <TextField label={t.coverage.fields.name} value={name} maxLength={120} onChange={setName} />
            <TextField
              label={t.coverage.fields.purpose}
              rows={3}
              value={purpose}
              maxLength={2000}
              onChange={setPurpose}
            />
            <p className={styles['quiet']}>{t.coverage.closedHint}</p>
            <div className={styles['row2']}>
              <Button kind="primary" type="submit" busy={create.isPending && t.common.saving}>
                {t.coverage.createSite}
              </Button>
              <Button kind="quiet" onClick={onEnd}>
                {t.common.cancel}
              </Button>
            </div>
          </form>
        )}
      </Section>
    </Panel>
  );
}
