import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { queries } from '../../api/queries.ts';
import type { MapEvents } from '../../map/handle.ts';
import { MapView } from '../../map/map-view.tsx';
import { useMap, useMapEvent } from '../../map/use-map.tsx';
import type { Place, View } from '../../state/url.ts';
import { go, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { BottomEdge } from './bottom-edge.tsx';
import { Identify } from './identify.tsx';
import { Legend } from './legend.tsx';
import { MapTools } from './map-tools.tsx';
import { OverlayDrawing } from './overlay-drawing.tsx';
import { useMapContent } from './use-map-content.ts';
import styles from './map-frame.module.css';

/** The map and what lies on it: tools, legend, what is here, the bottom edge. */
export function MapFrame({ place }: { place: Place }) {
  const { t } = useText();
  const { instance } = useWorkspace();
  const address = useAddress();
  const content = useMapContent(place);
  const [isLegendOpen, setLegendOpen] = useState(() => matchMedia('(min-width: 900px)').matches);
  useViewInAddress(address.view);
  return (
    <section className={styles['frame']} aria-label={t.map.frame}>
      {content && (
        <MapView
          label={t.map.label}
          content={content}
          bounds={instance.bounds}
          firstView={address.view}
          failure={t.map.noWebGl}
        />
      )}
      <OverlayDrawing place={place} />
      <NoGround />
      <MapTools place={place} isLegendOpen={isLegendOpen} onLegend={setLegendOpen} />
      {isLegendOpen && <Legend place={place} onClose={() => setLegendOpen(false)} />}
      <Identify place={place} />
      <BottomEdge />
    </section>
  );
}

/** A new installation has no background yet: says so, and who brings it. */
function NoGround() {
  const { t } = useText();
  const { instance } = useWorkspace();
  const versions = useQuery(queries.layers());
  const hasGround = ['land', 'streets', 'buildings'].some((id) => versions.data?.layers[id]?.features !== 0);
  if (hasGround || instance.basemapStyleUrl || instance.basemapWmsUrl) return null;
  return (
    <div className={styles['noGround']}>
      <Notice title={t.map.noGround}>{t.map.noGroundHelp}</Notice>
    </div>
  );
}

/**
 * The map moves the address, and "back" moves the map. To a cleared person the address is rounded to about 100 m: the browser
 * keeps its history long after she has signed out, and a map that was brought to a secret point has it in its middle.
 */
function useViewInAddress(view: View | null): void {
  const map = useMap();
  const { session } = useWorkspace();
  const isCoarse = session.clearances.length > 0;
  const onView = useCallback<MapEvents['view']>(
    (moved) =>
      go({ view: isCoarse ? { ...moved, lat: coarse(moved.lat), lon: coarse(moved.lon) } : moved }, { replace: true }),
    [isCoarse],
  );
  useMapEvent('view', onView);
  useEffect(() => {
    if (!map || !view) return;
    const now = map.view();
    const apart = isCoarse ? 6e-4 : 1e-4;
    const isElsewhere =
      Math.abs(now.lat - view.lat) > apart ||
      Math.abs(now.lon - view.lon) > apart ||
      Math.abs(now.zoom - view.zoom) > 0.06;
    if (isElsewhere) map.jumpTo(view);
  }, [map, view, isCoarse]);
}

const coarse = (degrees: number) => Math.round(degrees * 1000) / 1000;
