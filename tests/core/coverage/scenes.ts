import { seededRandom, type Random } from '#core/random.ts';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import type { PolygonRings, Position, Ring } from '#core/position.ts';

/** A corner of Exempelköping: coordinates of the size they really have, so that rounding shows. */
export const CENTRE: Position = [674_000, 6_580_000];

export function at(east_m: number, north_m: number): Position {
  return [CENTRE[0] + east_m, CENTRE[1] + north_m];
}

/** A building with its south-west corner at (east, north) from the centre, sides along the axes. */
export function block(east_m: number, north_m: number, width_m: number, depth_m: number): PolygonRings {
  const corners: Position[] = [
    at(east_m, north_m),
    at(east_m + width_m, north_m),
    at(east_m + width_m, north_m + depth_m),
    at(east_m, north_m + depth_m),
  ];
  return [[...corners, corners[0]!]];
}

/** Turned, overlapping, touching and courtyard buildings about the centre; about half of the rings run clockwise. */
export function randomScene(seed: number): { random: Random; buildings: PolygonRings[] } {
  const random = seededRandom(`scene ${seed}`);
  const buildings = Array.from({ length: random.integer(0, 25) }, () => randomBuilding(random));
  return { random, buildings };
}

function randomBuilding(random: Random): PolygonRings {
  const east = random.integer(-60, 60);
  const north = random.integer(-60, 60);
  const kind = random.integer(0, 3);
  if (kind === 0) return block(Math.round(east / 10) * 10, Math.round(north / 10) * 10, 10, 20); // these share walls and corners
  if (kind === 1) {
    const [outer] = block(east, north, 24, 24);
    const [court] = block(east + 6, north + 6, 12, 12);
    return [outer!, court!];
  }
  const corners = kind === 2 ? 3 : random.integer(4, 7);
  const radius = 3 + 12 * random.next();
  const turn = 2 * Math.PI * random.next();
  const ring: Position[] = Array.from({ length: corners }, (_, corner) => {
    const angle = turn + (2 * Math.PI * corner) / corners;
    return at(east + radius * Math.cos(angle), north + 0.7 * radius * Math.sin(angle));
  });
  ring.push(ring[0]!);
  return [random.next() < 0.5 ? ring : ring.toReversed()];
}

export function isIndoors(position: Position, buildings: readonly PolygonRings[]): boolean {
  return buildings.some((building) => pointInPolygon(building, position));
}

/** How far a ray reaches before it meets a wall, by trying every wall; the slow and obvious way. */
export function castRay_m(
  from: Position,
  turn_rad: number,
  range_m: number,
  buildings: readonly PolygonRings[],
): number {
  const ux = Math.cos(turn_rad);
  const uy = Math.sin(turn_rad);
  let reach = range_m;
  for (const ring of buildings.flat()) {
    for (let index = 1; index < ring.length; index += 1) {
      const px = ring[index - 1]![0] - from[0];
      const py = ring[index - 1]![1] - from[1];
      const dx = ring[index]![0] - ring[index - 1]![0];
      const dy = ring[index]![1] - ring[index - 1]![1];
      const determinant = ux * dy - uy * dx;
      if (determinant === 0) continue;
      const distance = (px * dy - py * dx) / determinant;
      const along = (px * uy - py * ux) / determinant;
      if (along >= 0 && along <= 1 && distance > 0 && distance < reach) reach = distance;
    }
  }
  return reach;
}

export function distanceToWalls_m(position: Position, buildings: readonly PolygonRings[]): number {
  let nearest = Infinity;
  for (const ring of buildings.flat()) nearest = Math.min(nearest, distanceToRing_m(position, ring));
  return nearest;
}

export function distanceToRing_m([x, y]: Position, ring: Ring): number {
  let nearest = Infinity;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1]!;
    const [bx, by] = ring[index]!;
    const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2));
    nearest = Math.min(nearest, Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y));
  }
  return nearest;
}

/** Pairs of edges, not neighbours, that cross each other properly. */
export function selfCrossings(ring: Ring): number {
  let crossings = 0;
  for (let i = 1; i < ring.length; i += 1) {
    for (let j = i + 2; j < ring.length; j += 1) {
      if (i === 1 && j === ring.length - 1) continue;
      const [a, b, c, d] = [ring[i - 1]!, ring[i]!, ring[j - 1]!, ring[j]!];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) crossings += 1;
    }
  }
  return crossings;
}

/** On which side of the line from a to b the position c lies; zero within a micrometre. */
function side(a: Position, b: Position, c: Position): number {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const distance = ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / length;
  return Math.abs(distance) < 1e-6 ? 0 : Math.sign(distance);
}
