import { signedArea_m2 } from '#core/geometry/signed-area.ts';
import type { Position, Ring } from '#core/position.ts';
import { distance_m } from '#core/position.ts';
import { crossing } from './cross.ts';
import type { Line } from './line.ts';
import { boxRound, Near } from './near.ts';

/**
 * The areas that lines enclose: every line is cut where another crosses it, loose ends are pruned, and what is left is
 * walked round, keeping to the left. Rings are closed and counter-clockwise; neighbours share their corners exactly.
 * Lines that meet must cross or share a position; positions are told apart to the centimetre. EPSG:3006.
 */
export function facesOf(lines: readonly Line[]): Ring[] {
  const graph = new Map<string, Map<string, Position>>();
  const at = new Map<string, Position>();
  for (const piece of pieces(lines)) link(graph, at, piece[0], piece[1]);
  prune(graph);
  return walk(graph, at).filter((ring) => signedArea_m2(ring) > 1);
}

/** The outline of several faces together: the rings round them once the edges they share are gone. */
export function outlineOf(faces: readonly Ring[]): Ring[] {
  const edges = new Map<string, readonly [Position, Position]>();
  for (const face of faces) {
    for (let index = 1; index < face.length; index += 1) {
      const a = face[index - 1]!;
      const b = face[index]!;
      if (!edges.delete(`${key(b)}|${key(a)}`)) edges.set(`${key(a)}|${key(b)}`, [a, b]);
    }
  }
  const next = new Map<string, Position[]>();
  for (const [a, b] of edges.values()) next.set(key(a), [...(next.get(key(a)) ?? []), b]);
  const rings: Position[][] = [];
  for (const [a] of edges.values()) {
    const ring: Position[] = [a];
    for (let here = a; ;) {
      const there = next.get(key(here))?.pop();
      if (!there) break;
      ring.push(there);
      here = there;
    }
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}

function key([x, y]: Position): string {
  return `${Math.round(x * 100)}:${Math.round(y * 100)}`;
}

function pieces(lines: readonly Line[]): (readonly [Position, Position])[] {
  const stretches = lines.flatMap((line) => line.slice(1).map((b, index) => [line[index]!, b] as const));
  const near = new Near<number>();
  stretches.forEach((ends, index) => near.add(boxRound(ends), index));
  return stretches.flatMap(([a, b], own) => {
    const cuts: Position[] = [];
    for (const other of near.within(boxRound([a, b]))) {
      if (other === own) continue;
      const [c, d] = stretches[other]!;
      // The same pair is always reckoned in the same order, so that both get the very same corner.
      const first = own < other ? ([a, b, c, d] as const) : ([c, d, a, b] as const);
      const hit = crossing(...first);
      if (hit)
        cuts.push([
          first[0][0] + (first[1][0] - first[0][0]) * hit[0],
          first[0][1] + (first[1][1] - first[0][1]) * hit[0],
        ]);
    }
    const corners = [a, ...cuts.toSorted((p, q) => distance_m(a, p) - distance_m(a, q)), b];
    return corners.slice(1).map((corner, index) => [corners[index]!, corner] as const);
  });
}

function link(graph: Map<string, Map<string, Position>>, at: Map<string, Position>, a: Position, b: Position): void {
  const [ka, kb] = [key(a), key(b)];
  if (ka === kb) return;
  const pa = at.get(ka) ?? a;
  const pb = at.get(kb) ?? b;
  at.set(ka, pa).set(kb, pb);
  graph.set(ka, (graph.get(ka) ?? new Map<string, Position>()).set(kb, pb));
  graph.set(kb, (graph.get(kb) ?? new Map<string, Position>()).set(ka, pa));
}

function prune(graph: Map<string, Map<string, Position>>): void {
  const loose = [...graph].filter(([, ends]) => ends.size === 1).map(([name]) => name);
  while (loose.length > 0) {
    const name = loose.pop()!;
    for (const end of graph.get(name)?.keys() ?? []) {
      graph.get(end)!.delete(name);
      if (graph.get(end)!.size === 1) loose.push(end);
    }
    graph.delete(name);
  }
}

function walk(graph: Map<string, Map<string, Position>>, at: Map<string, Position>): Ring[] {
  const done = new Set<string>();
  const rings: Ring[] = [];
  for (const [start, ends] of graph) {
    for (const first of ends.keys()) {
      if (done.has(`${start}|${first}`)) continue;
      const ring: Position[] = [];
      let from = start;
      let to = first;
      while (!done.has(`${from}|${to}`)) {
        done.add(`${from}|${to}`);
        ring.push(at.get(from)!);
        [from, to] = [to, leftmost(graph, at, from, to)];
      }
      ring.push(ring[0]!);
      rings.push(ring);
    }
  }
  return rings;
}

/** Having come from one corner to another: the next corner, turning as far left as one can. */
function leftmost(
  graph: Map<string, Map<string, Position>>,
  at: Map<string, Position>,
  from: string,
  to: string,
): string {
  const here = at.get(to)!;
  const back = angle(here, at.get(from)!);
  let best = from;
  let least = Infinity;
  for (const [name, end] of graph.get(to)!) {
    if (name === from) continue;
    const turn = (back - angle(here, end) + 4 * Math.PI) % (2 * Math.PI);
    if (turn < least) [least, best] = [turn, name];
  }
  return best;
}

function angle(a: Position, b: Position): number {
  return Math.atan2(b[1] - a[1], b[0] - a[0]);
}
