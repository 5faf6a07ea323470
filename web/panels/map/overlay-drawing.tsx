import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../../api/queries.ts';
import { overlayStyles } from '../../map/layers/overlay.ts';
import { useDrawing } from '../../map/use-map.tsx';
import { useHiddenOnMap } from '../../state/hidden-on-map.ts';
import type { Place } from '../../state/url.ts';
import { useAddress } from '../../state/use-address.ts';
import { useWorkspace } from '../shell/workspace-context.ts';
import { shownLayers } from './shown-layers.ts';

/** What this viewer sees beyond the shared layers, drawn only where the layer it belongs to is shown. */
export function OverlayDrawing({ place }: { place: Place }) {
  const address = useAddress();
  const { session, uncleared } = useWorkspace();
  const overlay = useQuery(queries.overlay({ uncleared }));
  const hidden = useHiddenOnMap();
  const shown = shownLayers(address, place, session.account.role)
    .map(({ id }) => id)
    .join();
  const drawing = useMemo(() => {
    const layers = shown.split(',');
    const wanted = {
      coverage: layers.includes('coverage'),
      camera: layers.includes('cameras'),
      site: layers.includes('cameras'),
      'planned-mount': layers.includes('planned-mounts'),
    };
    const features = (overlay.data?.features ?? []).filter(
      ({ properties }) => wanted[properties.kind] && !hidden.includes(properties.id),
    );
    return { data: { type: 'FeatureCollection' as const, features }, styles: overlayStyles };
  }, [overlay.data, shown, hidden]);
  useDrawing('overlay', drawing);
  return null;
}
