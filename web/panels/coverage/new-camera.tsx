import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { NewCamera as NewCameraFields, Site } from '#core/wire/sites.ts';
import { commands } from '../../api/commands.ts';
import type { LonLat, Tool } from '../../map/handle.ts';
import { useMap, useTool } from '../../map/use-map.tsx';
import { go } from '../../state/use-address.ts';
import { useHistory } from '../../state/use-history.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel, Section } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { UndoButtons } from '../shared/draft-notices.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { useUndoKeys } from '../shared/undo-keys.ts';
import { CameraFields } from './camera-fields.tsx';
import { PlaceOnMap } from './place-on-map.tsx';
import { useCameraOnMap } from './use-camera-on-map.ts';
import { useRefresh } from './use-refresh.ts';

/** A usual fixed camera, until somebody says otherwise. */
const usual = { kind: 'fixed', status: 'planned', bearing_deg: 0, angle_deg: 70, range_m: 40, height_m: 4 } as const;

/** A new camera at an own site: a press on the map, then as any other camera. */
export function NewCamera({ site, onEnd }: { site: Site; onEnd: () => void }) {
  const { t, number } = useText();
  const [position, setPosition] = useState<LonLat | null>(null);
  const name = t.coverage.newCameraName(number(site.cameras.length + 1));
  if (position) return <Placed site={site} first={{ ...usual, name, position }} onEnd={onEnd} />;
  return <Waiting site={site} onPlace={setPosition} onEnd={onEnd} />;
}

function Waiting({ site, onPlace, onEnd }: { site: Site; onPlace: (position: LonLat) => void; onEnd: () => void }) {
  const { t } = useText();
  const map = useMap();
  const tool = useMemo<Tool>(
    () => ({
      cursor: 'crosshair',
      onPress: ({ lonLat }) => {
        onPlace(rounded(lonLat));
        return true;
      },
    }),
    [onPlace],
  );
  useTool(tool);
  return (
    <Panel title={t.coverage.addCamera} kicker={site.name} back={{ label: t.common.back, onClick: onEnd }}>
      <Section>
        <PlaceOnMap
          help={t.coverage.placeNewCamera}
          onCentre={() => {
            const view = map?.view();
            if (view) onPlace(rounded([view.lon, view.lat]));
          }}
          onEnd={onEnd}
        />
      </Section>
    </Panel>
  );
}

function Placed({ site, first, onEnd }: { site: Site; first: NewCameraFields; onEnd: () => void }) {
  const { t } = useText();
  const toast = useToast();
  const refresh = useRefresh();
  const history = useHistory<NewCameraFields>(first);
  const seen = useCameraOnMap(history, null);
  useUndoKeys(history);
  const save = useMutation({
    mutationFn: () => commands.createCamera(site.id, history.value),
    onSuccess: async (made) => {
      toast({ text: t.coverage.cameraSaved });
      await refresh();
      onEnd();
      go({ selection: { kind: 'camera', id: made.id } });
    },
  });
  return (
    <Panel
      title={t.coverage.addCamera}
      kicker={site.name}
      back={{ label: t.common.back, onClick: onEnd }}
      footer={
        <>
          <Button kind="primary" busy={save.isPending && t.common.saving} onClick={() => save.mutate()}>
            {t.coverage.saveCamera}
          </Button>
          <UndoButtons history={history} />
          <Button kind="quiet" onClick={onEnd}>
            {t.common.cancel}
          </Button>
        </>
      }
    >
      {save.error && <ProblemNotice error={save.error} />}
      <Section>
        <CameraFields history={history} seen={seen} />
      </Section>
    </Panel>
  );
}

/** About a centimetre. */
export function rounded([lon, lat]: LonLat): LonLat {
  return [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
}
