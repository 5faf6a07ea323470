import type { MountStage, PlannedMount } from '#core/wire/mounts.ts';

/** The steps of a kamerapunkt, in order. The two other stages lie beside the way. */
export const steps = [
  'wished',
  'prioritised',
  'designed',
  'right_of_use',
  'power_and_fibre',
  'mounted',
  'in_operation',
] as const satisfies readonly MountStage[];

/** How many steps are reached, 1-7; 0 where the point no longer follows them. */
export function stepsReached(stage: MountStage): number {
  return steps.findIndex((step) => step === stage) + 1;
}

export interface WaitingGroup {
  readonly organisationId: string | null;
  readonly mounts: readonly PlannedMount[];
}

/** What is owed, by whom: those that owe most points first, the longest waiting first in each. */
export function waitingGroups(mounts: readonly PlannedMount[]): readonly WaitingGroup[] {
  const groups = new Map<string | null, PlannedMount[]>();
  for (const mount of mounts.filter(({ waitingFor }) => waitingFor !== null)) {
    const own = groups.get(mount.waitingOnOrganisationId) ?? [];
    groups.set(mount.waitingOnOrganisationId, own);
    own.push(mount);
  }
  return [...groups]
    .map(([organisationId, own]) => ({
      organisationId,
      mounts: own.toSorted(
        (a, b) => order(a.waitingSince ?? '9', b.waitingSince ?? '9') || order(a.code, b.code) || order(a.id, b.id),
      ),
    }))
    .toSorted((a, b) => b.mounts.length - a.mounts.length || order(a.organisationId ?? '~', b.organisationId ?? '~'));
}

/** One after the last that is given; 1 where nothing is ranked. */
export function nextPriority(all: readonly Pick<PlannedMount, 'priority'>[]): number {
  return Math.min(99, Math.max(0, ...all.map(({ priority }) => priority ?? 0)) + 1);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
