import { demandCells, type SuggestIncident } from '#core/suggest/demand-cells.ts';
import { DEFAULT_LIMITS, type Mount, type Place, type SuggestInput } from '#core/suggest/input.ts';
import type { PolygonRings, Position } from '#core/position.ts';
import { seededRandom } from '#core/random.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';

/** Positions in metres east and north of the middle of an invented town. */
export function at(east_m: number, north_m: number): Position {
  return [674_012 + east_m, 6_580_012 + north_m];
}

export function rectangle(west_m: number, south_m: number, east_m: number, north_m: number): PolygonRings {
  return [[at(west_m, south_m), at(east_m, south_m), at(east_m, north_m), at(west_m, north_m), at(west_m, south_m)]];
}

/** So many incidents of a category about a position, within some metres of it. */
export function incidentsAt(
  centre: Position,
  category: IncidentCategory,
  count: number,
  options: { indoors?: boolean; hour?: number | null; spread_m?: number } = {},
): SuggestIncident[] {
  const { indoors = false, hour = 22, spread_m = 8 } = options;
  const random = seededRandom(`${centre.join()} ${category} ${count}`);
  return Array.from({ length: count }, () => ({
    position: [centre[0] + spread_m * (random.next() - 0.5), centre[1] + spread_m * (random.next() - 0.5)],
    category,
    hour,
    indoors,
  }));
}

export function mast(id: string, position: Position, more: Partial<Mount> = {}): Mount {
  return { id, position, kind: 'mast', hasPower: true, hasFibre: true, ...more };
}

export function place(
  id: string,
  placeType: Place['placeType'],
  outline: PolygonRings,
  name: string | null = id,
): Place {
  const [west, south] = outline[0]![0]!;
  const [east, north] = outline[0]![2]!;
  return { id, placeType, name, outline, position: [(west + east) / 2, (south + north) / 2] };
}

export function input(incidents: readonly SuggestIncident[], more: Partial<SuggestInput> = {}): SuggestInput {
  return {
    demand: demandCells(incidents),
    mounts: [],
    camera: { angle_deg: 90, range_m: 50 },
    buildings: [],
    covered: [],
    places: [],
    interventions: [],
    shareWithCoordinates: 0.97,
    ...more,
    limits: { ...DEFAULT_LIMITS, ...more.limits },
  };
}

/** A town with blocks, masts at crossings and incidents in some places more than in others. */
export function randomTown(seed: number): SuggestInput {
  const random = seededRandom(`suggest ${seed}`);
  const buildings: PolygonRings[] = [];
  const mounts: Mount[] = [];
  for (let column = 0; column < 6; column += 1) {
    for (let row = 0; row < 6; row += 1) {
      buildings.push(rectangle(column * 60, row * 60, column * 60 + 40, row * 60 + 40));
      mounts.push(mast(random.uuid(), at(column * 60 + 50, row * 60 + 50)));
    }
  }
  const spots = Array.from({ length: 12 }, () => at(random.integer(0, 5) * 60 + 50, random.integer(0, 360)));
  const categories: IncidentCategory[] = ['drug', 'vehicle', 'property', 'violence', 'disorder', 'other'];
  const incidents = Array.from({ length: 500 }, (): SuggestIncident => {
    const spot = random.pick(spots);
    return {
      position: [spot[0] + random.normal(0, 6), spot[1] + random.normal(0, 15)],
      category: random.pick(categories),
      hour: random.next() < 0.9 ? random.integer(0, 23) : null,
      indoors: random.next() < 0.1,
    };
  });
  const places = [
    place('centre', 'CITY_CENTRE', rectangle(100, 100, 250, 250)),
    place('lot', 'PARKING_LOT', rectangle(0, 0, 90, 90)),
  ];
  return input(incidents, { buildings, mounts, places });
}
