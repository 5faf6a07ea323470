import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import { boxHolds } from '#core/geometry/box.ts';
import { distance_m, type Box, type Position } from '#core/position.ts';
import type { Random } from '#core/random.ts';
import { crossings_m } from './geometry/cross.ts';
import type { Ground } from './geometry/ground.ts';
import { beside, cut, length_m, stationAt, withinBox, type Line } from './geometry/line.ts';
import type { Zone } from './main-streets.ts';

/** How the streets of a zone keep clear of what was there before them, kerb to thing. Metres. */
const clear = { water: 16, rail: 16, soft: 22, motorway: 30, setAside: 7 };
const STEP_M = 6;
const SHORTEST_M = 62;
/** How far a street is drawn on to meet a main street. */
const OPEN_END_M = 72;

/**
 * The streets of one zone: long ones along its direction, `apart_m` apart and gently bent, and cross streets shot from
 * them until they meet another. They begin and end on the streets round the zone or on one another; those that meet
 * none are left out. `around` are the main streets, `ground` holds what may not be crossed.
 */
export function zoneStreets(zone: Zone, main: readonly Line[], ground: Ground, random: Random): Line[] {
  if (zone.use === 'forest' || zone.use === 'farmland') return [];
  const around = main.flatMap((line) => withinBox(line, grown(zone.box, 60)));
  const warp = warpOf(zone, random);
  const long = longStreets(zone, warp, around, ground);
  const all: Line[] = [...long];
  for (const street of long) {
    const first = zone.cross_m * (0.35 + 0.3 * random.next());
    for (let s = first; s < length_m(street) - 30; s += zone.cross_m * (0.85 + 0.3 * random.next())) {
      for (const side of [1, -1] as const) {
        const cross = shoot(street, s, side, zone, around, all, ground);
        if (cross) all.push(cross);
      }
    }
  }
  return connected(all, around);
}

function grown([west, south, east, north]: Box, by_m: number): Box {
  return [west - by_m, south - by_m, east + by_m, north + by_m];
}

type Warp = (u_m: number, v_m: number) => Position;

