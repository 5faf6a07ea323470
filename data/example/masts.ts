import type { Position } from '#core/position.ts';
import { seededRandom, type Random } from '#core/random.ts';
import { SEED } from './frame.ts';
import { beside, courseOf, middleOf, mix, type Line } from './geometry/line.ts';
import { toCentimetre, within } from './landmarks.ts';
import { halfWidth_m } from './main-streets.ts';
import { setAsides } from './set-asides.ts';
import type { StreetNet } from './street-net.ts';
import type { Mast, StreetClass } from './types.ts';
import type { ZoneUse } from './zone-seeds.ts';

/** How far apart lamps stand along a street, metres; none along the others. */
const lampsOnMain_m: Partial<Record<StreetClass, number>> = { primary: 46, secondary: 46, residential: 62 };
const lampsInside_m: Partial<Record<ZoneUse, number>> = {
  centre: 52,
  commercial: 60,
  old: 84,
  rows: 92,
  estate: 66,
  villa: 130,
  industry: 90,
  harbour: 70,
};

/** How far a mast keeps from what stands there, metres. */
const clear = { building: 0.6, water: 1 };

/** Lamps along the streets, lamps and poles on squares and car parks, and a few high masts. */
export function makeMasts(net: StreetNet): Mast[] {
  const random = seededRandom(`${SEED} masts`);
  const masts: Mast[] = [];

  function stand(at: Position, mast: Omit<Mast, 'key' | 'at'>): void {
    const spot = toCentimetre(at);
    if (net.ground.isFreeAt(spot, clear)) masts.push({ key: `mast-${masts.length}`, at: spot, ...mast });
  }

  for (const { line, class: kind } of net.main) {
    const apart = kind === 'soft' ? undefined : lampsOnMain_m[kind];
    if (apart) lampsAlong(line, apart, halfWidth_m[kind as 'primary'] + 1, (at) => stand(at, lamp(random, 10, 0.25)));
  }
  net.zones.forEach(({ use }, zone) => {
    const apart = lampsInside_m[use];
    for (const line of apart ? net.inside[zone]! : []) {
      lampsAlong(line, apart!, halfWidth_m.residential + 1, (at) =>
        stand(at, lamp(random, use === 'centre' ? 8 : 6, use === 'centre' ? 0.3 : 0.06)),
      );
    }
  });
  for (const { kind, ring } of setAsides) {
    if (kind !== 'park') continue;
    const middle = middleOf(ring);
    ring.forEach((corner, index) => {
      if (index % 7 === 0) stand(mix(corner, middle, 0.4), lamp(random, 5, 0.1));
    });
  }
  for (const { kind, ring } of setAsides) {
    if (!['square', 'parking', 'terminal', 'cycle_parking', 'mall'].includes(kind)) continue;
    for (const [u, v] of [
      [-0.94, -0.9],
      [0.94, -0.9],
      [0.94, 0.9],
      [-0.94, 0.9],
    ] as const) {
      stand(within(ring, u, v), lamp(random, 8, 0.35));
    }
    stand(within(ring, 0, 0.96), {
      kind: 'pole',
      owner: 'Tekniska nämnden',
      height_m: 6,
      hasPower: true,
      hasFibre: random.next() < 0.6,
    });
  }
  for (const at of highMasts(net))
    stand(at, { kind: 'mast', owner: 'Exempelköpings Energi AB', height_m: 24, hasPower: true, hasFibre: true });
  return masts;
}

function lamp(random: Random, height_m: number, fibre: number): Omit<Mast, 'key' | 'at'> {
  return { kind: 'lamp', owner: 'Tekniska nämnden', height_m, hasPower: true, hasFibre: random.next() < fibre };
}

/** One side after the other, some way in from the corners. */
function lampsAlong(line: Line, apart_m: number, beside_m: number, stand: (at: Position) => void): void {
  const course = courseOf(line);
  let side = 1;
  for (let s = Math.min(14, course.length_m / 2); s < course.length_m - 8; s += apart_m) {
    stand(beside(course.stationAt(s), side * beside_m));
    side = -side;
  }
}

/** At some junctions of the ring: every so often along it, on its outer side. */
function highMasts(net: StreetNet): Position[] {
  const ring = net.main.find(({ id }) => id === 'RW')!;
  const course = courseOf(ring.line);
  return Array.from({ length: 12 }, (_, index) =>
    beside(course.stationAt(((index + 0.5) * course.length_m) / 12), -16),
  );
}
