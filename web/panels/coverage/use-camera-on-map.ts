import { useEffect, useMemo, useRef } from 'react';
import type { NewCamera } from '#core/wire/sites.ts';
import type { Tool } from '../../map/handle.ts';
import { editingStyles } from '../../map/layers/editing.ts';
import { useDrawing, useTool } from '../../map/use-map.tsx';
import { hideOnMap } from '../../state/hidden-on-map.ts';
import type { History } from '../../state/use-history.ts';
import { useProjection } from '../shared/use-projection.ts';
import { drawCamera, dragCamera, type CameraView, type Handle } from './camera-drawing.ts';
import { useBuildings } from './use-buildings.ts';

/**
 * Draws a camera that is being placed, and lets the hand move it: the view follows at every frame, one drag is one step
 * that can be undone. `id` is the stored camera's, which the layers leave out meanwhile; null for a new one.
 */
export function useCameraOnMap(
  history: History<NewCamera>,
  id: string | null,
): Pick<CameraView, 'seen_m2' | 'isIndoors'> {
  const camera = history.value;
  const projection = useProjection();
  const position = useMemo(() => projection?.fromLonLat(camera.position) ?? null, [projection, camera.position]);
  const buildings = useBuildings(position, camera.range_m);
  const view = useMemo(
    () => (projection ? drawCamera(camera, buildings, projection) : null),
    [camera, buildings, projection],
  );
  const drawing = useMemo(() => view && { data: view.drawing, styles: editingStyles }, [view]);
  useDrawing('edit', drawing);

  useEffect(() => {
    if (id) hideOnMap([id]);
    return () => hideOnMap([]);
  }, [id]);

  // The tool stays the same through a drag; what it needs to know it looks up when it happens.
  const latest = useRef({ history, projection });
  useEffect(() => {
    latest.current = { history, projection };
  });
  const held = useRef<{ readonly handle: Handle; readonly from: NewCamera } | null>(null);
  const tool = useMemo<Tool>(() => {
    return {
      // A press on the camera itself is not a choice of something else.
      onPress: ({ picked }) => picked.some(({ style }) => style.startsWith('edit-')),
      onDragStart: ({ picked }) => {
        const handle = picked.find(({ style }) => style === 'edit-handle' || style === 'edit-camera')?.properties[
          'handle'
        ];
        held.current = handle ? { handle: handle as Handle, from: latest.current.history.value } : null;
        return held.current !== null;
      },
      onDrag: (lonLat) => {
        const { projection: known, history: now } = latest.current;
        if (held.current && known) now.pass(dragCamera(held.current.from, held.current.handle, lonLat, known));
      },
      onDragEnd: (lonLat) => {
        const { projection: known, history: now } = latest.current;
        if (held.current && known) now.set(dragCamera(held.current.from, held.current.handle, lonLat, known));
        held.current = null;
      },
    };
  }, []);
  useTool(tool);
  return { seen_m2: view?.seen_m2 ?? null, isIndoors: view?.isIndoors ?? false };
}
