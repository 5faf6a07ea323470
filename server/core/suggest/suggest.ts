import { isCameraRelevant } from '../evidence/effect.ts';
import type { PlaceTypeCode } from '../evidence/place-types.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Bearing, PolygonRings, Position } from '../position.ts';
import { incidentCategories } from '../wire/layers.ts';
import type { Reason } from '../wire/suggestions.ts';
import { candidatesAt, makeScene, viewFrom, type Scene } from './candidate-views.ts';
import { consideredPlaces, type Considered } from './considered.ts';
import { byPosition, UNKNOWN_HOUR } from './demand-cells.ts';
import { chooseGreedily, type Choice } from './greedy.ts';
import { countHourClasses, shortestRun, type HourClassCount, type HourRun } from './hours.ts';
import type { CategoryCount, Mount, Place, SuggestInput } from './input.ts';
import { mapInSteps, type Pace } from './pace.ts';
import { evidenceOf, reasonsAgainst, reasonsFor } from './reasons.ts';
import { demandWeigher, type WeighedCell } from './weigh-demand.ts';

/** A site and bearing worth considering. Advice with its grounds, never a decision. EPSG:3006. */
export type SiteSuggestion = {
  readonly rank: number;
  readonly mountId: string;
  readonly mount: Mount['kind'];
  readonly position: Position;
  readonly bearing_deg: Bearing;
  readonly angle_deg: number;
  readonly range_m: number;
  readonly view: PolygonRings;
  /** Need weighed by published effect; only for ordering. */
  readonly gain: number;
  /** The documented need that this camera is the first to see: its categories and hours add up to it. */
  readonly incidents: number;
  readonly byCategory: readonly CategoryCount[];
  readonly byHourClass: readonly HourClassCount[];
  readonly hours80: HourRun | null;
  readonly placeType: PlaceTypeCode | null;
  readonly placeName: string | null;
  readonly evidence: Reason;
  readonly reasonsFor: readonly Reason[];
  readonly reasonsAgainst: readonly Reason[];
};

export type SuggestAnswer = {
  readonly suggestions: readonly SiteSuggestion[];
  readonly consideredNotSuggested: readonly Considered[];
};

/**
 * Where cameras are worth considering: demand weighed by evidence, candidate views from every mount, the best chosen one
 * by one, each with its reasons. The same data give the same answer: no clock, no chance. Null when it was cancelled.
 */
export async function suggest(input: SuggestInput, pace: Pace = {}): Promise<SuggestAnswer | null> {
  const { limits, camera, buildings } = input;
  const weigh = demandWeigher(input.places, input.covered);
  const cells = await mapInSteps(input.demand.toSorted(byPosition), 200, pace, weigh);
  if (!cells) return null;
  const scene = makeScene(cells, buildings, camera, limits.minimumIncidents);

  const mounts = input.mounts.filter(({ position }) => !limits.area || pointInPolygon(limits.area, position));
  const candidates = await mapInSteps(mounts, 5, pace, (mount, done) => {
    pace.onProgress?.(done, mounts.length);
    return candidatesAt(scene, mount);
  });
  if (!candidates) return null;

  const choices = chooseGreedily(candidates.flat(), cells, limits);
  const suggestions = await mapInSteps(choices, 1, pace, (choice, order) => describe(choice, order + 1, scene, input));
  if (!suggestions) return null;
  const outcome = { suggestedViews: suggestions.map(({ view }) => view), candidates: candidates.flat(), limits };
  const consideredNotSuggested = await consideredPlaces(scene, outcome, pace);
  if (!consideredNotSuggested) return null;
  pace.onProgress?.(mounts.length, mounts.length);
  return { suggestions, consideredNotSuggested };
}

function describe(choice: Choice, rank: number, scene: Scene, input: SuggestInput): SiteSuggestion {
  const { candidate, gain, need } = choice;
  const { mount, bearing_deg } = candidate;
  const seen = choice.cells.map((number) => scene.cells[number]!);
  const counts = countCategories(seen);
  const byHour = countHours(seen);
  const place = leadingPlace(seen);
  const view = viewFrom(scene, mount.position, bearing_deg);
  const inView = countCategories(scene.cells.filter(({ position }) => pointInPolygon(view, position)));
  const grounds = { mount, place, counts, inView, need, hours80: shortestRun(byHour) };
  return {
    rank,
    mountId: mount.id,
    mount: mount.kind,
    position: mount.position,
    bearing_deg,
    ...input.camera,
    view,
    gain: Math.round(gain * 1000) / 1000,
    incidents: need,
    byCategory: counts.filter(({ category, count }) => count > 0 && isCameraRelevant(category)),
    byHourClass: countHourClasses(byHour),
    hours80: grounds.hours80,
    placeType: place?.placeType ?? null,
    placeName: place?.name ?? null,
    evidence: evidenceOf(place, counts),
    reasonsFor: reasonsFor(grounds, input),
    reasonsAgainst: reasonsAgainst(grounds, input),
  };
}

function countCategories(seen: readonly WeighedCell[]): CategoryCount[] {
  return incidentCategories.map((category) => ({
    category,
    count: seen.reduce(
      (sum, cell) => sum + (cell.outdoors.find((entry) => entry.category === category)?.count ?? 0),
      0,
    ),
  }));
}

/** Camera-relevant incidents by the hour, those without one last. */
function countHours(seen: readonly WeighedCell[]): number[] {
  const byHour = Array.from({ length: UNKNOWN_HOUR + 1 }, () => 0);
  for (const entry of seen.flatMap(({ outdoors }) => outdoors)) {
    if (isCameraRelevant(entry.category)) entry.byHour.forEach((count, hour) => (byHour[hour]! += count));
  }
  return byHour;
}

/** The place that most of the weight in view is at; null when that is no place in particular. */
function leadingPlace(seen: readonly WeighedCell[]): Place | null {
  const weights = new Map<Place | null, number>();
  for (const { place, weight } of seen) weights.set(place, (weights.get(place) ?? 0) + weight);
  const [first] = [...weights].toSorted(
    ([a, weightA], [b, weightB]) => weightB - weightA || ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1),
  );
  return first?.[0] ?? null;
}
