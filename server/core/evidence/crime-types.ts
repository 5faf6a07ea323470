import type { IncidentCategory } from '../wire/layers.ts';
import { REVIEWS, type Finding } from './sources.ts';

export type CrimeType = {
  readonly code: IncidentCategory;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly finding: Finding;
  /** Recorded mostly because the police looked there (ingripandebrott): rankings are shown with and without it. */
  readonly followsPolice: boolean;
};

const review = REVIEWS.BRA_2018;

/** Change of recorded crime where cameras were put up, by type of crime. Brå, page of 2018-12-17, table 1. */
export const CRIME_TYPES: readonly CrimeType[] = [
  {
    code: 'drug',
    nameSv: 'Narkotikabrott',
    nameEn: 'Drug crime',
    finding: { kind: 'effect', change: -0.2, studies: 6, review },
    followsPolice: true,
  },
  {
    code: 'vehicle',
    nameSv: 'Fordonsbrott',
    nameEn: 'Vehicle crime',
    finding: { kind: 'effect', change: -0.14, studies: 23, review },
    followsPolice: false,
  },
  {
    code: 'property',
    nameSv: 'Egendomsbrott',
    nameEn: 'Property crime',
    finding: { kind: 'effect', change: -0.14, studies: 22, review },
    followsPolice: false,
  },
  {
    code: 'violence',
    nameSv: 'Våldsbrott',
    nameEn: 'Violent crime',
    finding: { kind: 'not_significant', studies: 29, review },
    followsPolice: false,
  },
  {
    code: 'disorder',
    nameSv: 'Ordningsstörningar',
    nameEn: 'Public order disturbances',
    finding: { kind: 'not_significant', studies: 6, review },
    followsPolice: false,
  },
  {
    code: 'other',
    nameSv: 'Övrigt',
    nameEn: 'Other',
    finding: { kind: 'none_published' },
    followsPolice: false,
  },
];

export function crimeType(category: IncidentCategory): CrimeType {
  const found = CRIME_TYPES.find(({ code }) => code === category);
  if (!found) throw new Error(`Unexpected category of crime: ${category}.`);
  return found;
}
