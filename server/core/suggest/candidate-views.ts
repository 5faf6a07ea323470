import { viewArea } from '../coverage/view-area.ts';
import { boxAround, boxHolds, boxOf } from '../geometry/box.ts';
import { boxIndex, type BoxIndex } from '../geometry/box-index.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import { bearingDifference_deg, bearingTo } from '../optics/bearing.ts';
import { distance_m, type Bearing, type PolygonRings, type Position } from '../position.ts';
import type { CameraModel, Mount } from './input.ts';
import type { WeighedCell } from './weigh-demand.ts';

/** Ways that are tried from each mount. */
export const BEARING_STEP_DEG = 30;
/**
 * A camera on a façade sees from up to 1.6 m beside its mount (coverage/eye.ts): seen from there, bearings to what is
 * farther than CLOSE_M differ by less than ROUGHLY_DEG; what is closer may be in any view.
 */
const CLOSE_M = 10;
const ROUGHLY_DEG = 10;

/** One camera that could be: a mount, a bearing, and the squares it would see. */
export type Candidate = {
  readonly mount: Mount;
  readonly bearing_deg: Bearing;
  /** Places in the array of weighed cells, rising. */
  readonly cells: readonly number[];
  /** How far from the middle of the view its weight lies: of views that see the same, the one best aimed is taken. */
  readonly offCentre_deg: number;
};

export type Scene = {
  readonly cells: readonly WeighedCell[];
  readonly cellIndex: BoxIndex;
  readonly buildings: readonly PolygonRings[];
  readonly buildingIndex: BoxIndex;
  readonly camera: CameraModel;
  readonly minimumIncidents: number;
};

export function makeScene(
  cells: readonly WeighedCell[],
  buildings: readonly PolygonRings[],
  camera: CameraModel,
  minimumIncidents: number,
): Scene {
  return {
    cells,
    cellIndex: boxIndex(
      cells.map(({ position }) => boxAround(position, 0)),
      camera.range_m,
    ),
    buildings,
    buildingIndex: boxIndex(buildings.map(boxOf), camera.range_m),
    camera,
    minimumIncidents,
  };
}

/** What a camera of the scene's model would see from a position, along a bearing or (null) all round. */
export function viewFrom(scene: Scene, position: Position, bearing_deg: Bearing | null): PolygonRings {
  const { range_m, angle_deg } = scene.camera;
  const near = scene.buildingIndex.meeting(boxAround(position, range_m + 2)).map((number) => scene.buildings[number]!);
  const view = viewArea({ position, bearing_deg, angle_deg: bearing_deg === null ? 360 : angle_deg, range_m }, near);
  if (!view) throw new Error('A candidate always has a bearing or sees all round.');
  return view;
}

/**
 * The cameras worth weighing from one mount: those whose view holds the minimum, and of which no other from the same
 * mount sees all that they see. Cheap bounds first: most mounts have too little about them to be looked at twice.
 */
export function candidatesAt(scene: Scene, mount: Mount): Candidate[] {
  const { cells, camera, minimumIncidents } = scene;
  const near = scene.cellIndex
    .meeting(boxAround(mount.position, camera.range_m + 2))
    .filter((number) => cells[number]!.need > 0);
  if (needOf(cells, near) < minimumIncidents) return [];

  const allRound = seenCells(cells, near, viewFrom(scene, mount.position, null));
  if (camera.angle_deg >= 360) return makeCandidates(cells, mount, [[0, allRound]], minimumIncidents);

  const views: [Bearing, number[]][] = [];
  for (let bearing_deg = 0; bearing_deg < 360; bearing_deg += BEARING_STEP_DEG) {
    const about = near.filter((number) => mayBeSeen(scene, mount, bearing_deg, cells[number]!.position));
    if (needOf(cells, about) < minimumIncidents) continue;
    views.push([bearing_deg, seenCells(cells, near, viewFrom(scene, mount.position, bearing_deg))]);
  }
  return makeCandidates(cells, mount, views, minimumIncidents);
}

function mayBeSeen({ camera }: Scene, mount: Mount, bearing_deg: Bearing, position: Position): boolean {
  if (distance_m(mount.position, position) < CLOSE_M) return true;
  const off = bearingDifference_deg(bearing_deg, bearingTo(mount.position, position));
  return Math.abs(off) <= camera.angle_deg / 2 + ROUGHLY_DEG;
}

function makeCandidates(
  cells: readonly WeighedCell[],
  mount: Mount,
  views: readonly [Bearing, number[]][],
  minimumIncidents: number,
): Candidate[] {
  const candidates = views
    .filter(([, seen]) => needOf(cells, seen) >= minimumIncidents)
    .map(([bearing_deg, seen]) => ({
      mount,
      bearing_deg,
      cells: seen,
      offCentre_deg: offCentre(cells, mount, bearing_deg, seen),
    }))
    .toSorted((a, b) => a.offCentre_deg - b.offCentre_deg || a.bearing_deg - b.bearing_deg);
  return candidates.filter((candidate, order) => {
    const seenBy = (other: Candidate) => candidate.cells.every((number) => other.cells.includes(number));
    return !candidates.some(
      (other, otherOrder) =>
        other !== candidate &&
        (other.cells.length > candidate.cells.length ||
          (other.cells.length === candidate.cells.length && otherOrder < order)) &&
        seenBy(other),
    );
  });
}

function seenCells(cells: readonly WeighedCell[], near: readonly number[], view: PolygonRings): number[] {
  const box = boxOf(view);
  return near.filter(
    (number) => boxHolds(box, cells[number]!.position) && pointInPolygon(view, cells[number]!.position),
  );
}

function needOf(cells: readonly WeighedCell[], numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + cells[number]!.need, 0);
}

/** Degrees between the bearing and the weighed middle of what is seen. */
function offCentre(cells: readonly WeighedCell[], mount: Mount, bearing_deg: Bearing, seen: readonly number[]): number {
  let east = 0;
  let north = 0;
  for (const number of seen) {
    const { position, weight } = cells[number]!;
    east += weight * (position[0] - mount.position[0]);
    north += weight * (position[1] - mount.position[1]);
  }
  return Math.abs(bearingDifference_deg(bearing_deg, bearingTo([0, 0], [east, north])));
}
