import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { area_m2 } from '#core/coverage/area-m2.ts';
import type { CameraView } from '#core/coverage/camera-view.ts';
import { eyeOf } from '#core/coverage/eye.ts';
import { pointInView } from '#core/coverage/point-in-view.ts';
import { viewArea } from '#core/coverage/view-area.ts';
import { arcOf, wedge } from '#core/coverage/wedge.ts';
import { signedArea_m2 } from '#core/geometry/signed-area.ts';
import { seededRandom } from '#core/random.ts';
import { distance_m, type PolygonRings, type Position } from '#core/position.ts';
import {
  at,
  block,
  castRay_m,
  distanceToRing_m,
  distanceToWalls_m,
  isIndoors,
  randomScene,
  selfCrossings,
} from './scenes.ts';

const north: CameraView = { position: at(0, 0), bearing_deg: 0, angle_deg: 90, range_m: 50 };

function view(camera: CameraView, buildings: readonly PolygonRings[] = []): PolygonRings {
  const seen = viewArea(camera, buildings);
  if (!seen) throw new Error('The view is unknown.');
  return seen;
}

describe('viewArea without buildings', () => {
  test('is the wedge itself', () => {
    expect(area_m2(view(north))).toBeCloseTo(area_m2(wedge(north)!), 6);
  });

  test('looks north at 0 and at 360, east at 90', () => {
    expect(pointInView(view(north), at(0, 40))).toBe(true);
    expect(pointInView(view(north), at(40, 0))).toBe(false);
    expect(view({ ...north, bearing_deg: 360 }).length).toBe(view(north).length);
    expect(pointInView(view({ ...north, bearing_deg: 360 }), at(0, 40))).toBe(true);
    expect(pointInView(view({ ...north, bearing_deg: 90 }), at(40, 0))).toBe(true);
  });

  test.each([1, 45, 90, 179, 180, 181, 270, 359, 360])('fills a sector of %d degrees', (angle_deg) => {
    const seen = view({ ...north, bearing_deg: 350, angle_deg });
    const sector = (Math.PI * 50 * 50 * angle_deg) / 360;
    expect(area_m2(seen)).toBeLessThanOrEqual(sector);
    expect(area_m2(seen)).toBeGreaterThan(sector * 0.998);
    expect(selfCrossings(seen[0]!)).toBe(0);
    expect(signedArea_m2(seen[0]!)).toBeGreaterThan(0);
    expect(seen[0]!.at(-1)).toEqual(seen[0]![0]);
  });

  test('is unknown, never north, when nobody has recorded the bearing', () => {
    expect(viewArea({ ...north, bearing_deg: null }, [])).toBeNull();
    expect(wedge({ ...north, bearing_deg: null })).toBeNull();
    expect(area_m2(view({ ...north, bearing_deg: null, angle_deg: 360 }))).toBeGreaterThan(7800);
  });

  test('refuses what cannot be a camera', () => {
    expect(() => viewArea({ ...north, range_m: 0 }, [])).toThrow('range_m: 0');
    expect(() => viewArea({ ...north, angle_deg: 361 }, [])).toThrow('angle_deg: 361');
    expect(() => viewArea({ ...north, bearing_deg: Number.NaN }, [])).toThrow('bearing_deg: NaN');
    expect(() => viewArea({ ...north, position: [Number.NaN, 0] }, [])).toThrow('position: NaN');
  });

  test('draws the arc within 0.05 m of the circle', () => {
    for (const range_m of [1, 10, 50, 200, 1000]) {
      const { step_rad } = arcOf(0, 360, range_m);
      expect(range_m * (1 - Math.cos(step_rad / 2))).toBeLessThanOrEqual(0.05);
    }
  });
});

