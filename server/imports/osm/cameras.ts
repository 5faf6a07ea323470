import { parseOsmDirection } from '#core/optics/osm-direction.ts';
import type { Position } from '#core/position.ts';
import { cameraKindOf, defaultView, type CameraRow } from '../camera-rows.ts';
import { parseDay } from '../values.ts';
import { parseHeight_m } from './buildings.ts';

/**
 * The cameras at a node tagged man_made=surveillance: one for each direction that is recorded, one of unknown bearing
 * when none is. Guards and plate readers are no cameras of this kind: none.
 */
export function camerasOf(
  tags: Readonly<Record<string, string | undefined>>,
  key: string,
  row: number,
  position: Position,
): CameraRow[] {
  if (tags['man_made'] !== 'surveillance') return [];
  if (!['', 'camera'].includes(tags['surveillance:type'] ?? '')) return [];
  const kind = cameraKindOf(tags['camera:type'] ?? '') ?? 'fixed';
  const height = parseHeight_m(tags['height'] ?? '');
  const directions = parseOsmDirection(tags['camera:direction'] || tags['direction']) ?? [null];
  const view = defaultView[kind];
  return directions.map((direction, order) => ({
    row,
    siteKey: key,
    key: order === 0 ? key : `${key}#${order + 1}`,
    name: tags['name'] || tags['ref'] || tags['operator'] || key,
    kind,
    status: 'in_operation',
    bearing_deg: direction?.bearing_deg ?? null,
    angle_deg: direction?.angle_deg ?? view.angle_deg,
    range_m: view.range_m,
    height_m: height !== null && height > 0 && height <= 60 ? height : null,
    from: parseDay(tags['start_date'] ?? '', 'dmy'),
    to: null,
    position,
  }));
}
