import type { SearchBox } from '../../db/features.ts';

type Point = readonly [x: number, y: number];

/**
 * Whether a convex quadrilateral and an upright box touch or overlap, in one plane: they do not exactly when some edge of
 * either has the two on different sides.
 */
export function quadMeetsBox(quad: readonly Point[], { west, south, east, north }: Omit<SearchBox, 'srid'>): boolean {
  const box: Point[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const axes: Point[] = [
    [1, 0],
    [0, 1],
    ...quad.map(([x, y], index): Point => {
      const [nextX, nextY] = quad[(index + 1) % quad.length]!;
      return [y - nextY, nextX - x];
    }),
  ];
  return axes.every((axis) => {
    const some = spread(quad, axis);
    const others = spread(box, axis);
    return some[0] <= others[1] && others[0] <= some[1];
  });
}

function spread(points: readonly Point[], [x, y]: Point): [least: number, most: number] {
  const along = points.map((point) => point[0] * x + point[1] * y);
  return [Math.min(...along), Math.max(...along)];
}