describe('viewArea among buildings', () => {
  test('ends at a wall, and goes on beside it', () => {
    const seen = view(north, [block(-5, 20, 10, 10)]);
    expect(pointInView(seen, at(0, 19.9))).toBe(true);
    expect(pointInView(seen, at(0, 20.1))).toBe(false);
    expect(pointInView(seen, at(0, 45))).toBe(false);
    expect(pointInView(seen, at(20, 30))).toBe(true);
  });

  test('gives the area known from geometry behind a straight wall', () => {
    const seen = view({ ...north, angle_deg: 90 }, [block(-200, 10, 400, 5)]);
    expect(area_m2(seen)).toBeCloseTo(100, 6); // a right-angled triangle of height 10
  });

  test('does not see between two buildings that share a wall or touch at a corner', () => {
    const shared = view(north, [block(-10, 20, 10, 5), block(0, 20, 10, 5)]);
    expect(pointInView(shared, at(0, 30))).toBe(false);
    expect(area_m2(shared)).toBeCloseTo(area_m2(view(north, [block(-10, 20, 20, 5)])), 8);
    const cornered = view({ ...north, position: at(5, -5) }, [block(-10, 10, 10, 10), block(0, 0, 10, 10)]);
    expect(selfCrossings(cornered[0]!)).toBe(0);
    expect(pointInView(cornered, at(-5, 15))).toBe(false);
  });

  test('a building that is all round closes the view', () => {
    const [outer] = block(-30, -30, 60, 60);
    const [court] = block(-10, -10, 20, 20);
    expect(area_m2(view({ ...north, angle_deg: 360 }, [[outer!, court!]]))).toBeCloseTo(400, 6);
  });

  test('the seam at the end of a full circle leaves no slit', () => {
    for (const bearing_deg of [0, 90, 180, 270, 359.9]) {
      const seen = view({ ...north, bearing_deg, angle_deg: 360 }, [
        block(-5, 20, 10, 10),
        block(-5, -30, 10, 10),
        block(20, -5, 9, 10),
      ]);
      expect(pointInView(seen, at(0, 40))).toBe(false);
      expect(pointInView(seen, at(0, -40))).toBe(false);
      expect(pointInView(seen, at(40, 0))).toBe(false);
      expect(selfCrossings(seen[0]!)).toBe(0);
    }
  });

  test('does not depend on how rings are wound or buildings ordered', () => {
    const buildings = [block(-5, 20, 10, 10), block(10, 10, 5, 20), block(-30, 5, 12, 12)];
    const turned = buildings.map(([ring]) => [ring!.toReversed()]).toReversed();
    expect(area_m2(view(north, turned))).toBeCloseTo(area_m2(view(north, buildings)), 8);
  });
});

