import { useEffect, useMemo, useState } from 'react';
import { distance_m, type Position } from '#core/position.ts';
import { draft } from '../../map/colours.ts';
import type { DrawingStyle } from '../../map/compose-style.ts';
import type { LonLat, Tool } from '../../map/handle.ts';
import { useDrawing, useTool } from '../../map/use-map.tsx';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { toSweref } from './sweref.ts';
import styles from './measure.module.css';

const styleLayers: readonly DrawingStyle[] = [
  {
    id: 'measure-line',
    type: 'line',
    metadata: { slot: 'editing' },
    paint: { 'line-color': draft, 'line-width': 2.5, 'line-dasharray': [2, 1.2] },
  },
  {
    id: 'measure-point',
    type: 'circle',
    metadata: { slot: 'editing' },
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 4.5, 'circle-color': '#fff', 'circle-stroke-color': draft, 'circle-stroke-width': 2 },
  },
];

/** Presses on the map become a line; its length is measured in the plane of SWEREF 99 TM. */
export function Measure({ onEnd }: { onEnd: () => void }) {
  const { t, length } = useText();
  const [points, setPoints] = useState<readonly LonLat[]>([]);
  const [length_m, setLength] = useState(0);

  const tool = useMemo<Tool>(
    () => ({
      cursor: 'crosshair',
      onPress: ({ lonLat }) => {
        setPoints((now) => [...now, lonLat]);
        return true;
      },
    }),
    [],
  );
  useTool(tool);
  useEffect(() => {
    void Promise.all(points.map(toSweref)).then((positions) => setLength(lengthOf_m(positions)));
  }, [points]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onEnd();
    }
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [onEnd]);

  const drawing = useMemo(
    () => ({
      data: {
        type: 'FeatureCollection' as const,
        features: [
          ...points.map((point) => feature({ type: 'Point' as const, coordinates: [...point] })),
          ...(points.length > 1
            ? [feature({ type: 'LineString' as const, coordinates: points.map((point) => [...point]) })]
            : []),
        ],
      },
      styles: styleLayers,
    }),
    [points],
  );
  useDrawing('measure', drawing);

  return (
    <div className={styles['measure']}>
      <span role="status" className="figures">
        {points.length > 1 ? t.map.measured(length(length_m)) : t.map.measureHelp}
      </span>
      {points.length > 0 && (
        <Button kind="quiet" onClick={() => setPoints([])}>
          {t.map.measureClear}
        </Button>
      )}
      <IconButton icon="close" label={t.common.close} onClick={onEnd} />
    </div>
  );
}

function lengthOf_m(positions: readonly Position[]): number {
  return positions.slice(1).reduce((sum, position, order) => sum + distance_m(positions[order]!, position), 0);
}

function feature<G extends GeoJSON.Geometry>(geometry: G) {
  return { type: 'Feature' as const, geometry, properties: {} };
}
