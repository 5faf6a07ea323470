import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapPress, Tool } from './handle.ts';

interface Pressed {
  readonly point: { readonly x: number; readonly y: number };
  readonly preventDefault: () => void;
}
interface Moved {
  readonly lngLat: { readonly lng: number; readonly lat: number };
}

/** Gives a drag to the first tool that wants it; the map stays still meanwhile. With mouse and with one finger. */
export function listenForDrags(
  map: MapLibreMap,
  tools: readonly Tool[],
  pressAt: (x: number, y: number) => MapPress,
): void {
  let tool: Tool | null = null;
  const start = (event: Pressed) => {
    const press = pressAt(event.point.x, event.point.y);
    tool = tools.find((one) => one.onDragStart?.(press)) ?? null;
    if (!tool) return;
    event.preventDefault();
    map.dragPan.disable();
  };
  const move = ({ lngLat }: Moved) => tool?.onDrag?.([lngLat.lng, lngLat.lat]);
  const end = ({ lngLat }: Moved) => {
    if (!tool) return;
    const ended = tool;
    tool = null;
    map.dragPan.enable();
    ended.onDragEnd?.([lngLat.lng, lngLat.lat]);
  };
  map.on('mousedown', start);
  // Two fingers are the map's.
  map.on('touchstart', (event) => event.points.length === 1 && start(event));
  map.on('mousemove', move);
  map.on('touchmove', move);
  map.on('mouseup', end);
  map.on('touchend', end);
  map.on('touchcancel', end);
}
