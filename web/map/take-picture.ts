import type { Map as MapLibreMap } from 'maplibre-gl';

export interface MapPicture {
  /** PNG as a data address. */
  readonly url: string;
  /** As wide as the map on the screen was. */
  readonly width_px: number;
  readonly perPixel_m: number;
}

/** The map as it stands, drawn anew with so many dots a pixel: paper shows more than a screen. */
export async function takePicture(map: MapLibreMap, ratio: number, perPixel_m: number): Promise<MapPicture> {
  const before = map.getPixelRatio();
  map.setPixelRatio(ratio);
  await map.once('idle');
  const url = await new Promise<string>((done) => {
    // A picture can be read only in the same turn as it is drawn.
    void map.once('render', () => done(map.getCanvas().toDataURL('image/png')));
    map.triggerRepaint();
  });
  map.setPixelRatio(before);
  return { url, width_px: map.getContainer().clientWidth, perPixel_m };
}
