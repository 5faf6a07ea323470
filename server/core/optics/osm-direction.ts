import type { Bearing } from '../position.ts';
import { normaliseBearing } from './bearing.ts';

/** One way that a camera looks; the angle is known only where a sector was recorded. */
export type Direction = { bearing_deg: Bearing; angle_deg: number | null };

const COMPASS = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW'];

/**
 * The ways a camera looks, from a `camera:direction` or `direction` tag of OpenStreetMap: degrees clockwise from north
 * ("270"), one of 16 points of the compass ("SSW"), several of them ("90;180"), or a sector that runs clockwise
 * ("350-10", "NW-NE"). Null when it is blank or cannot be read, in whole or in part: unknown, never north.
 * OpenStreetMap counts from true north; grid north in EPSG:3006 is at most 8 degrees from that in Sweden.
 */
export function parseOsmDirection(text: string | null | undefined): Direction[] | null {
  const parts = (text ?? '').split(';').map((part) => part.trim());
  const directions = parts.map(parsePart);
  return directions.every((direction) => direction !== null) ? directions : null;
}

function parsePart(part: string): Direction | null {
  const [first, last, ...rest] = part.split(/\s*[-–]\s*/);
  const from = parsePoint(first!);
  if (from === null || rest.length > 0) return null;
  if (last === undefined) return { bearing_deg: normaliseBearing(from), angle_deg: null };
  const to = parsePoint(last);
  if (to === null || to === from) return null;
  const angle_deg = normaliseBearing(to - from) || 360;
  return { bearing_deg: normaliseBearing(from + angle_deg / 2), angle_deg };
}

function parsePoint(text: string): number | null {
  const point = COMPASS.indexOf(text.toUpperCase());
  if (point >= 0) return point * 22.5;
  if (!/^\d{1,3}([.,]\d+)?\s*°?$/.test(text)) return null;
  const degrees = Number.parseFloat(text.replace(',', '.'));
  return degrees <= 360 ? degrees : null;
}
