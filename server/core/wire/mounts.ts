import type { LonLat } from './sites.ts';

export type MountStage =
  | 'wished'
  | 'prioritised'
  | 'designed'
  | 'right_of_use'
  | 'power_and_fibre'
  | 'mounted'
  | 'in_operation'
  | 'ended'
  | 'not_current';

/**
 * GET /api/planned-mounts: { exact: PlannedMount[], masked: MaskedMount[] }.
 * PUT /api/planned-mounts/:id/priority takes { rowVersion, priority: 1-99 | null, reason } and answers the PlannedMount.
 */
export interface PlannedMount {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organisationId: string;
  readonly stage: MountStage;
  /** ISO dates. */
  readonly stageSince: string;
  readonly waitingFor: 'right_of_use' | 'power' | 'fibre' | 'mounting' | null;
  readonly waitingSince: string | null;
  readonly waitingOnOrganisationId: string | null;
  /** Names of its own organisation and of the one it waits on. */
  readonly organisation?: OrganisationName;
  readonly waitingOn?: OrganisationName | null;
  /** 1 is first; null is not ranked. */
  readonly priority: number | null;
  readonly priorityReason: string | null;
  readonly secret: boolean;
  readonly provision: string | null;
  readonly authority: string | null;
  readonly cellSize_m: number | null;
  readonly rowVersion: number;
  readonly position: LonLat;
}

export interface OrganisationName {
  readonly nameSv: string;
  readonly nameEn: string;
}

export interface MaskedMount {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation?: OrganisationName;
  readonly cellSize_m: number;
  readonly provision: string;
  readonly authority: string;
  readonly decidedOn: string;
  /** South-west and north-east corners of the cell, roughly, WGS84: for zooming to. */
  readonly bounds: readonly [number, number, number, number];
}
