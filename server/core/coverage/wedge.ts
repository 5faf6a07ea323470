import { toRadians, turnOf } from '../optics/angles.ts';
import type { PolygonRings, Position } from '../position.ts';
import type { CameraView } from './camera-view.ts';

/** The arc is drawn with chords; the middle of a chord lies at most this far inside the true circle. */
export const CHORD_ERROR_M = 0.05;

/**
 * The uncut view: a sector of a circle, or the whole circle at 360 degrees, with straight chords for the arc.
 * A bearing nobody has recorded gives null below 360 degrees: unknown is not north. EPSG:3006, counter-clockwise.
 */
export function wedge({ position, bearing_deg, angle_deg, range_m }: CameraView): PolygonRings | null {
  if (bearing_deg === null && angle_deg < 360) return null;
  const { start_rad, step_rad, steps } = arcOf(bearing_deg, angle_deg, range_m);
  const arc = Array.from({ length: steps + 1 }, (_, step): Position => {
    const turn = start_rad + step * step_rad;
    return [position[0] + range_m * Math.cos(turn), position[1] + range_m * Math.sin(turn)];
  });
  if (angle_deg >= 360) return [[...arc.slice(0, -1), arc[0]!]];
  return [[position, ...arc, position]];
}

export type Arc = {
  /** Where the arc begins: radians counter-clockwise from east. */
  start_rad: number;
  /** The angle of the whole arc, radians. */
  sweep_rad: number;
  /** The angle of one chord, radians. */
  step_rad: number;
  /** How many chords. */
  steps: number;
};

/** The chords that stand for the arc of a view: all alike, as many as the chord error asks for and at least five. */
export function arcOf(bearing_deg: number | null, angle_deg: number, range_m: number): Arc {
  const sweep_rad = toRadians(angle_deg);
  const middle_rad = turnOf(bearing_deg ?? 0);
  const largestStep_rad = 2 * Math.acos(Math.max(0, 1 - CHORD_ERROR_M / range_m));
  const steps = Math.max(5, Math.ceil(sweep_rad / largestStep_rad));
  return { start_rad: middle_rad - sweep_rad / 2, sweep_rad, step_rad: sweep_rad / steps, steps };
}
