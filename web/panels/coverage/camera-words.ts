import type { NewCamera } from '#core/wire/sites.ts';
import type { Text } from '../../text/use-text.ts';

/** A camera's properties as people read them, always in the same order. */
export function cameraWords(
  camera: NewCamera,
  { t, number, quantity }: Text,
): readonly (readonly [name: string, value: string])[] {
  const { fields, kinds, statuses } = t.coverage;
  const { metre, degree } = t.common.units;
  return [
    [fields.name, camera.name],
    [fields.kind, kinds[camera.kind]],
    [fields.status, statuses[camera.status]],
    [fields.bearing, camera.bearing_deg === null ? fields.bearingUnknown : `${number(camera.bearing_deg)}${degree}`],
    [fields.angle, `${number(camera.angle_deg)}${degree}`],
    [fields.range, quantity(camera.range_m, metre)],
    [fields.height, camera.height_m === null ? fields.heightUnknown : quantity(camera.height_m, metre, 1)],
    [fields.position, `${number(camera.position[1], 5)}, ${number(camera.position[0], 5)}`],
  ];
}
