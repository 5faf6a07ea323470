import { useEffect, useRef } from 'react';
import { drawImage } from './images/draw-image.ts';
import type { Swatch } from './layer.ts';
import styles from './swatch.module.css';

/** A sign as it is on the map, for the legend and for lists. */
export function SwatchView({ swatch }: { swatch: Exclude<Swatch, { kind: 'ramp' }> }) {
  if (swatch.kind === 'image') return <ImageSwatch name={swatch.name} />;
  if (swatch.kind === 'images') {
    return (
      <span className={styles['images']}>
        {swatch.names.map((name) => (
          <ImageSwatch key={name} name={name} />
        ))}
      </span>
    );
  }
  if (swatch.kind === 'line') {
    return (
      <span
        className={styles['line']}
        style={{ borderTopColor: swatch.colour, borderTopStyle: swatch.dashed ? 'dashed' : 'solid' }}
      />
    );
  }
  if (swatch.kind === 'dot') {
    return (
      <span className={styles['image']}>
        <span className={styles['dot']} style={{ background: swatch.colour }} />
      </span>
    );
  }
  const { colour, opacity = 1, edge } = swatch;
  return (
    <span className={styles['fill']} style={{ borderColor: edge ?? 'transparent' }}>
      <span style={{ background: colour, opacity }} />
    </span>
  );
}

/** A picture of the map's, by its name. */
export function ImageSwatch({ name }: { name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    // Figures in a sign are drawn with our own letters, once they are there.
    void document.fonts.ready.then(() => {
      const image = drawImage(name);
      const element = canvas.current;
      if (!image || !element || isGone) return;
      element.width = image.width;
      element.height = image.height;
      element
        .getContext('2d')
        ?.putImageData(new ImageData(new Uint8ClampedArray(image.data), image.width, image.height), 0, 0);
    });
    return () => {
      isGone = true;
    };
  }, [name]);
  return (
    <span className={styles['image']} aria-hidden="true">
      <canvas ref={canvas} width={2} height={2} />
    </span>
  );
}
