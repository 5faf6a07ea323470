import type { Position, Ring } from '#core/position.ts';
import type { SetAside, SetAsideKind } from './set-asides.ts';
import type { Building, BuildingUse } from './types.ts';

/** Outlines in a square from -1 to 1 both ways; the box of the set-aside ground gives them their size. */
type Outline = readonly (readonly [number, number])[];

const bar: Outline = [
  [-0.84, -0.62],
  [0.84, -0.62],
  [0.84, 0.62],
  [-0.84, 0.62],
];
const block: Outline = [
  [-0.9, -0.86],
  [0.9, -0.86],
  [0.9, 0.86],
  [0.25, 0.86],
  [0.25, 0.7],
  [-0.9, 0.7],
];
const comb: Outline = [
  [-0.8, -0.15],
  [-0.8, -0.4],
  [0.8, -0.4],
  [0.8, 0.7],
  [0.56, 0.7],
  [0.56, -0.15],
  [0.12, -0.15],
  [0.12, 0.55],
  [-0.12, 0.55],
  [-0.12, -0.15],
  [-0.56, -0.15],
  [-0.56, 0.7],
  [-0.8, 0.7],
];
const angle: Outline = [
  [-0.75, -0.6],
  [0.7, -0.6],
  [0.7, -0.22],
  [-0.38, -0.22],
  [-0.38, 0.66],
  [-0.75, 0.66],
];
const court: Outline = [
  [-0.84, -0.8],
  [0.84, -0.8],
  [0.84, 0.8],
  [0.48, 0.8],
  [0.48, -0.3],
  [-0.48, -0.3],
  [-0.48, 0.8],
  [-0.84, 0.8],
];
const cross: Outline = [
  [-0.7, -0.2],
  [-0.05, -0.2],
  [-0.05, -0.46],
  [0.25, -0.46],
  [0.25, -0.2],
  [0.5, -0.2],
  [0.62, 0],
  [0.5, 0.2],
  [0.25, 0.2],
  [0.25, 0.46],
  [-0.05, 0.46],
  [-0.05, 0.2],
  [-0.7, 0.2],
];

type Landmark = { readonly outline: Outline; readonly use: BuildingUse; readonly height_m: number };

const landmarks: Partial<Record<SetAsideKind, Landmark>> = {
  station: { outline: bar, use: 'public', height_m: 12 },
  garage: { outline: bar, use: 'parking', height_m: 15 },
  school: { outline: comb, use: 'school', height_m: 9 },
  church: { outline: cross, use: 'church', height_m: 18 },
  health: { outline: angle, use: 'health', height_m: 10 },
  public: { outline: court, use: 'public', height_m: 14 },
  mall: { outline: block, use: 'shop', height_m: 8 },
};

/** Named exceptions to what their kind is built like. */
const own: Record<string, Partial<Landmark>> = {
  'sankt-olof': { height_m: 42 },
  sjukhuset: { outline: comb, height_m: 26 },
  idrottshallen: { outline: bar, height_m: 11 },
  agymnasiet: { height_m: 13 },
  bjorkskolan: { height_m: 8 },
};

/** The building that a piece of set-aside ground is kept for, or null where it is to stay open. */
export function landmarkOn(ground: SetAside): Building | null {
  const kind = landmarks[ground.kind];
  if (!kind) return null;
  const { outline, use, height_m } = { ...kind, ...own[ground.key] };
  const corners = outline.map(([u, v]) => within(ground.ring, u, v));
  return { key: `landmark-${ground.key}`, use, height_m, rings: [[...corners, corners[0]!]] };
}

/** A spot in a rectangle's own square: -1, -1 is its first corner, 1, 1 its third. */
export function within(rectangle: Ring, u: number, v: number): Position {
  const [a, b, c, d] = [rectangle[0]!, rectangle[1]!, rectangle[2]!, rectangle[3]!];
  const s = (u + 1) / 2;
  const t = (v + 1) / 2;
  const at = (axis: 0 | 1): number =>
    a[axis] * (1 - s) * (1 - t) + b[axis] * s * (1 - t) + c[axis] * s * t + d[axis] * (1 - s) * t;
  return toCentimetre([at(0), at(1)]);
}

/** Positions are kept to the centimetre: what is checked is then what is stored. */
export function toCentimetre([x, y]: Position): Position {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}
