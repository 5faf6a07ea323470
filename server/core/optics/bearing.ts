import type { Bearing, Position } from '../position.ts';
import { toDegrees } from './angles.ts';

/** Any number of degrees as a bearing: 0 <= bearing < 360; both 0 and 360 are north. */
export function normaliseBearing(degrees: number): Bearing {
  const rest = degrees % 360;
  return rest < 0 ? (rest + 360) % 360 : rest + 0;
}

/** How far to turn clockwise from one bearing to another the shortest way: -180 < difference <= 180. */
export function bearingDifference_deg(from: Bearing, to: Bearing): number {
  const clockwise = normaliseBearing(to - from);
  return clockwise > 180 ? clockwise - 360 : clockwise;
}

/** The bearing from one position to another in the grid of EPSG:3006; north for two at the same spot. */
export function bearingTo(from: Position, to: Position): Bearing {
  return normaliseBearing(toDegrees(Math.atan2(to[0] - from[0], to[1] - from[1])));
}
