import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Drawing } from './compose-style.ts';
import type { MapEvents, MapHandle, Tool } from './handle.ts';

interface MapSlot {
  readonly handle: MapHandle | null;
  readonly setHandle: (handle: MapHandle | null) => void;
}
const MapContext = createContext<MapSlot>({ handle: null, setHandle: () => undefined });

/** Lets panels beside the map reach it. */
export function MapProvider({ children }: { children: ReactNode }) {
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const slot = useMemo(() => ({ handle, setHandle }), [handle]);
  return <MapContext value={slot}>{children}</MapContext>;
}

/** The map; null until it is there, and for ever where there is no WebGL. */
export function useMap(): MapHandle | null {
  return use(MapContext).handle;
}

export function useMapSlot(): MapSlot {
  return use(MapContext);
}

/** Draws something of a panel's own for as long as the panel is there. Keep `drawing.styles` the same object. */
export function useDrawing(id: string, drawing: Drawing | null): void {
  const map = useMap();
  useEffect(() => map?.setDrawing(id, drawing), [map, id, drawing]);
  useEffect(() => () => map?.setDrawing(id, null), [map, id]);
}

/** Hears an event of the map for as long as the component is there. Keep `listener` the same function. */
export function useMapEvent<Name extends keyof MapEvents>(name: Name, listener: MapEvents[Name]): void {
  const map = useMap();
  useEffect(() => map?.on(name, listener), [map, name, listener]);
}

/** Takes the pointer while `tool` is not null. */
export function useTool(tool: Tool | null): void {
  const map = useMap();
  useEffect(() => (tool ? map?.takeTool(tool) : undefined), [map, tool]);
}
