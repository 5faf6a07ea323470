/**
 * The address is the state: what is looked at, where, and what is chosen. Made and read here and nowhere else.
 * Everything but the place stands behind the `#`, which a browser never sends: where somebody looks ends up in no log.
 *
 *   /tackning#vy=57.21034,15.40213,14.2&lager=coverage,cameras.60&ar=2025&val=site.8f…&f.status=planned
 */
export const places = ['coverage', 'candidates', 'camera-points', 'areas', 'data'] as const;
export type Place = (typeof places)[number];

/** The Swedish path is the one that is written, whatever the language: one thing has one address. */
const paths: Record<Place, string> = {
  coverage: '/tackning',
  candidates: '/platser',
  'camera-points': '/kamerapunkter',
  areas: '/omraden',
  data: '/data',
};

export interface View {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
  /** Degrees clockwise that the top of the map is turned from north. */
  readonly turned_deg: number;
}

export interface ShownLayer {
  readonly id: string;
  /** 1-100. */
  readonly opacity_percent: number;
}

/** One thing, shared by map, list and panel. */
export interface Selection {
  readonly kind: 'site' | 'camera' | 'planned-mount' | 'masked' | 'area' | 'place' | 'suggestion' | 'job';
  readonly id: string;
}
const kinds = ['site', 'camera', 'planned-mount', 'masked', 'area', 'place', 'suggestion', 'job'] as const;

export interface Address {
  /** Null at "/": the account's own place. */
  readonly place: Place | null;
  /** Null: the municipality. */
  readonly view: View | null;
  /** Null: the place's own layers. Lowest first. */
  readonly layers: readonly ShownLayer[] | null;
  /** Null: the newest there is. */
  readonly year: number | null;
  /** What a panel filters by, under names of its own. */
  readonly filter: Readonly<Record<string, string>>;
  readonly selection: Selection | null;
  /** Shows everything as to somebody without clearance. */
  readonly uncleared: boolean;
}

export const emptyAddress: Address = {
  place: null,
  view: null,
  layers: null,
  year: null,
  filter: {},
  selection: null,
  uncleared: false,
};

/** The address as path and fragment. Parts that say nothing are left out; filters stand in alphabetical order. */
export function writeAddress(address: Address): string {
  const parts: string[] = [];
  const { view, layers, year, filter, selection } = address;
  if (view) {
    const turned = view.turned_deg === 0 ? '' : `,${round(view.turned_deg, 0)}`;
    parts.push(`vy=${view.lat.toFixed(5)},${view.lon.toFixed(5)},${round(view.zoom, 1)}${turned}`);
  }
  if (layers) parts.push(`lager=${layers.map(writeLayer).join(',')}`);
  if (year !== null) parts.push(`ar=${year}`);
  for (const name of Object.keys(filter).toSorted()) {
    if (filter[name]) parts.push(`f.${encodeURIComponent(name)}=${encodeURIComponent(filter[name])}`);
  }
  if (selection) parts.push(`val=${selection.kind}.${encodeURIComponent(selection.id)}`);
  if (address.uncleared) parts.push('utan=1');
  const path = address.place ? paths[address.place] : '/';
  return parts.length > 0 ? `${path}#${parts.join('&')}` : path;
}

/** Reads a path and a fragment. What cannot be read is left out, so that an old or mangled link still opens something. */
export function readAddress(path: string, fragment: string): Address {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const filter: Record<string, string> = {};
  for (const [name, value] of given) if (name.startsWith('f.') && value) filter[name.slice(2)] = value;
  const year = Number(given.get('ar'));
  return {
    place: places.find((place) => path === paths[place]) ?? null,
    view: readView(given.get('vy')),
    layers: given.has('lager') ? readLayers(given.get('lager') ?? '') : null,
    year: Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null,
    filter,
    selection: readSelection(given.get('val')),
    uncleared: given.get('utan') === '1',
  };
}

function readView(text: string | null): View | null {
  const [lat, lon, zoom, turned_deg = 0, ...rest] = (text ?? '').split(',').map(Number);
  if (lat === undefined || lon === undefined || zoom === undefined || rest.length > 0) return null;
  if (!(Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 22 && Math.abs(turned_deg) <= 360))
    return null;
  return { lat, lon, zoom, turned_deg };
}

function writeLayer({ id, opacity_percent }: ShownLayer): string {
  return opacity_percent === 100 ? id : `${id}.${opacity_percent}`;
}

function readLayers(text: string): readonly ShownLayer[] {
  return text
    .split(',')
    .map((part) => /^([a-z-]+)(?:\.(\d{1,3}))?$/.exec(part))
    .filter((match) => match !== null)
    .map(([, id, opacity]) => ({ id: id!, opacity_percent: Math.min(100, Math.max(1, Number(opacity ?? 100))) }));
}

function readSelection(text: string | null): Selection | null {
  const dot = text?.indexOf('.') ?? -1;
  if (!text || dot < 1 || dot === text.length - 1) return null;
  const kind = kinds.find((known) => known === text.slice(0, dot));
  return kind ? { kind, id: text.slice(dot + 1) } : null;
}

function round(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
