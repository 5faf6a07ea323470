import { normaliseBearing, bearingTo } from '#core/optics/bearing.ts';
import { outwards, wallsOf } from '#core/geometry/wall.ts';
import { distance_m, type Position } from '#core/position.ts';
import { seededRandom, type Random } from '#core/random.ts';
import { hamnkajenCamera } from './cases.ts';
import { crossings_m } from './geometry/cross.ts';
import { middleOf } from './geometry/line.ts';
import { onGround, SEED } from './frame.ts';
import { landmarkOn, toCentimetre } from './landmarks.ts';
import { municipalMarking, policeMarking } from './markings.ts';
import { setAsides, type SetAside } from './set-asides.ts';
import { purposes, sitePlans, type SitePlan } from './site-plan.ts';
import type { Building, Camera, Mast, Site } from './types.ts';

/** How far from its wall a camera hangs. Metres. */
const OFF_WALL_M = 0.3;

/** The sites and their cameras: on the walls of the ground's own building, or on the masts round it. */
export function makeSites(masts: readonly Mast[], buildings: readonly Building[]): Site[] {
  return sitePlans.map((plan): Site => {
    const random = seededRandom(`${SEED} site ${plan.ground}`);
    const id = random.uuid();
    const ground = setAsides.find(({ key }) => key === plan.ground);
    if (!ground) throw new Error(`No ground is set aside as ${plan.ground}.`);
    const marking = plan.organisation === 'polisen' ? policeMarking : municipalMarking;
    const isOpen = plan.secrecy === 'open' && !['idea', 'in_dialogue'].includes(plan.stage);
    return {
      id,
      key: plan.ground,
      organisation: plan.organisation,
      name: plan.name,
      purpose: (plan.placeType && purposes[plan.placeType]) ?? 'Förebygga inbrott och skadegörelse.',
      placeType: plan.placeType,
      stage: plan.stage,
      openedAt: isOpen ? '2026-01-12T09:00:00Z' : null,
      createdAt: '2025-12-01T08:00:00Z',
      at: toCentimetre(middleOf(ground.ring)),
      marking: plan.secrecy === 'open' ? null : marking(plan.secrecy, plan.since, random),
      cameras: viewsOf(plan, ground, masts, buildings).map((view, index) => camera(plan, view, index, random)),
    };
  });
}

type View = { readonly at: Position; readonly bearing_deg: number };

function camera(plan: SitePlan, { at, bearing_deg }: View, index: number, random: Random): Camera {
  const isInUse = plan.stage === 'in_operation';
  const isWall = plan.mounted === 'wall';
  const isDome = !isWall && plan.cameras > 2 && index === 0;
  return {
    id: random.uuid(),
    name: `${plan.name} ${index + 1}`,
    kind: isDome ? 'ptz' : random.next() < 0.2 ? 'dome' : 'fixed',
    status: !isInUse ? 'planned' : random.next() < 0.04 ? 'off' : 'in_operation',
    bearing_deg: Math.round(normaliseBearing(bearing_deg)) % 360,
    angle_deg: isDome ? 360 : isWall ? random.pick([85, 95, 105]) : random.pick([70, 80, 90]),
    range_m: isWall ? random.integer(22, 34) : random.integer(45, 65),
    height_m: isWall ? 4 : 7,
    inOperationFrom: isInUse ? plan.since : null,
    at: toCentimetre(at),
  };
}

function viewsOf(plan: SitePlan, ground: SetAside, masts: readonly Mast[], buildings: readonly Building[]): View[] {
  // The one view that is fixed: along the quay, over the place where the one crime of its case was.
  if (plan.ground === 'hamnplan') {
    const at = onGround(hamnkajenCamera);
    return [{ at, bearing_deg: bearingTo(at, middleOf(ground.ring)) }];
  }
  return plan.mounted === 'wall' ? wallViews(ground, plan.cameras) : mastViews(ground, plan.cameras, masts, buildings);
}

/** From the middles of the longest walls, one beside the other as little as can be. */
function wallViews(ground: SetAside, count: number): View[] {
  const building = landmarkOn(ground);
  if (!building) throw new Error(`Nothing stands on ${ground.key}.`);
  const walls = wallsOf(building.rings).toSorted((p, q) => distance_m(q.a, q.b) - distance_m(p.a, p.b));
  const chosen: View[] = [];
  for (const { a, b } of walls) {
    const out = outwards(a, b);
    const at: Position = [(a[0] + b[0]) / 2 + out[0] * OFF_WALL_M, (a[1] + b[1]) / 2 + out[1] * OFF_WALL_M];
    const bearing_deg = bearingTo([0, 0], out);
    if (chosen.length < count && chosen.every((other) => distance_m(other.at, at) > 12))
      chosen.push({ at, bearing_deg });
  }
  return chosen;
}

/** From masts round the ground towards its middle: the nearest one, then each time the one furthest from those chosen. */
function mastViews(ground: SetAside, count: number, masts: readonly Mast[], buildings: readonly Building[]): View[] {
  const middle = middleOf(ground.ring);
  const near = masts
    .filter(({ at }) => distance_m(at, middle) > 14 && distance_m(at, middle) < 90)
    .filter(({ at }) => !isHidden(at, middle, buildings))
    .toSorted((p, q) => distance_m(p.at, middle) - distance_m(q.at, middle))
    .slice(0, 6);
  if (near.length < count) throw new Error(`Too few masts at ${ground.key}.`);
  const chosen = near.slice(0, 1);
  const apart = ({ at }: Mast): number => Math.min(...chosen.map((other) => distance_m(other.at, at)));
  while (chosen.length < count) chosen.push(near.reduce((best, mast) => (apart(mast) > apart(best) ? mast : best)));
  return chosen.map(({ at }) => ({ at, bearing_deg: bearingTo(at, middle) }));
}

/** Whether a building stands between two positions. */
function isHidden(from: Position, to: Position, buildings: readonly Building[]): boolean {
  const reach = distance_m(from, to) + 60;
  return buildings.some(
    ({ rings }) => distance_m(rings[0]![0]!, from) < reach && crossings_m([from, to], rings[0]!).length > 0,
  );
}
