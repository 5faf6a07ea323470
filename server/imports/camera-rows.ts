import { hash } from 'node:crypto';
import type { Position } from '#core/position.ts';

export type CameraKind = 'fixed' | 'dome' | 'ptz';

/** A camera as a file tells of it. */
export interface CameraRow {
  readonly row: number;
  /** The mast or wall; several cameras may share one. */
  readonly siteKey: string;
  readonly key: string;
  readonly name: string;
  readonly kind: CameraKind;
  readonly status: 'planned' | 'in_operation' | 'off';
  /** Null: not recorded, never north. */
  readonly bearing_deg: number | null;
  readonly angle_deg: number;
  readonly range_m: number;
  readonly height_m: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly position: Position;
}

/** What a camera is taken to see when the file does not say: documented in docs/import/cameras.md. */
export const defaultView: Readonly<Record<CameraKind, { readonly angle_deg: number; readonly range_m: number }>> = {
  fixed: { angle_deg: 60, range_m: 40 },
  dome: { angle_deg: 360, range_m: 30 },
  ptz: { angle_deg: 360, range_m: 60 },
};

const kindNames: Readonly<Record<string, CameraKind>> = {
  fixed: 'fixed',
  fast: 'fixed',
  bullet: 'fixed',
  dome: 'dome',
  kupol: 'dome',
  ptz: 'ptz',
  panning: 'ptz',
  rörlig: 'ptz',
};

/** Null when the text is none of the kinds. */
export function cameraKindOf(text: string): CameraKind | null {
  return kindNames[text.toLowerCase()] ?? null;
}

/** Digest of what the file says: a row that says the same again is left alone. */
export function digestOf(camera: CameraRow): string {
  return hash('sha256', JSON.stringify({ ...camera, row: 0 }), 'hex');
}
