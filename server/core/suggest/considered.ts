import { boxAround, boxHolds, boxOf } from '../geometry/box.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { PlaceTypeCode } from '../evidence/place-types.ts';
import { distance_m, type PolygonRings, type Position } from '../position.ts';
import type { Reason } from '../wire/suggestions.ts';
import type { Candidate, Scene } from './candidate-views.ts';
import { byPosition } from './demand-cells.ts';
import type { SuggestLimits } from './input.ts';
import { mapInSteps, type Pace } from './pace.ts';
import type { WeighedCell } from './weigh-demand.ts';

/** At most so many places are told of. */
export const MOST_CONSIDERED = 10;
/** Where there is no named place the middle of a square of this side is told, not where the incidents were. Metres. */
const TOLD_SQUARE_M = 100;

/** A place with many incidents that is not suggested, and why. */
export type Considered = {
  readonly name: string | null;
  readonly placeType: PlaceTypeCode | null;
  readonly position: Position;
  /** Incidents within a camera's range that no suggested view holds: every category, indoors and out. */
  readonly incidents: number;
  readonly reasons: readonly Reason[];
};

/** What was found when suggestions had been made: the views that were suggested and the candidates they were chosen from. */
export type Outcome = {
  readonly suggestedViews: readonly PolygonRings[];
  readonly candidates: readonly Candidate[];
  readonly limits: SuggestLimits;
};

/**
 * The densest places outside the suggested views, each with every reason why no camera is suggested: a list of
 * suggestions alone would let one believe that what is missing was never looked at.
 */
export async function consideredPlaces(scene: Scene, outcome: Outcome, pace: Pace): Promise<Considered[] | null> {
  const { cells, camera } = scene;
  const { limits, suggestedViews } = outcome;
  const views = suggestedViews.map((view) => ({ view, box: boxOf(view) }));
  const isLeft = cells.map(
    ({ position }) => !views.some(({ view, box }) => boxHolds(box, position) && pointInPolygon(view, position)),
  );
  const surroundings = await mapInSteps(cells, 200, pace, (cell) => {
    const near = cellsWithin(scene, cell.position, camera.range_m).filter((number) => isLeft[number]);
    return { cell, near, own: totalOf(cell), total: sumOver(near, (number) => totalOf(cells[number]!)) };
  });
  if (!surroundings) return null;
  const peaks = surroundings
    .filter(({ total }, number) => isLeft[number] && total >= limits.minimumIncidents)
    .filter(({ cell }) => !limits.area || pointInPolygon(limits.area, cell.position))
    .toSorted((a, b) => b.total - a.total || b.own - a.own || byPosition(a.cell, b.cell));

  const told: typeof peaks = [];
  for (const peak of peaks) {
    if (told.length === MOST_CONSIDERED) break;
    const isApart = told.every(({ cell }) => distance_m(cell.position, peak.cell.position) > 2 * camera.range_m);
    if (isApart) told.push(peak);
  }

  const inViewOfCandidates = cellsOfCandidates(scene, outcome, isLeft);
  return told.map(({ cell, near, total }) => ({
    name: cell.place?.name ?? null,
    placeType: cell.place?.placeType ?? null,
    position: cell.place?.position ?? middleOfSquare(cell.position),
    incidents: total,
    reasons: reasonsNot(scene, near, outcome, inViewOfCandidates),
  }));
}

/** Squares in the view of a candidate that would still reach the minimum with what the suggestions leave. */
function cellsOfCandidates({ cells }: Scene, outcome: Outcome, isLeft: readonly boolean[]): ReadonlySet<number> {
  const left = outcome.candidates.map((candidate) => candidate.cells.filter((number) => isLeft[number]));
  const enough = left.filter(
    (seen) => sumOver(seen, (number) => cells[number]!.need) >= outcome.limits.minimumIncidents,
  );
  return new Set(enough.flat());
}

function reasonsNot(
  { cells }: Scene,
  near: readonly number[],
  { suggestedViews, limits }: Outcome,
  inViewOfCandidates: ReadonlySet<number>,
): Reason[] {
  const indoors = sumOver(near, (number) => cells[number]!.indoors);
  const relevant = sumOver(near, (number) => cells[number]!.relevant);
  const need = sumOver(near, (number) => cells[number]!.need);
  const total = sumOver(near, (number) => totalOf(cells[number]!));
  const withoutEffect = total - indoors - relevant;
  const minimum = limits.minimumIncidents;

  const reasons: Reason[] = [];
  if (2 * indoors >= total) reasons.push({ code: 'INDOORS', params: { count: indoors, of: total } });
  if (2 * withoutEffect >= total) {
    reasons.push({ code: 'NO_PUBLISHED_EFFECT', params: { count: withoutEffect, of: total } });
  }
  if (relevant > 0 && 2 * (relevant - need) >= relevant) {
    reasons.push({ code: 'ALREADY_SEEN', params: { count: relevant - need, of: relevant } });
  }
  if (need < minimum) reasons.push({ code: 'BELOW_MINIMUM', params: { count: need, minimum } });
  else if (!near.some((number) => inViewOfCandidates.has(number))) {
    reasons.push({ code: 'NO_VIEW_REACHES_MINIMUM', params: { count: need, minimum } });
  } else if (suggestedViews.length >= limits.count) {
    reasons.push({ code: 'OTHERS_CAME_FIRST', params: { count: limits.count } });
  } else {
    reasons.push({ code: 'TOO_CLOSE_TO_SUGGESTED', params: { distance_m: limits.minimumSeparation_m } });
  }
  return reasons;
}

function cellsWithin({ cells, cellIndex }: Scene, position: Position, range_m: number): number[] {
  return cellIndex
    .meeting(boxAround(position, range_m))
    .filter((number) => distance_m(cells[number]!.position, position) <= range_m);
}

function totalOf(cell: WeighedCell): number {
  return cell.indoors + cell.outdoors.reduce((sum, { count }) => sum + count, 0);
}

function sumOver(numbers: readonly number[], of: (number: number) => number): number {
  return numbers.reduce((sum, number) => sum + of(number), 0);
}

function middleOfSquare([east, north]: Position): Position {
  const middle = (coordinate: number) => (Math.floor(coordinate / TOLD_SQUARE_M) + 0.5) * TOLD_SQUARE_M;
  return [middle(east), middle(north)];
}
