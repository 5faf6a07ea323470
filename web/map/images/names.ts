/** Names of the pictures on the map: everything that a picture depends on stands in its name. */
export type CameraKind = 'fixed' | 'dome' | 'ptz';
export type CameraStatus = 'planned' | 'in_operation' | 'off';

export function cameraImage(
  kind: CameraKind,
  status: CameraStatus,
  bearing: 'known' | 'unknown' | 'around',
  secrecy: 'open' | 'secret',
): string {
  return `camera:${kind}:${status}:${bearing}:${secrecy}`;
}

export function mountImage(priority: number | null, state: 'open' | 'done', secrecy: 'open' | 'secret'): string {
  return `mount:${priority ?? ''}:${state}:${secrecy}`;
}