describe('a camera on a façade', () => {
  const house = block(-20, -15, 40, 15); // its north wall runs along north = 0

  test.each([-1.4, -1, -0.5, -0.01, 0, 0.01, 0.05])('sees outwards %d m from the wall', (north_m) => {
    const seen = view({ ...north, position: at(3, north_m) }, [house]);
    expect(area_m2(seen)).toBeGreaterThan(0.97 * area_m2(wedge(north)!));
    expect(pointInView(seen, at(3, 30))).toBe(true);
  });

  test('that sees all round sees the side of the street and not through the house', () => {
    for (const north_m of [-1, 0, 0.05]) {
      const seen = view({ ...north, angle_deg: 360, position: at(3, north_m) }, [house]);
      expect(area_m2(seen)).toBeGreaterThan(0.48 * Math.PI * 2500);
      expect(area_m2(seen)).toBeLessThan(0.52 * Math.PI * 2500);
      expect(pointInView(seen, at(3, -20))).toBe(false);
    }
  });

  test('looking along the wall still sees the half in front of it', () => {
    const seen = view({ ...north, bearing_deg: 90, position: at(-15, -0.8) }, [house]);
    expect(area_m2(seen)).toBeGreaterThan(0.45 * area_m2(wedge(north)!));
    expect(pointInView(seen, at(10, 5))).toBe(true);
    expect(pointInView(seen, at(10, -5))).toBe(false);
  });

  test('on a corner sees past both walls, in a corner sees out of it', () => {
    const onCorner = view({ ...north, bearing_deg: 45, angle_deg: 360, position: at(20, 0) }, [house]);
    expect(area_m2(onCorner)).toBeGreaterThan(0.74 * Math.PI * 2500);
    const inCorner = view({ ...north, bearing_deg: 45, position: at(20, 0) }, [house, block(10, 0, 10, 30)]);
    expect(pointInView(inCorner, at(30, 20))).toBe(true);
    const ell: PolygonRings = [
      [at(-20, -15), at(40, -15), at(40, 0), at(20, 0), at(20, 30), at(-20, 30), at(-20, -15)],
    ];
    const inEll = view({ ...north, bearing_deg: 45, position: at(19.5, -0.5) }, [ell]);
    expect(area_m2(inEll)).toBeGreaterThan(0.95 * area_m2(wedge(north)!));
  });

  test('in a terrace does not look through the wall against the neighbour', () => {
    const terrace = [block(-10, -10, 10, 10), block(0, -10, 10, 10), block(10, -10, 10, 10)];
    for (const east_m of [-0.5, 0, 0.4]) {
      const seen = view({ ...north, position: at(east_m, -0.6) }, terrace);
      expect(area_m2(seen)).toBeGreaterThan(0.95 * area_m2(wedge(north)!));
      expect(pointInView(seen, at(0, -5))).toBe(false);
    }
  });

  test('indoors sees the room, as does one near a wall with its back to it', () => {
    const seen = view({ ...north, position: at(0, -7), angle_deg: 360 }, [house]);
    expect(area_m2(seen)).toBeCloseTo(600, 4);
    const hall = view({ ...north, position: at(0, -1), bearing_deg: 180 }, [house]);
    expect(pointInView(hall, at(0, -10))).toBe(true);
    expect(pointInView(hall, at(0, 5))).toBe(false);
  });

  test('sees something wherever on the outline it is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const { random, buildings } = randomScene(seed);
        const ring = buildings.length > 0 ? random.pick(random.pick(buildings)) : block(0, 0, 9, 9)[0]!;
        const corner = random.integer(1, ring.length - 1);
        const share = random.pick([0, 0.001, random.next(), 1]);
        const [a, b] = [ring[corner - 1]!, ring[corner]!];
        const position: Position = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
        const camera = { position, bearing_deg: random.integer(0, 359), angle_deg: 360, range_m: 40 };
        const seen = view(camera, buildings);
        expect(area_m2(seen)).toBeGreaterThan(0.1);
        expect(selfCrossings(seen[0]!)).toBe(0);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('viewArea against a caster of rays', () => {
  test('agrees in area and point by point in random scenes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const { random, buildings } = randomScene(seed);
        const camera = randomCamera(seed);
        const eye = eyeOf(camera, buildings);
        const seen = view(camera, buildings);
        const ring = seen[0]!;

        expect(selfCrossings(ring)).toBe(0);
        expect(signedArea_m2(ring)).toBeGreaterThan(0);
        expect(isStarShaped(ring, eye)).toBe(true);
        expect(area_m2(seen)).toBeLessThanOrEqual(area_m2(wedge(camera)!) + 1e-6);
        expect(distance_m(eye, camera.position)).toBeLessThan(1.7);

        const { start_rad, sweep_rad } = arcOf(camera.bearing_deg, camera.angle_deg, camera.range_m);
        const rays = 1500;
        let area = 0;
        for (let ray = 0; ray < rays; ray += 1) {
          const turn = start_rad + (sweep_rad * (ray + 0.5)) / rays;
          area += (castRay_m(eye, turn, camera.range_m, buildings) ** 2 * sweep_rad) / rays / 2;
        }
        const chordLoss = 0.05 * camera.range_m * sweep_rad;
        expect(Math.abs(area_m2(seen) - area)).toBeLessThan(chordLoss + 0.01 * area + 1);

        for (let sample = 0; sample < 40; sample += 1) {
          const turn = start_rad + sweep_rad * random.next();
          const distance = camera.range_m * random.next();
          const point: Position = [eye[0] + distance * Math.cos(turn), eye[1] + distance * Math.sin(turn)];
          if (distanceToRing_m(point, ring) < 0.06 || distanceToWalls_m(point, buildings) < 0.01) continue;
          expect(pointInView(seen, point)).toBe(castRay_m(eye, turn, distance, buildings) >= distance);
        }
      }),
      { numRuns: 400, seed: 2 },
    );
  });

  test('random cameras stand in the open, on walls and indoors', () => {
    let indoors = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      if (isIndoors(randomCamera(seed).position, randomScene(seed).buildings)) indoors += 1;
    }
    expect(indoors).toBeGreaterThan(20);
    expect(indoors).toBeLessThan(200);
  });
});

test('viewArea is fast enough to follow a mouse: under a millisecond among 500 walls', () => {
  const random = seededRandom('town');
  const buildings = Array.from({ length: 125 }, () =>
    block(random.integer(-90, 90), random.integer(-90, 90), random.integer(3, 8), random.integer(3, 8)),
  );
  const camera: CameraView = { position: at(0.5, 0.5), bearing_deg: 0, angle_deg: 360, range_m: 120 };
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    view(camera, buildings);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  expect(times[15]).toBeLessThan(1); // a quartile, for the machine may be busy
});

function randomCamera(seed: number): CameraView {
  const random = seededRandom(`camera ${seed}`);
  return {
    position: at(60 * (random.next() - 0.5), 60 * (random.next() - 0.5)),
    bearing_deg: 360 * random.next(),
    angle_deg: random.pick([20, 60, 90, 120, 180, 200, 300, 360]),
    range_m: random.pick([10, 50, 80]),
  };
}

/** Seen from the eye, the corners of a star-shaped ring never go backwards. */
function isStarShaped(ring: readonly Position[], eye: Position): boolean {
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = [ring[index - 1]![0] - eye[0], ring[index - 1]![1] - eye[1]];
    const [bx, by] = [ring[index]![0] - eye[0], ring[index]![1] - eye[1]];
    if (ax * by - ay * bx < -1e-6 * (Math.hypot(ax, ay) + Math.hypot(bx, by))) return false;
  }
  return true;
}
