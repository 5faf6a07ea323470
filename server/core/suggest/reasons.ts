import { crimeType } from '../evidence/crime-types.ts';
import { expectedEffect, isCameraRelevant } from '../evidence/effect.ts';
import { placeType, type PlaceTypeCode } from '../evidence/place-types.ts';
import type { Finding } from '../evidence/sources.ts';
import type { Position } from '../position.ts';
import type { IncidentCategory } from '../wire/layers.ts';
import type { Reason } from '../wire/suggestions.ts';
import type { HourRun } from './hours.ts';
import type { CategoryCount, Intervention, Mount, Place, SuggestInput } from './input.ts';
import { distanceTo_m } from './place-finder.ts';

/** Sensitive places and other measures within this of the mount are told of, metres. */
export const NEAR_M = 100;
/** Drug offences above this share of the need: the ranking leans on where the police looked. */
const DRUGS_LEAD = 1 / 3;
/** Below this share of incidents with usable coordinates the picture has holes. */
const FEW_COORDINATES = 0.8;

/** What is known of a chosen camera when its reasons are given. Counts are of what it is the first to see. */
export type Grounds = {
  readonly mount: Mount;
  readonly place: Place | null;
  readonly counts: readonly CategoryCount[];
  /** Everything out of doors in the view, first seen or not. */
  readonly inView: readonly CategoryCount[];
  readonly need: number;
  readonly hours80: HourRun | null;
};

/** What speaks for a camera, as codes with values; the sentences stand in the interface's and the reports' texts. */
export function reasonsFor(
  { mount, place, need, hours80 }: Grounds,
  { interventions, limits }: SuggestInput,
): Reason[] {
  const reasons: Reason[] = [
    { code: 'DOCUMENTED_INCIDENTS', params: { count: need, minimum: limits.minimumIncidents, months: 24 } },
  ];
  if (hours80) reasons.push({ code: 'HOURS', params: { share_percent: 80, from: hours80.from, to: hours80.to } });
  for (const { thing, distance } of nearest(mount.position, interventions)) {
    reasons.push({ code: 'OTHER_MEASURE', params: { kind: thing.kind, name: thing.name, distance_m: distance } });
  }
  const exemption = place && placeType(place.placeType).exemption;
  if (exemption) {
    const params = { provision: exemption.provision, purposes: exemption.purposes.join(' ') };
    reasons.push({ code: 'EXEMPT_FROM_ASSESSMENT', params });
  }
  return reasons;
}

/** What speaks against a camera. Never empty of what research and law would ask. */
export function reasonsAgainst(
  grounds: Grounds,
  { interventions, places, shareWithCoordinates }: SuggestInput,
): Reason[] {
  const { mount, place, counts, inView, need } = grounds;
  const reasons: Reason[] = [];

  const measures = new Set(nearest(mount.position, interventions).map(({ thing }) => thing.kind)).size;
  if (measures === 0) reasons.push({ code: 'NO_OTHER_MEASURES', params: { distance_m: NEAR_M } });
  if (measures === 1) reasons.push({ code: 'ONE_OTHER_MEASURE', params: { distance_m: NEAR_M } });

  const sensitive = places.filter((other) => placeType(other.placeType).privacySensitive);
  for (const { thing, distance } of nearest(mount.position, sensitive)) {
    reasons.push({ code: `${thing.placeType}_NEAR`, params: { name: thing.name, distance_m: distance } });
  }

  const drugs = countOf(counts, 'drug');
  if (drugs > DRUGS_LEAD * need) reasons.push({ code: 'DRUG_FOLLOWS_POLICE', params: { count: drugs, of: need } });
  if (place && placeType(place.placeType).finding.kind === 'not_significant') {
    reasons.push({ code: 'NO_EFFECT_AT_PLACE_TYPE', params: { placeType: place.placeType } });
  }
  const uncounted = inView.filter(({ category }) => !isCameraRelevant(category));
  for (const { category, count } of uncounted.filter(({ count }) => count > 0)) {
    reasons.push({ code: 'NOT_COUNTED', params: { category, count } });
  }
  if (mount.kind === 'grid') reasons.push({ code: 'NO_MOUNT', params: {} });
  if (mount.hasPower === false) reasons.push({ code: 'NO_POWER', params: {} });
  if (mount.hasFibre === false) reasons.push({ code: 'NO_FIBRE', params: {} });
  if (shareWithCoordinates !== null && shareWithCoordinates < FEW_COORDINATES) {
    reasons.push({ code: 'FEW_COORDINATES', params: { share_percent: Math.round(100 * shareWithCoordinates) } });
  }
  return reasons;
}

/** What research says of the crimes that weigh most in a camera's view, at that type of place, with its source. */
export function evidenceOf(place: Place | null, counts: readonly CategoryCount[]): Reason {
  const type = place?.placeType ?? null;
  const category = leadingCategory(type, counts);
  const { basis, change, byCrimeType, byPlaceType } = expectedEffect(type, category);
  return {
    code: { weaker_of_two: 'EFFECT_WEAKER_OF_TWO', crime_type_only: 'EFFECT_CRIME_TYPE_ONLY', none: 'EFFECT_NONE' }[
      basis
    ],
    params: {
      category,
      placeType: type,
      change_percent: percent(change),
      ...findingParams('crimeType', byCrimeType),
      ...(byPlaceType ? findingParams('placeType', byPlaceType) : {}),
    },
  };
}

/** The category that adds most weight; of equals the first in the fixed order of categories. */
function leadingCategory(type: PlaceTypeCode | null, counts: readonly CategoryCount[]): IncidentCategory {
  const weights = counts.map(({ category, count }) => -count * expectedEffect(type, category).change);
  return counts[weights.indexOf(Math.max(...weights))]?.category ?? crimeType('other').code;
}

function findingParams(name: string, finding: Finding): Record<string, string | number | null> {
  if (finding.kind === 'none_published') return { [`${name}Finding`]: finding.kind };
  return {
    [`${name}Finding`]: finding.kind,
    [`${name}Change_percent`]: finding.kind === 'effect' ? percent(finding.change) : null,
    [`${name}Studies`]: finding.studies,
    [`${name}Source`]: finding.review.citation,
  };
}

function nearest<T extends Place | Intervention>(
  from: Position,
  things: readonly T[],
): { thing: T; distance: number }[] {
  return things
    .map((thing) => ({ thing, distance: Math.round(distanceTo_m(from, thing)) }))
    .filter(({ distance }) => distance <= NEAR_M)
    .toSorted((a, b) => a.distance - b.distance || ((a.thing.name ?? '') < (b.thing.name ?? '') ? -1 : 1));
}

function countOf(counts: readonly CategoryCount[], category: IncidentCategory): number {
  return counts.find((entry) => entry.category === category)?.count ?? 0;
}

function percent(share: number): number {
  return Math.round(share * 100) + 0;
}
