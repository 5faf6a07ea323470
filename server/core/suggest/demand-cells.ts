import type { Position } from '../position.ts';
import { incidentCategories, type IncidentCategory } from '../wire/layers.ts';

export const DEMAND_CELL_M = 25;
/** The place of incidents without a time of day in `byHour`. */
export const UNKNOWN_HOUR = 24;

export type SuggestIncident = {
  readonly position: Position;
  readonly category: IncidentCategory;
  /** Local hour, 0-23; null when the source gives none. */
  readonly hour: number | null;
  readonly indoors: boolean;
};

/** What happened in one square of 25 m: counts, no single incident. */
export type DemandCell = {
  /** The mean position of the square's incidents: where a camera has to see. Never leaves the server. */
  readonly position: Position;
  readonly outdoors: readonly CategoryHours[];
  /** Incidents inside buildings, of all categories: they weigh nothing, but are told of. */
  readonly indoors: number;
};

export type CategoryHours = {
  readonly category: IncidentCategory;
  readonly count: number;
  /** 24 hours, then those without one. */
  readonly byHour: readonly number[];
};

/**
 * Counts incidents on squares of 25 m, in order from south-west. Categories in `leaveOut` are left out of everything: a
 * ranking without drug offences, which follow where the police look, is the same question asked again without them.
 */
export function demandCells(
  incidents: readonly SuggestIncident[],
  leaveOut: readonly IncidentCategory[] = [],
): DemandCell[] {
  const kept = incidents.filter(({ category }) => !leaveOut.includes(category)).toSorted(byPosition);
  const squares = new Map<string, SuggestIncident[]>();
  for (const incident of kept) {
    const key = incident.position.map((coordinate) => Math.floor(coordinate / DEMAND_CELL_M)).join(':');
    const square = squares.get(key);
    if (square) square.push(incident);
    else squares.set(key, [incident]);
  }
  return [...squares.values()].map(countSquare).toSorted(byPosition);
}

function countSquare(incidents: readonly SuggestIncident[]): DemandCell {
  const outdoors = incidents.filter(({ indoors }) => !indoors);
  return {
    position: meanPosition(outdoors.length > 0 ? outdoors : incidents),
    outdoors: incidentCategories.map((category) => countHours(category, outdoors)).filter(({ count }) => count > 0),
    indoors: incidents.length - outdoors.length,
  };
}

function countHours(category: IncidentCategory, incidents: readonly SuggestIncident[]): CategoryHours {
  const byHour = Array.from({ length: UNKNOWN_HOUR + 1 }, () => 0);
  const those = incidents.filter((incident) => incident.category === category);
  for (const { hour } of those) byHour[hour ?? UNKNOWN_HOUR]! += 1;
  return { category, count: those.length, byHour };
}

function meanPosition(incidents: readonly SuggestIncident[]): Position {
  const [first] = incidents;
  let east = 0;
  let north = 0;
  for (const { position } of incidents) {
    east += position[0] - first!.position[0];
    north += position[1] - first!.position[1];
  }
  return [first!.position[0] + east / incidents.length, first!.position[1] + north / incidents.length];
}

/** From the south, then from the west. */
export function byPosition(a: { readonly position: Position }, b: { readonly position: Position }): number {
  return a.position[1] - b.position[1] || a.position[0] - b.position[0];
}
