import type { Position } from '../position.ts';

export function toRadians(angle_deg: number): number {
  return (angle_deg * Math.PI) / 180;
}

export function toDegrees(angle_rad: number): number {
  return (angle_rad * 180) / Math.PI;
}

/** A bearing (degrees clockwise from north) as the angle of mathematics: radians counter-clockwise from east. */
export function turnOf(bearing_deg: number): number {
  return toRadians(90 - bearing_deg);
}

/** The unit vector (east, north) along a bearing. */
export function alongBearing(bearing_deg: number): Position {
  const bearing_rad = toRadians(bearing_deg);
  return [Math.sin(bearing_rad), Math.cos(bearing_rad)];
}
