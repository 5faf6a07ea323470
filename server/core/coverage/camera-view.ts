import type { Position } from '../position.ts';

/** What is needed to know where a camera looks, apart from what stands in the way. */
export type CameraView = {
  /** Where the camera hangs, EPSG:3006. */
  position: Position;
  /** The middle of the view, degrees clockwise from grid north; null when nobody has recorded it. */
  bearing_deg: number | null;
  /** The horizontal angle of view, 0 < angle <= 360. */
  angle_deg: number;
  /** How far from the camera the view is counted, metres on the ground. */
  range_m: number;
};

/** Throws, with the bad value in the message, unless the view can be drawn. */
export function checkCameraView({ position, bearing_deg, angle_deg, range_m }: CameraView): void {
  if (!position.every(Number.isFinite)) throw new Error(`Unexpected position: ${position.join(', ')}.`);
  if (bearing_deg !== null && !Number.isFinite(bearing_deg)) throw new Error(`Unexpected bearing_deg: ${bearing_deg}.`);
  if (!(angle_deg > 0 && angle_deg <= 360)) throw new Error(`Unexpected angle_deg: ${angle_deg}.`);
  if (!(range_m > 0 && range_m <= MAX_RANGE_M)) throw new Error(`Unexpected range_m: ${range_m}.`);
}

/** Beyond this a "range" is a typing error: thermal cameras on masts reach a few kilometres, no safety camera does. */
export const MAX_RANGE_M = 5000;
