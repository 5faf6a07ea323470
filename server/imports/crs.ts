import proj4 from 'proj4';
import { fromLonLat } from '#core/projection/sweref99tm.ts';
import type { Position } from '#core/position.ts';
import { ImportFault } from './fault.ts';

/** A coordinate system that a municipality may meet: its EPSG code, what people call it, its definition for PROJ. */
interface System {
  readonly name: string;
  readonly definition: string;
}

const grs80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
const gaussKruger = (lon: number, x0: number, datum: string) =>
  `+proj=tmerc +lat_0=0 +lon_0=${lon} +k=1 +x_0=${x0} +y_0=0 ${datum}`;

/** Central meridians of the twelve local SWEREF 99 zones, by EPSG code: what municipalities keep their own maps in. */
const localZones: Readonly<Record<number, readonly [name: string, lon_deg: number]>> = {
  3007: ['12 00', 12],
  3008: ['13 30', 13.5],
  3009: ['15 00', 15],
  3010: ['16 30', 16.5],
  3011: ['18 00', 18],
  3012: ['14 15', 14.25],
  3013: ['15 45', 15.75],
  3014: ['17 15', 17.25],
  3015: ['18 45', 18.75],
  3016: ['20 15', 20.25],
  3017: ['21 45', 21.75],
  3018: ['23 15', 23.25],
};

/**
 * RT 90 by way of the seven-parameter transformation that Lantmäteriet derived at 165 points (EPSG:1895, to a decimetre).
 * Lantmäteriet's direct projection parameters (EPSG:3845-3850, for receivers) differ from it by 0.05 to 0.4 m.
 */
const rt90 = '+ellps=bessel +towgs84=414.1,41.3,603.1,-0.855,2.141,-7.023,0 +units=m +no_defs';
const rt90Zones: Readonly<Record<number, readonly [name: string, lon_deg: number]>> = {
  3019: ['7,5 gon V', 11 + 18 / 60 + 29.8 / 3600],
  3020: ['5 gon V', 13 + 33 / 60 + 29.8 / 3600],
  3021: ['2,5 gon V', 15 + 48 / 60 + 29.8 / 3600],
  3022: ['0 gon', 18 + 3 / 60 + 29.8 / 3600],
  3023: ['2,5 gon O', 20 + 18 / 60 + 29.8 / 3600],
  3024: ['5 gon O', 22 + 33 / 60 + 29.8 / 3600],
};

const utm = (zone: number, datum: string) => `+proj=utm +zone=${zone} ${datum}`;
const wgs84 = '+datum=WGS84 +units=m +no_defs';

const systems: ReadonlyMap<number, System> = new Map<number, System>([
  [4326, { name: 'WGS 84 (longitud, latitud)', definition: 'EPSG:4326' }],
  [3857, { name: 'Web Mercator', definition: 'EPSG:3857' }],
  [3006, { name: 'SWEREF 99 TM', definition: utm(33, grs80) }],
  ...Object.entries(localZones).map(
    ([code, [name, lon]]) =>
      [Number(code), { name: `SWEREF 99 ${name}`, definition: gaussKruger(lon, 150_000, grs80) }] as const,
  ),
  ...Object.entries(rt90Zones).map(
    ([code, [name, lon]]) =>
      [Number(code), { name: `RT 90 ${name}`, definition: gaussKruger(lon, 1_500_000, rt90) }] as const,
  ),
  ...[32, 33, 34].map(
    (zone) => [25_800 + zone, { name: `ETRS89 / UTM ${zone}N`, definition: utm(zone, grs80) }] as const,
  ),
  ...[32, 33, 34, 35].map(
    (zone) => [32_600 + zone, { name: `WGS 84 / UTM ${zone}N`, definition: utm(zone, wgs84) }] as const,
  ),
  [3035, { name: 'ETRS89 / LAEA', definition: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${grs80}` }],
  [
    2154,
    {
      name: 'RGF93 / Lambert-93',
      definition: `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${grs80}`,
    },
  ],
  [
    27700,
    {
      name: 'OSGB36 / British National Grid',
      // To some five metres, as EPSG:1314 says: enough to run against British files.
      definition:
        '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
    },
  ],
]);

/** Every EPSG code that a table of coordinates may be in. */
export const knownCrs: readonly number[] = [...systems.keys()].toSorted((a, b) => a - b);

/** What the system is called; "EPSG:1234" for one that is in no table. */
export function crsName(epsg: number): string {
  return systems.get(epsg)?.name ?? `EPSG:${epsg}`;
}

/** Makes positions in SWEREF 99 TM from a pair of numbers, east (or longitude) first. */
export type ToMetres = (east: number, north: number) => Position;

/** Further than this from 15 degrees east the plane is no map any more. */
const furthest_deg = 40;
const nowhere: Position = [Number.NaN, Number.NaN];

/**
 * From a system that a table of coordinates may be in (`knownCrs`). Exact to the millimetre but for RT 90 (0.1 m) and
 * the British grid (5 m); WGS 84 is taken to be SWEREF 99, from which it differs by less than a metre.
 * Gives NaN for what lies outside the map.
 * @throws ImportFault `unknown_crs`
 */
export function toMetresFrom(epsg: number): ToMetres {
  const system = systems.get(epsg);
  if (!system) throw new ImportFault('unknown_crs', { crs: String(epsg) });
  if (epsg === 3006) return (east, north) => [east, north];
  if (epsg === 4326) return onMap;
  const toDegrees = proj4(system.definition, 'EPSG:4326');
  return (east, north) => {
    if (!Number.isFinite(east) || !Number.isFinite(north)) return nowhere;
    const [lon = Number.NaN, lat = Number.NaN] = toDegrees.forward([east, north]);
    return onMap(lon, lat);
  };
}

/** To the system from SWEREF 99 TM, east (or longitude) first. @throws ImportFault `unknown_crs` */
export function fromMetresTo(epsg: number): (position: Position) => readonly [east: number, north: number] {
  const system = systems.get(epsg);
  const metres = systems.get(3006);
  if (!system || !metres) throw new ImportFault('unknown_crs', { crs: String(epsg) });
  const path = proj4(metres.definition, system.definition);
  return ([east, north]) => {
    const [a = Number.NaN, b = Number.NaN] = path.forward([east, north]);
    return [a, b];
  };
}

function onMap(lon: number, lat: number): Position {
  return Math.abs(lon - 15) <= furthest_deg && Math.abs(lat) <= 84 ? fromLonLat([lon, lat]) : nowhere;
}
