import { isCameraRelevant } from '../evidence/effect.ts';
import { boxAround } from '../geometry/box.ts';
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
  /** All incidents within the range of a camera: every category, indoors and out. */
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
  const surroundings = await mapInSteps(cells, 200, pace, (cell) => {
    const near = cellsWithin(scene, cell.position, camera.range_m);
    return { cell, near, total: near.reduce((sum, number) => sum + totalOf(cells[number]!), 0) };
  });
  if (!surroundings) return null;
  const peaks = surroundings
    .filter(({ total }) => total >= limits.minimumIncidents)
    .filter(({ cell }) => !limits.area || pointInPolygon(limits.area, cell.position))
    .filter(({ cell }) => !suggestedViews.some((view) => pointInPolygon(view, cell.position)))
    .toSorted((a, b) => b.total - a.total || totalOf(b.cell) - totalOf(a.cell) || byPosition(a.cell, b.cell));

  const told: typeof peaks = [];
  for (const peak of peaks) {
    if (told.length === MOST_CONSIDERED) break;
    const isApart = told.every(({ cell }) => distance_m(cell.position, peak.cell.position) > 2 * camera.range_m);
    if (isApart) told.push(peak);
  }
  return told.map(({ cell, near, total }) => ({
    name: cell.place?.name ?? null,
    placeType: cell.place?.placeType ?? null,
    position: cell.place?.position ?? middleOfSquare(cell.position),
    incidents: total,
    reasons: reasonsNot(scene, near, outcome),
  }));
}

function reasonsNot({ cells }: Scene, near: readonly number[], { candidates, limits }: Outcome): Reason[] {
  const counts = { indoors: 0, irrelevant: 0, relevant: 0, need: 0 };
  for (const number of near) {
    const cell = cells[number]!;
    counts.indoors += cell.indoors;
    counts.irrelevant += irrelevantOf(cell);
    counts.relevant += cell.relevant;
    counts.need += cell.need;
  }
  const { indoors, irrelevant, relevant, need } = counts;
  const total = indoors + irrelevant + relevant;
  const reasons: Reason[] = [];
  if (2 * indoors >= total) reasons.push({ code: 'INDOORS', params: { count: indoors, of: total } });
  if (2 * irrelevant >= total) reasons.push({ code: 'NO_PUBLISHED_EFFECT', params: { count: irrelevant, of: total } });
  if (relevant > 0 && 2 * (relevant - need) >= relevant) {
    reasons.push({ code: 'ALREADY_SEEN', params: { count: relevant - need, of: relevant } });
  }
  if (need < limits.minimumIncidents) {
    reasons.push({ code: 'BELOW_MINIMUM', params: { count: need, minimum: limits.minimumIncidents } });
  } else if (!candidates.some((candidate) => candidate.cells.some((number) => near.includes(number)))) {
    reasons.push({ code: 'NO_VIEW_REACHES_MINIMUM', params: { count: need, minimum: limits.minimumIncidents } });
  } else {
    reasons.push({ code: 'OTHERS_CAME_FIRST', params: { count: limits.count } });
  }
  return reasons;
}

function cellsWithin({ cells, cellIndex }: Scene, position: Position, range_m: number): number[] {
  return cellIndex
    .meeting(boxAround(position, range_m))
    .filter((number) => distance_m(cells[number]!.position, position) <= range_m);
}

function irrelevantOf(cell: WeighedCell): number {
  return cell.outdoors.reduce((sum, { category, count }) => (isCameraRelevant(category) ? sum : sum + count), 0);
}

function totalOf(cell: WeighedCell): number {
  return cell.indoors + cell.outdoors.reduce((sum, { count }) => sum + count, 0);
}

function middleOfSquare([east, north]: Position): Position {
  const middle = (coordinate: number) => (Math.floor(coordinate / TOLD_SQUARE_M) + 0.5) * TOLD_SQUARE_M;
  return [middle(east), middle(north)];
}
