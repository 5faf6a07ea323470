import type { Ring } from '../position.ts';

/**
 * The area inside a ring in square metres, positive when it runs counter-clockwise (east to the right, north up).
 * Shoelace formula, summed about the ring's first position so that seven-digit northings cost no precision.
 */
export function signedArea_m2(ring: Ring): number {
  const origin = ring[0];
  if (!origin) return 0;
  let twice = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1]!;
    const [bx, by] = ring[index]!;
    twice += (ax - origin[0]) * (by - origin[1]) - (bx - origin[0]) * (ay - origin[1]);
  }
  return twice / 2;
}