function warpOf(zone: Zone, random: Random): Warp {
  const [west, south, east, north] = zone.box;
  const [cx, cy] = [(west + east) / 2, (south + north) / 2];
  const turn = (zone.angle_deg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [p1, p2] = [random.next() * 7, random.next() * 7];
  return (u, v) => {
    const bentU = u + zone.bend_m * Math.sin(v / 95 + p1);
    const bentV = v + zone.bend_m * Math.sin(u / 88 + p2) + zone.bend_m * 0.8 * Math.sin(u / 190 + p1);
    return [cx + bentU * cos - bentV * sin, cy + bentU * sin + bentV * cos];
  };
}

function longStreets(zone: Zone, warp: Warp, around: readonly Line[], ground: Ground): Line[] {
  const [west, south, east, north] = zone.box;
  const reach = Math.hypot(east - west, north - south) / 2 + 40;
  const rows = Math.ceil(reach / zone.apart_m);
  return Array.from({ length: 2 * rows + 1 }, (_, row) => (row - rows + 0.5) * zone.apart_m).flatMap((v) => {
    const line = Array.from({ length: Math.ceil((2 * reach) / STEP_M) }, (_, index) => warp(index * STEP_M - reach, v));
    return runs(line, zone, around, ground, 0.62 * zone.apart_m);
  });
}

/** The stretches of a line that may be a street, each drawn on to the street where it leaves the zone. */
function runs(line: Line, zone: Zone, around: readonly Line[], ground: Ground, besideMain_m: number): Line[] {
  const found: Line[] = [];
  let run: Position[] = [];
  line.forEach((at, index) => {
    const isAlive = mayPass(at, zone, ground) && !runsBeside(line, index, around, besideMain_m);
    if (isAlive) run.push(at);
    if (run.length > 0 && (!isAlive || index === line.length - 1)) {
      const whole = joined(run, zone, around, ground);
      if (length_m(whole) >= SHORTEST_M) found.push(whole);
      run = [];
    }
  });
  return found;
}

function mayPass(at: Position, zone: Zone, ground: Ground): boolean {
  return boxHolds(zone.box, at) && pointInPolygon([zone.ring], at) && ground.isFreeAt(at, clear);
}

/** Whether the line runs along a main street, close by: then it would be a second one. */
function runsBeside(line: Line, index: number, around: readonly Line[], least_m: number): boolean {
  const at = line[index]!;
  const next = line[Math.min(index + 1, line.length - 1)]!;
  const before = line[Math.max(index - 1, 0)]!;
  const length = distance_m(before, next);
  for (const main of around) {
    for (let j = 1; j < main.length; j += 1) {
      const a = main[j - 1]!;
      const b = main[j]!;
      if (Math.abs(a[0] - at[0]) > least_m + 15 || Math.abs(a[1] - at[1]) > least_m + 15) continue;
      if (distance_m(a, at) > least_m + 6) continue;
      const cosine =
        ((b[0] - a[0]) * (next[0] - before[0]) + (b[1] - a[1]) * (next[1] - before[1])) / (length * distance_m(a, b));
      if (Math.abs(cosine) > 0.82) return true;
    }
  }
  return false;
}

/** Draws both ends of a run on to the main street they head for, straight on and no further than OPEN_END_M. */
function joined(run: readonly Position[], zone: Zone, around: readonly Line[], ground: Ground): Line {
  const onwards = (from: Position, to: Position): Line => {
    const length = distance_m(from, to);
    const steps = Array.from({ length: OPEN_END_M / STEP_M }, (_, step): Position => {
      const by = (step * STEP_M) / length;
      return [to[0] + (to[0] - from[0]) * by, to[1] + (to[1] - from[1]) * by];
    });
    const way = meet(steps, around);
    return way?.slice(1, -1).every((at) => mayPass(at, zone, ground)) ? [way.at(-1)!] : [];
  };
  if (run.length < 3) return run;
  return [...onwards(run[2]!, run[0]!), ...run, ...onwards(run.at(-3)!, run.at(-1)!)];
}

/** The way along a lead up to the first street that it meets; null when it meets none. */
function meet(lead: Line, others: readonly Line[]): Line | null {
  if (lead.length < 2) return null;
  const hits = others.flatMap((other) => crossings_m(lead, other)).filter((at) => at > 0.01);
  return hits.length > 0 ? cut(lead, 0, Math.min(...hits)) : null;
}

/** A cross street from a place on a street to the next street on that side; null when there is none within reach. */
function shoot(
  from: Line,
  s_m: number,
  side: 1 | -1,
  zone: Zone,
  around: readonly Line[],
  streets: readonly Line[],
  ground: Ground,
): Line | null {
  const station = stationAt(from, s_m);
  const reach = zone.apart_m * (side === 1 ? 1.5 : 1.9);
  const lead = Array.from({ length: Math.ceil(reach / STEP_M) }, (_, index) => beside(station, side * index * STEP_M));
  const others = streets.filter((street) => street !== from);
  const way = meet(lead, [...around, ...others]);
  if (!way || length_m(way) < 30) return null;
  // Towards the right a street of the zone shoots back by itself.
  const end = way.at(-1)!;
  const endsOnMain = meet(lead, around)?.at(-1);
  if (side === -1 && !(endsOnMain && distance_m(endsOnMain, end) < 0.1)) return null;
  if (!way.slice(1, -1).every((at) => mayPass(at, zone, ground))) return null;
  return hasNeighbour(way, streets, from) ? null : [way[0]!, end];
}

/** Whether another cross street already runs close by. */
function hasNeighbour(way: Line, streets: readonly Line[], from: Line): boolean {
  const middle = way[Math.floor(way.length / 2)]!;
  return streets.some(
    (street) =>
      street !== from && street.length <= 3 && distance_m(stationAt(street, length_m(street) / 2).at, middle) < 55,
  );
}

/** Only the streets that one can reach from the main ones. */
function connected(streets: readonly Line[], around: readonly Line[]): Line[] {
  const reached = new Set<Line>();
  let grew = true;
  while (grew) {
    grew = false;
    for (const street of streets) {
      if (reached.has(street)) continue;
      if ([...around, ...reached].some((other) => touches(street, other))) {
        reached.add(street);
        grew = true;
      }
    }
  }
  return streets.filter((street) => reached.has(street));
}

function touches(a: Line, b: Line): boolean {
  return (
    [a[0]!, a.at(-1)!].some((end) => nearLine(end, b)) ||
    [b[0]!, b.at(-1)!].some((end) => nearLine(end, a)) ||
    crossings_m(a, b).length > 0
  );
}

function nearLine([x, y]: Position, line: Line): boolean {
  return line.some(([px, py], index) => {
    if (index === 0) return false;
    const [qx, qy] = line[index - 1]!;
    const square = (px - qx) ** 2 + (py - qy) ** 2 || 1;
    const t = Math.min(Math.max(((x - qx) * (px - qx) + (y - qy) * (py - qy)) / square, 0), 1);
    return Math.hypot(qx + t * (px - qx) - x, qy + t * (py - qy) - y) < 0.5;
  });
}
