/**
 * What a camera sees is settled direction by direction: of all straight lines in the way, which is nearest?
 * Seen from the eye, a line is `1 / distance = a cos t + b sin t`, with t the direction; so of two lines the nearer one
 * has the larger value, and they can change places only once in less than half a turn. No case is special: walls may
 * cross, touch, overlap and share corners.
 */

/** A direction from the eye: radians counter-clockwise from where the view begins, with its cosine and sine. */
export type Direction = { turn: number; cos: number; sin: number };

/** A straight line seen from the eye between two directions less than half a turn apart. */
export type Sight = { from: Direction; to: Direction; a: number; b: number };

/** The distance from the eye to a line, in a direction, metres. */
export function distanceAt_m(sight: Sight, direction: Direction): number {
  return 1 / (sight.a * direction.cos + sight.b * direction.sin);
}

/** The nearest of many lines in every direction, in order of direction. O(n log n): halves are merged as in merge sort. */
export function nearestSights(sights: readonly Sight[]): Sight[] {
  let runs: Sight[][] = sights.map((sight) => [sight]);
  while (runs.length > 1) {
    const merged: Sight[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      const second = runs[index + 1];
      merged.push(second ? mergeNearest(runs[index]!, second) : runs[index]!);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Of two runs of lines, each in order of direction and without overlap, the nearer line in every direction. */
export function mergeNearest(first: readonly Sight[], second: readonly Sight[]): Sight[] {
  const nearest: Sight[] = [];
  let i = 0;
  let j = 0;
  let reached: Direction | undefined;
  while (i < first.length || j < second.length) {
    const p = first[i];
    const q = second[j];
    const pFrom = p && later(p.from, reached);
    const qFrom = q && later(q.from, reached);
    const from = !pFrom ? qFrom! : !qFrom || pFrom.turn <= qFrom.turn ? pFrom : qFrom;
    const pHere = pFrom !== undefined && pFrom.turn <= from.turn;
    const qHere = qFrom !== undefined && qFrom.turn <= from.turn;

    // The stretch ends where either line ends, or where the other one begins.
    const pLimit = pHere ? p!.to : pFrom;
    const qLimit = qHere ? q!.to : qFrom;
    const to = !pLimit ? qLimit! : !qLimit || pLimit.turn <= qLimit.turn ? pLimit : qLimit;

    if (pHere && qHere) addNearer(nearest, p!, q!, from, to);
    else if (pHere) add(nearest, p!, from, to);
    else add(nearest, q!, from, to);

    reached = to;
    if (p && p.to.turn <= to.turn) i += 1;
    if (q && q.to.turn <= to.turn) j += 1;
  }
  return nearest;
}

function later(direction: Direction, reached: Direction | undefined): Direction {
  return reached && reached.turn > direction.turn ? reached : direction;
}

function addNearer(nearest: Sight[], p: Sight, q: Sight, from: Direction, to: Direction): void {
  const a = p.a - q.a;
  const b = p.b - q.b;
  const atStart = a * from.cos + b * from.sin;
  const atEnd = a * to.cos + b * to.sin;
  if (atStart >= 0 && atEnd >= 0) return add(nearest, p, from, to);
  if (atStart <= 0 && atEnd <= 0) return add(nearest, q, from, to);
  const crossing = zeroBetween(a, b, from, to);
  const [before, after] = atStart > 0 ? [p, q] : [q, p];
  add(nearest, before, from, crossing);
  add(nearest, after, crossing, to);
}

/** The direction between two others where `a cos t + b sin t` is zero: the lines cross there. */
function zeroBetween(a: number, b: number, from: Direction, to: Direction): Direction {
  const length = Math.hypot(a, b);
  const isForward = b * (from.cos + to.cos) - a * (from.sin + to.sin) > 0;
  const cos = (isForward ? b : -b) / length;
  const sin = (isForward ? -a : a) / length;
  const onward = Math.atan2(from.cos * sin - from.sin * cos, from.cos * cos + from.sin * sin);
  return { turn: Math.min(Math.max(from.turn + onward, from.turn), to.turn), cos, sin };
}

/** Adds a stretch; one that continues the line before it only makes that one longer. */
function add(nearest: Sight[], { a, b }: Sight, from: Direction, to: Direction): void {
  if (to.turn <= from.turn) return;
  const last = nearest.at(-1);
  if (last && last.a === a && last.b === b && last.to.turn === from.turn) last.to = to;
  else nearest.push({ from, to, a, b });
}
