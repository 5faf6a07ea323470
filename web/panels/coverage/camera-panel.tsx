import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Camera, NewCamera, Site } from '#core/wire/sites.ts';
import { ApiError } from '../../api/client.ts';
import { commands } from '../../api/commands.ts';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Panel, Section } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { ConflictDialog } from '../shared/conflict-dialog.tsx';
import { DraftNotices, UndoButtons } from '../shared/draft-notices.tsx';
import { useUndoKeys } from '../shared/undo-keys.ts';
import { useDraft } from '../shared/use-draft.ts';
import { useWorkspace } from '../shell/workspace-context.ts';
import { CameraFacts } from './camera-facts.tsx';
import { CameraFields } from './camera-fields.tsx';
import { cameraWords } from './camera-words.ts';
import { useCameraOnMap } from './use-camera-on-map.ts';
import { newCameraOf, useDeletion } from './use-deletion.ts';
import { useRefresh } from './use-refresh.ts';
import styles from './coverage.module.css';

/** One camera: its card, or for its own planners where it is placed and turned. */
export function CameraPanel({ site, camera }: { site: Site; camera: Camera }) {
  const { uncleared } = useWorkspace();
  return site.own && !uncleared ? (
    <CameraEditor site={site} camera={camera} />
  ) : (
    <CameraCard site={site} camera={camera} />
  );
}

function CameraCard({ site, camera }: { site: Site; camera: Camera }) {
  const { t } = useText();
  return (
    <Panel
      title={camera.name}
      kicker={site.name}
      back={{ label: t.common.back, onClick: () => go({ selection: { kind: 'site', id: site.id } }) }}
    >
      <Section>
        <CameraFacts camera={camera} />
      </Section>
    </Panel>
  );
}

function CameraEditor({ site, camera }: { site: Site; camera: Camera }) {
  const text = useText();
  const { t } = text;
  const toast = useToast();
  const refresh = useRefresh();
  const deletion = useDeletion();
  const draft = useDraft<NewCamera>(`camera.${camera.id}`, newCameraOf(camera), { secret: site.secret });
  const [theirs, setTheirs] = useState<Camera | null>(null);
  const seen = useCameraOnMap(draft.history, camera.id);
  useUndoKeys(draft.history);

  const save = useMutation({
    mutationFn: (rowVersion: number) => commands.changeCamera(camera.id, rowVersion, draft.history.value),
    onSuccess: async (saved) => {
      draft.settle(newCameraOf(saved));
      setTheirs(null);
      toast({ text: t.coverage.cameraSaved });
      await refresh();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'conflict' && error.problem?.current) {
        setTheirs(error.problem.current as Camera);
      }
    },
  });
  const error = (theirs ? null : save.error) ?? deletion.error;

  return (
    <Panel
      title={camera.name}
      kicker={site.name}
      back={{ label: t.common.back, onClick: () => go({ selection: { kind: 'site', id: site.id } }) }}
      actions={<IconButton icon="trash" label={t.coverage.deleteCamera} onClick={() => deletion.camera(camera)} />}
      footer={
        <>
          <Button
            kind="primary"
            busy={save.isPending && t.common.saving}
            disabledReason={draft.isDirty ? null : t.coverage.cameraSaved}
            onClick={() => save.mutate(camera.rowVersion)}
          >
            {t.coverage.saveCamera}
          </Button>
          <UndoButtons history={draft.history} />
          {draft.isDirty && <span className={styles['quiet']}>{t.coverage.unsaved}</span>}
        </>
      }
    >
      <DraftNotices draft={draft} secret={site.secret} error={error ?? null} />
      <Section>
        <CameraFields history={draft.history} seen={seen} />
      </Section>
      {theirs && (
        <ConflictDialog
          rows={cameraWords(draft.history.value, text).map(([name, mine], order) => [
            name,
            mine,
            cameraWords(theirs, text)[order]![1],
          ])}
          onMine={() => save.mutate(theirs.rowVersion)}
          onTheirs={() => {
            draft.settle(newCameraOf(theirs));
            setTheirs(null);
            void refresh();
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </Panel>
  );
}
