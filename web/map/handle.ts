import { GeolocateControl, Map as MapLibreMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { composeStyle, type Drawing, type MapContent } from './compose-style.ts';
import { listenForDrags } from './drags.ts';
import { pickAt, pickedOf, type Picked } from './pick.ts';
import { takePicture, type MapPicture } from './take-picture.ts';
import { drawImage, imageRatio } from './images/draw-image.ts';

// Without this a production build looks for the worker where it is not.
setWorkerUrl(workerUrl);

export type LonLat = readonly [lon: number, lat: number];
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface MapPress {
  readonly lonLat: LonLat;
  readonly screen: readonly [x: number, y: number];
  /** What is drawn there, topmost first. */
  readonly picked: readonly Picked[];
}

interface View {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
  readonly turned_deg: number;
}

export interface MapEvents {
  readonly press: (press: MapPress) => void;
  readonly view: (view: View) => void;
  /** While the map moves; for what follows every frame. */
  readonly move: () => void;
  readonly pointer: (lonLat: LonLat | null) => void;
}

/** Takes over the pointer while it is set: for drawing, measuring and dragging. Return true to keep the press to oneself. */
export interface Tool {
  readonly cursor?: string;
  readonly onPress?: (press: MapPress) => boolean;
  /** A drag that begins here is the tool's when this gives true. */
  readonly onDragStart?: (press: MapPress) => boolean;
  readonly onDrag?: (lonLat: LonLat) => void;
  readonly onDragEnd?: (lonLat: LonLat) => void;
}

/** The map as the rest of the program knows it: content in, presses and views out. */
export class MapHandle {
  private readonly map: MapLibreMap;
  private content: Omit<MapContent, 'drawings'> | null = null;
  private readonly drawings = new Map<string, Drawing>();
  private readonly listeners: { [Name in keyof MapEvents]: Set<MapEvents[Name]> } = {
    press: new Set(),
    view: new Set(),
    move: new Set(),
    pointer: new Set(),
  };
  private readonly tools: Tool[] = [];
  private isReady = false;
  private isStale = false;

  constructor(container: HTMLElement, { bounds, view }: { bounds: Bounds | null; view: View | null }) {
    this.map = new MapLibreMap({
      container,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      // Turning with two fingers is for maps in the hand; tilting hides what stands behind.
      maxPitch: 0,
      maxZoom: 20,
      // Whole surfaces keep their one name however far in: no tile is split further than it comes.
      zoomLevelsToOverscale: 24,
      fadeDuration: 120,
      ...(view
        ? { center: [view.lon, view.lat], zoom: view.zoom, bearing: view.turned_deg }
        : bounds
          ? { bounds: [...bounds] as [number, number, number, number], fitBoundsOptions: { padding: 24 } }
          : { center: [16, 59], zoom: 5 }),
    });
    this.map.on('load', () => {
      this.isReady = true;
      this.redraw();
    });
    // Scripts, tests and assistive tools can wait for a map that is drawn whole; the empty first style does not count.
    this.map.on('idle', () => {
      if (this.content) container.dataset['mapIdle'] = 'true';
    });
    this.map.on('dataloading', () => {
      container.dataset['mapIdle'] = 'false';
    });
    this.map.setMissingStyleImageResolver(async (id) => {
      // Figures in a sign are drawn with our own letters, once they are there.
      await document.fonts.ready;
      const image = drawImage(id);
      if (image && !this.map.hasImage(id)) this.map.addImage(id, image, { pixelRatio: imageRatio });
    });
    this.map.on('moveend', () => this.emit('view', this.view()));
    this.map.on('move', () => this.emit('move'));
    this.map.on('mousemove', ({ lngLat }) => this.emit('pointer', [lngLat.lng, lngLat.lat]));
    this.map.on('mouseout', () => this.emit('pointer', null));
    this.map.on('click', (event) => {
      const press = this.pressAt(event.point.x, event.point.y);
      if (!this.tools.some((tool) => tool.onPress?.(press))) this.emit('press', press);
    });
    this.map.on('mousemove', ({ point }) => this.setCursor(point));
    listenForDrags(this.map, this.tools, (x, y) => this.pressAt(x, y));
  }

  remove(): void {
    this.map.remove();
  }

  /** What the map is called to those who hear it: in the reader's language, also when she changes it. */
  setLabel(label: string): void {
    this.map.getCanvas().setAttribute('aria-label', label);
  }

  /** What is to be seen, drawings of panels apart. */
  setContent(content: Omit<MapContent, 'drawings'>): void {
    this.content = content;
    this.redraw();
  }

  /** Adds, changes or (null) takes away a drawing. New data alone is taken without looking at the rest of the style. */
  setDrawing(id: string, drawing: Drawing | null): void {
    const before = this.drawings.get(id);
    if (drawing) this.drawings.set(id, drawing);
    else this.drawings.delete(id);
    if (drawing && before?.styles === drawing.styles) this.setData(id, drawing.data);
    else this.redraw();
  }

  on<Name extends keyof MapEvents>(name: Name, listener: MapEvents[Name]): () => void {
    this.listeners[name].add(listener);
    return () => void this.listeners[name].delete(listener);
  }

  /** The latest tool is asked first. */
  takeTool(tool: Tool): () => void {
    this.tools.unshift(tool);
    this.map.getCanvas().style.cursor = tool.cursor ?? '';
    return () => {
      this.tools.splice(this.tools.indexOf(tool), 1);
      this.map.getCanvas().style.cursor = this.tools[0]?.cursor ?? '';
    };
  }

  view(): View {
    const { lat, lng } = this.map.getCenter();
    return { lat, lon: lng, zoom: this.map.getZoom(), turned_deg: this.map.getBearing() };
  }

  bounds(): Bounds {
    const [[west, south], [east, north]] = this.map.getBounds().toArray();
    return [west, south, east, north];
  }

  jumpTo({ lat, lon, zoom, turned_deg }: View): void {
    this.map.jumpTo({ center: [lon, lat], zoom, bearing: turned_deg });
  }

  /** Shows a box; a point is shown at the zoom of a street corner. */
  fit(bounds: Bounds, { padding = 48, maxZoom = 17 }: { padding?: number; maxZoom?: number } = {}): void {
    this.map.fitBounds([...bounds] as [number, number, number, number], {
      padding,
      maxZoom,
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      duration: 500,
    });
  }

  zoomBy(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: 200 });
  }

  northUp(): void {
    this.map.easeTo({ bearing: 0, duration: 200 });
  }

  project([lon, lat]: LonLat): readonly [x: number, y: number] {
    const { x, y } = this.map.project([lon, lat]);
    return [x, y];
  }

  unproject([x, y]: readonly [number, number]): LonLat {
    const { lng, lat } = this.map.unproject([x, y]);
    return [lng, lat];
  }

  /** How many metres on the ground a pixel is, in the middle of the map. */
  metresPerPixel(): number {
    return (156_543.033_92 * Math.cos((this.map.getCenter().lat * Math.PI) / 180)) / 2 ** (this.map.getZoom() + 1);
  }

  /** Everything drawn in sight by the style layers whose id begins with one of these. */
  inSight(prefixes: readonly string[]): readonly Picked[] {
    return this.isReady
      ? this.map
          .queryRenderedFeatures()
          .filter(({ layer }) => prefixes.some((prefix) => layer.id.startsWith(prefix)))
          .map(pickedOf)
      : [];
  }

  /** The map as a picture, so many dots a pixel of the screen. */
  picture(ratio = 2): Promise<MapPicture> {
    return takePicture(this.map, ratio, this.metresPerPixel());
  }

  /** Follows the device's position while it is on. */
  locate(onError: () => void): void {
    const control = new GeolocateControl({ positionOptions: { enableHighAccuracy: true }, showAccuracyCircle: true });
    control.on('error', onError);
    this.map.addControl(control);
    // The control starts a turn later, when it knows whether it may.
    setTimeout(() => control.trigger() || onError(), 300);
  }

  /** What lies over the map's lower part: its middle is the middle of what is left. */
  setCovered(bottom_px: number): void {
    this.map.setPadding({ top: 0, right: 0, left: 0, bottom: bottom_px });
  }

  private redraw(): void {
    if (!this.isReady || !this.content || this.isStale) return;
    this.isStale = true;
    // Several changes in one turn are one new style.
    queueMicrotask(() => {
      this.isStale = false;
      if (this.content) this.map.setStyle(composeStyle({ ...this.content, drawings: this.drawings }), { diff: true });
    });
  }

  private setData(id: string, data: FeatureCollection): void {
    const source = this.map.getSource<GeoJSONSource>(id);
    if (source) source.setData(data);
    else this.redraw();
  }

  private emit<Name extends keyof MapEvents>(name: Name, ...args: Parameters<MapEvents[Name]>): void {
    for (const listener of this.listeners[name]) (listener as (...given: Parameters<MapEvents[Name]>) => void)(...args);
  }

  private pressAt(x: number, y: number): MapPress {
    const picked = this.isReady ? pickAt(this.map, x, y) : [];
    return { lonLat: this.unproject([x, y]), screen: [x, y], picked };
  }

  private setCursor(point: { x: number; y: number }): void {
    if (this.tools[0]?.cursor) return;
    const onSign = this.pressAt(point.x, point.y).picked.length > 0;
    this.map.getCanvas().style.cursor = onSign ? 'pointer' : '';
  }
}
