import { useMutation } from '@tanstack/react-query';
import type { Camera, NewCamera, Site } from '#core/wire/sites.ts';
import { commands } from '../../api/commands.ts';
import { forgetDraft } from '../../state/drafts.ts';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { useToast } from '../../ui/toasts.tsx';
import { useRefresh } from './use-refresh.ts';

/** Takes away at once, with a way back: undo makes the same anew. */
export function useDeletion() {
  const { t } = useText();
  const toast = useToast();
  const refresh = useRefresh();
  const work = useMutation({ mutationFn: (run: () => Promise<void>) => run() });

  function site(gone: Site): void {
    work.mutate(async () => {
      await commands.deleteSite(gone.id);
      forgetDraft(`site.${gone.id}`);
      go({ selection: null });
      toast({
        text: t.coverage.siteDeleted(gone.name),
        action: { label: t.common.undo, onClick: () => work.mutate(() => bringBack(gone)) },
      });
      await refresh();
    });
  }
  async function bringBack(gone: Site): Promise<void> {
    if (!gone.position) return;
    const { name, purpose, placeType, position } = gone;
    const made = await commands.createSite({ name, purpose, placeType, position });
    for (const camera of gone.cameras) await commands.createCamera(made.id, newCameraOf(camera));
    const staged =
      gone.stage === made.stage ? made : await commands.changeSite(made.id, made.rowVersion, { stage: gone.stage });
    if (gone.opened) await commands.setSiteOpened(staged.id, staged.rowVersion, true);
    await refresh();
    go({ selection: { kind: 'site', id: made.id } });
  }
  function camera(gone: Camera): void {
    work.mutate(async () => {
      await commands.deleteCamera(gone.id);
      forgetDraft(`camera.${gone.id}`);
      go({ selection: { kind: 'site', id: gone.siteId } });
      toast({
        text: t.coverage.cameraDeleted(gone.name),
        action: {
          label: t.common.undo,
          onClick: () =>
            work.mutate(async () => {
              const made = await commands.createCamera(gone.siteId, newCameraOf(gone));
              await refresh();
              go({ selection: { kind: 'camera', id: made.id } });
            }),
        },
      });
      await refresh();
    });
  }
  return { site, camera, error: work.error };
}

/** What a camera is, without what the server has added. */
export function newCameraOf({
  name,
  kind,
  status,
  bearing_deg,
  angle_deg,
  range_m,
  height_m,
  position,
}: NewCamera): NewCamera {
  return { name, kind, status, bearing_deg, angle_deg, range_m, height_m, position };
}
