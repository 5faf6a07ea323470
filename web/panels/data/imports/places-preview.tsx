import { useEffect, useMemo, useRef, useState } from 'react';
import type { ImportDescription } from '#core/wire/imports.ts';
import { boundsOfPlaces, importPlaces, importSigns } from '../../../map/layers/import-places.ts';
import { SwatchView } from '../../../map/swatch.tsx';
import { useDrawing, useMap } from '../../../map/use-map.tsx';
import { previewOnMap } from '../../../state/preview-on-map.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/panel.tsx';
import { useWorkspace } from '../../shell/workspace-context.ts';
import styles from './imports.module.css';

type View = NonNullable<ReturnType<NonNullable<ReturnType<typeof useMap>>['view']>>;

/** Draws where the first rows would land, goes there once, and says what the signs on the map mean. */
export function PlacesPreview({ description: { places, outlines, crs } }: { description: ImportDescription }) {
  const { words, number } = useImportText();
  const say = words.imports.describe;
  const map = useMap();
  const { showMap } = useWorkspace();
  const sign = outlines.length > 0 ? 'outlines' : places.length > 0 ? 'points' : null;
  useEffect(() => {
    previewOnMap(sign);
    return () => previewOnMap(null);
  }, [sign]);
  useDrawing(
    'import-places',
    useMemo(() => importPlaces(places, outlines), [places, outlines]),
  );
  const bounds = useMemo(() => boundsOfPlaces([...places, ...outlines.flat()]), [places, outlines]);
  const gone = useRef<string | null>(null);
  const [before, setBefore] = useState<View | null>(null);
  useEffect(() => {
    const there = bounds?.map((degrees) => degrees.toFixed(3)).join();
    // Once for every place they land in: another coordinate system moves them, another column does not.
    if (!map || !bounds || !there || gone.current === there) return;
    gone.current = there;
    setBefore((known) => known ?? map.view());
    map.fit(bounds, { maxZoom: 15 });
  }, [map, bounds]);
  if (sign === null) {
    // A file with positions, none of which could be read: that the map stays empty is told.
    return crs && <Section title={say.map}>{say.mapNone}</Section>;
  }
  function show(): void {
    showMap();
    if (bounds) map?.fit(bounds, { maxZoom: 15 });
  }
  return (
    <Section title={say.map}>
      <p className={styles['legend']}>
        <SwatchView swatch={importSigns[sign]} />
        {sign === 'outlines' ? say.mapOutlines(number(outlines.length)) : say.mapPoints(number(places.length))}
      </p>
      <div className={styles['actions']}>
        <Button icon="locate" onClick={show}>
          {say.showRows}
        </Button>
        {before && (
          <Button kind="quiet" onClick={() => map?.jumpTo(before)}>
            {say.showBefore}
          </Button>
        )}
      </div>
    </Section>
  );
}
