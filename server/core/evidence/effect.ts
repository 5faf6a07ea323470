import type { IncidentCategory } from '../wire/layers.ts';
import { crimeType } from './crime-types.ts';
import { placeType, type PlaceTypeCode } from './place-types.ts';
import type { Finding } from './sources.ts';

/** What research lets one expect of a camera against one type of crime at one type of place. */
export type ExpectedEffect = {
  /** The change to reckon with, as a share below zero; 0 when no effect is published. */
  readonly change: number;
  /** Which finding the change comes from: the weaker of two, the only one, or none. */
  readonly basis: 'weaker_of_two' | 'crime_type_only' | 'none';
  readonly byCrimeType: Finding;
  /** Null where the type of the place is not known. */
  readonly byPlaceType: Finding | null;
};

/**
 * Reviews give the effect by type of crime and by type of place as separate margins of the same studies, so they are
 * never multiplied or added. Where both have a published size the weaker is used and both are shown. Where only the type
 * of crime has one it is used alone, and is said to be the only one. A type of crime without a significant effect
 * (violence, public order) is not lifted by its place: that a car park is well studied says nothing about assault there.
 */
export function expectedEffect(place: PlaceTypeCode | null, category: IncidentCategory): ExpectedEffect {
  const byCrimeType = crimeType(category).finding;
  const byPlaceType = place === null ? null : placeType(place).finding;
  if (byCrimeType.kind !== 'effect') return { change: 0, basis: 'none', byCrimeType, byPlaceType };
  if (byPlaceType?.kind !== 'effect') {
    return { change: byCrimeType.change, basis: 'crime_type_only', byCrimeType, byPlaceType };
  }
  const change = Math.max(byCrimeType.change, byPlaceType.change);
  return { change, basis: 'weaker_of_two', byCrimeType, byPlaceType };
}

/** Whether crimes of a category can be a documented need for a camera: only those that research has seen cameras lower. */
export function isCameraRelevant(category: IncidentCategory): boolean {
  return crimeType(category).finding.kind === 'effect';
}
