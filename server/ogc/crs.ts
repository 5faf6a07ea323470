import type { Srid } from '../db/features.ts';
import { badParameter } from './bad-parameter.ts';

/** A reference system a client may ask for, by its OGC address. */
export interface Crs {
  readonly uri: string;
  readonly srid: Srid;
  /**
   * Whether the definition puts north before east. The standard lets the definition decide, and QGIS turns its
   * boxes and what it gets accordingly: in EPSG:3006 the first number is the northing.
   */
  readonly northFirst: boolean;
  /** About a centimetre. */
  readonly decimals: number;
}

export const crs84: Crs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  srid: 4326,
  northFirst: false,
  decimals: 7,
};
export const sweref99tm: Crs = {
  uri: 'http://www.opengis.net/def/crs/EPSG/0/3006',
  srid: 3006,
  northFirst: true,
  decimals: 3,
};
export const webMercator: Crs = {
  uri: 'http://www.opengis.net/def/crs/EPSG/0/3857',
  srid: 3857,
  northFirst: false,
  decimals: 2,
};

export const referenceSystems: readonly Crs[] = [crs84, sweref99tm, webMercator];

/** @throws 400 for a system that is not offered. */
export function crsOf(name: 'crs' | 'bbox-crs', value: string | undefined): Crs {
  if (value === undefined) return crs84;
  const found = referenceSystems.find(({ uri }) => uri === value);
  if (!found) throw badParameter(name, value, `Give one of ${referenceSystems.map(({ uri }) => uri).join(', ')}.`);
  return found;
}
