import { boxOf } from '#core/geometry/box.ts';
import { boxIndex } from '#core/geometry/box-index.ts';
import { viewArea } from '#core/coverage/view-area.ts';
import type { PolygonRings } from '#core/position.ts';
import type { Building, Camera } from './types.ts';

/** Works out what a camera sees among the buildings; null where its bearing is not known. */
export function coverageAmong(buildings: readonly Building[]): (camera: Camera) => PolygonRings | null {
  const boxes = boxIndex(
    buildings.map(({ rings }) => boxOf(rings)),
    100,
  );
  return ({ at, bearing_deg, angle_deg, range_m }) => {
    const near = boxes.meeting([at[0] - range_m, at[1] - range_m, at[0] + range_m, at[1] + range_m]);
    return viewArea(
      { position: at, bearing_deg, angle_deg, range_m },
      near.map((number) => buildings[number]!.rings),
    );
  };
}
