import { distance_m } from '../position.ts';
import type { Candidate } from './candidate-views.ts';
import type { SuggestLimits } from './input.ts';
import type { WeighedCell } from './weigh-demand.ts';

/** A camera that was chosen, with what it adds to those chosen before it. */
export type Choice = {
  readonly candidate: Candidate;
  /** Weight that it adds. */
  readonly gain: number;
  /** Incidents that it adds: at least the minimum. */
  readonly need: number;
  /** The squares that it is the first to see. */
  readonly cells: readonly number[];
};

/**
 * Chooses cameras one by one, each time the one that adds most weight (Church & ReVelle 1974, maximal covering;
 * Nemhauser, Wolsey & Fisher 1978: without a smallest distance at least 63 % of the best possible). What a camera adds
 * only shrinks as others are chosen, so a candidate is reckoned again only while its last known gain could still win,
 * and one that falls under the minimum is out for good. Stops when none reaches the minimum: fewer sites, or none.
 *
 * Ties are settled by need, by aim, by the mount's id and by bearing, so the same data give the same answer.
 */
export function chooseGreedily(
  candidates: readonly Candidate[],
  cells: readonly WeighedCell[],
  { count, minimumIncidents, minimumSeparation_m }: SuggestLimits,
): Choice[] {
  const taken = new Set<number>();
  const choices: Choice[] = [];
  let open = candidates.map((candidate) => addedBy(candidate, cells, taken)).toSorted(better);

  while (choices.length < count) {
    let best: Choice | null = null;
    const stillOpen: Choice[] = [];
    for (const known of open) {
      if (best && known.gain < best.gain) {
        stillOpen.push(known);
        continue;
      }
      const now = addedBy(known.candidate, cells, taken);
      if (now.need < minimumIncidents) continue;
      stillOpen.push(now);
      if (!best || better(now, best) < 0) best = now;
    }
    if (!best) break;
    const chosen = best;
    choices.push(chosen);
    for (const number of chosen.cells) taken.add(number);
    open = stillOpen.filter((other) => other !== chosen && isApart(other, chosen, minimumSeparation_m));
  }
  return choices;
}

function addedBy(candidate: Candidate, cells: readonly WeighedCell[], taken: ReadonlySet<number>): Choice {
  const added = candidate.cells.filter((number) => !taken.has(number));
  let gain = 0;
  let need = 0;
  for (const number of added) {
    gain += cells[number]!.weight;
    need += cells[number]!.need;
  }
  return { candidate, gain, need, cells: added };
}

/** Below zero when the first is the better choice. No two differ in nothing. */
function better(a: Choice, b: Choice): number {
  return (
    b.gain - a.gain ||
    b.need - a.need ||
    a.candidate.offCentre_deg - b.candidate.offCentre_deg ||
    compare(a.candidate.mount.id, b.candidate.mount.id) ||
    a.candidate.bearing_deg - b.candidate.bearing_deg
  );
}

function isApart(a: Choice, b: Choice, minimumSeparation_m: number): boolean {
  return distance_m(a.candidate.mount.position, b.candidate.mount.position) >= minimumSeparation_m;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
