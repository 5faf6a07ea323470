import { useEffect, useRef, useState } from 'react';
import './maplibre.css';
import type { MapContent } from './compose-style.ts';
import { MapHandle, type Bounds } from './handle.ts';
import { useMapSlot } from './use-map.tsx';
import styles from './map-view.module.css';

interface MapViewProps {
  readonly label: string;
  readonly content: Omit<MapContent, 'drawings'>;
  readonly bounds: Bounds | null;
  /** Where to look first; later moves come through the handle. */
  readonly firstView: {
    readonly lat: number;
    readonly lon: number;
    readonly zoom: number;
    readonly turned_deg: number;
  } | null;
  /** Said where there is no WebGL. */
  readonly failure: string;
}

/** The map itself, without anything around it. */
export function MapView({ label, content, bounds, firstView, failure }: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const { handle, setHandle } = useMapSlot();
  const [isBroken, setBroken] = useState(false);
  // Only the first view and bounds count: they are where the map begins.
  const first = useRef({ bounds, view: firstView });

  useEffect(() => {
    if (!container.current) return;
    let made: MapHandle;
    try {
      made = new MapHandle(container.current, first.current);
    } catch {
      setBroken(true);
      return;
    }
    setHandle(made);
    return () => {
      setHandle(null);
      made.remove();
    };
  }, [setHandle]);

  useEffect(() => handle?.setContent(content), [handle, content]);
  useEffect(() => handle?.setLabel(label), [handle, label]);

  return (
    <div className={styles['holder']}>
      <div ref={container} className={styles['map']} />
      {isBroken && <p className={styles['broken']}>{failure}</p>}
    </div>
  );
}
