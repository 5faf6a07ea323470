import { distance_m, type Box, type Position } from '#core/position.ts';

/** A polyline in EPSG:3006. */
export type Line = readonly Position[];

/** A place on a line: where, and which way the line runs there (unit vector). */
export type Station = { readonly at: Position; readonly along: Position };

/** The length of a polyline, metres. */
export function length_m(line: Line): number {
  let sum = 0;
  for (let index = 1; index < line.length; index += 1) sum += distance_m(line[index - 1]!, line[index]!);
  return sum;
}

/** A line with its way markers, to be asked often: how long it is, and what stands `s_m` metres from its start. */
export type Course = { readonly length_m: number; stationAt(s_m: number): Station };

/** Measures a line once. Beyond its ends a station is the end. */
export function courseOf(line: Line): Course {
  const corners = line.filter((corner, index) => index === 0 || distance_m(corner, line[index - 1]!) > 0);
  if (corners.length < 2) throw new Error('A line without length has no stations.');
  const markers = [0];
  for (let index = 1; index < corners.length; index += 1) {
    markers.push(markers[index - 1]! + distance_m(corners[index - 1]!, corners[index]!));
  }

  function stationAt(s_m: number): Station {
    let low = 0;
    let high = corners.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (markers[middle]! <= s_m) low = middle;
      else high = middle - 1;
    }
    const a = corners[low]!;
    const b = corners[low + 1]!;
    const length = markers[low + 1]! - markers[low]!;
    const along: Position = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const t = Math.min(Math.max(s_m - markers[low]!, 0), length);
    return { at: [a[0] + along[0] * t, a[1] + along[1] * t], along };
  }

  return { length_m: markers.at(-1)!, stationAt };
}

/** The station `s_m` metres from the line's start; the ends when beyond them. */
export function stationAt(line: Line, s_m: number): Station {
  return courseOf(line).stationAt(s_m);
}

/** A position `side_m` to the left of a station (to the right when negative). */
export function beside({ at, along }: Station, side_m: number): Position {
  return [at[0] - along[1] * side_m, at[1] + along[0] * side_m];
}

/** A smooth curve through control points (centripetal Catmull-Rom), with a corner about every `step_m` metres. */
export function smooth(controls: Line, step_m: number): Position[] {
  if (controls.length < 3) return [...controls];
  const first = controls[0]!;
  const last = controls.at(-1)!;
  const points = [
    [2 * first[0] - controls[1]![0], 2 * first[1] - controls[1]![1]] as Position,
    ...controls,
    [2 * last[0] - controls.at(-2)![0], 2 * last[1] - controls.at(-2)![1]] as Position,
  ];
  const curve: Position[] = [first];
  for (let index = 1; index + 2 < points.length; index += 1) {
    const [p0, p1, p2, p3] = [points[index - 1]!, points[index]!, points[index + 1]!, points[index + 2]!];
    const steps = Math.max(1, Math.round(distance_m(p1, p2) / step_m));
    for (let step = 1; step <= steps; step += 1) curve.push(between(p0, p1, p2, p3, step / steps));
  }
  return curve;
}

function between(p0: Position, p1: Position, p2: Position, p3: Position, u: number): Position {
  const t0 = 0;
  const t1 = t0 + Math.sqrt(distance_m(p0, p1));
  const t2 = t1 + Math.sqrt(distance_m(p1, p2));
  const t3 = t2 + Math.sqrt(distance_m(p2, p3));
  const t = t1 + (t2 - t1) * u;
  const a1 = mix(p0, p1, (t - t0) / (t1 - t0));
  const a2 = mix(p1, p2, (t - t1) / (t2 - t1));
  const a3 = mix(p2, p3, (t - t2) / (t3 - t2));
  return mix(mix(a1, a2, (t - t0) / (t2 - t0)), mix(a2, a3, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1));
}

/** The position a share `t` of the way from one to another. */
export function mix(a: Position, b: Position, t: number): Position {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** A line through the stations of another, `side_m` to its left, which may vary along it (share of the way 0-1). */
export function parallel(line: Line, side_m: (share: number) => number): Position[] {
  const total = length_m(line);
  let run = 0;
  return line.map((point, index) => {
    const before = line[Math.max(index - 1, 0)]!;
    const after = line[Math.min(index + 1, line.length - 1)]!;
    if (index > 0) run += distance_m(before, point);
    const reach = distance_m(before, after);
    return beside(
      { at: point, along: [(after[0] - before[0]) / reach, (after[1] - before[1]) / reach] },
      side_m(run / total),
    );
  });
}

/** The mean of a closed ring's corners. */
export function middleOf(ring: Line): Position {
  const corners = ring.slice(1);
  const sum = corners.reduce<Position>(([x, y], [cx, cy]) => [x + cx, y + cy], [0, 0]);
  return [sum[0] / corners.length, sum[1] / corners.length];
}

/** The part of a line between two distances from its start. */
export function cut(line: Line, from_m: number, to_m: number): Position[] {
  const piece: Position[] = [stationAt(line, from_m).at];
  let run = 0;
  for (let index = 1; index < line.length; index += 1) {
    run += distance_m(line[index - 1]!, line[index]!);
    if (run > from_m + 0.01 && run < to_m - 0.01) piece.push(line[index]!);
  }
  piece.push(stationAt(line, to_m).at);
  return piece;
}

/** The pieces of a line that come within a box. */
export function withinBox(line: Line, [west, south, east, north]: Box): Line[] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const a = line[index - 1]!;
    const b = line[index]!;
    const isNear =
      Math.max(a[0], b[0]) >= west &&
      Math.min(a[0], b[0]) <= east &&
      Math.max(a[1], b[1]) >= south &&
      Math.min(a[1], b[1]) <= north;
    if (isNear) piece.push(...(piece.length === 0 ? [a, b] : [b]));
    if (piece.length > 0 && (!isNear || index === line.length - 1)) {
      pieces.push(piece);
      piece = [];
    }
  }
  return pieces;
}
