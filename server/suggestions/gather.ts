import { demandCells } from '#core/suggest/demand-cells.ts';
import { DEFAULT_LIMITS, type Mount, type SuggestInput } from '#core/suggest/input.ts';
import type { Box, PolygonRings } from '#core/position.ts';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import type { Reason, SuggestionRequest, SuggestionResult } from '#core/wire/suggestions.ts';
import { buildingsIn } from '../db/buildings.ts';
import type { Gate, Viewer } from '../db/gate.ts';
import {
  areaPolygon,
  boxPolygon,
  coveredIn,
  incidentsIn,
  interventionsIn,
  mountsIn,
  placesIn,
  pointSources,
  type PointSource,
} from '../db/suggest-input.ts';
import { HttpProblem } from '../http/problems.ts';

/** Above this many mounts an area is too large for one answer. */
const mostMounts = 5_000;
/** Where no mast stands, places 40 m apart are tried. */
const gridStep_m = 40;
const months = 24;
export const defaultCamera = { angle_deg: 90, range_m: 50 };

export type Gathered =
  | { readonly refusal: Reason; readonly sources: SuggestionResult['sources'] }
  | {
      readonly refusal: null;
      readonly input: SuggestInput;
      readonly sources: SuggestionResult['sources'];
      readonly period: { readonly from: string; readonly to: string };
    };

/**
 * Reads what a suggestion is made from: the viewer's own views for everything that may hold a secret, and the crimes
 * as `deriver`, for counting. Nothing here reads a camera that the viewer may not see.
 */
export async function gather(gate: Gate, viewer: Viewer, request: SuggestionRequest): Promise<Gathered> {
  const area = await gate.as(viewer, (tx) =>
    request.areaId === undefined
      ? boxPolygon(tx, request.bbox as [number, number, number, number])
      : areaPolygon(tx, request.areaId),
  );
  if (!area) throw new HttpProblem(404, 'not-found', 'There is no such area.');
  const known = await gate.as(viewer, pointSources);
  const usable = known.filter((source) => source.refused === null && source.periodTo !== null);
  const sources = known.map(({ name, shareWithCoordinates }) => ({ name, shareWithCoordinates }));
  if (usable.length === 0) return { refusal: refusalOf(known), sources };

  const camera = {
    angle_deg: request.angle_deg ?? defaultCamera.angle_deg,
    range_m: request.range_m ?? defaultCamera.range_m,
  };
  const box = around(area, camera.range_m + 5);
  const { from, to } = lastMonths(usable);
  const ground = await gate.as(viewer, async (tx) => ({
    buildings: await buildingsIn(tx, box),
    covered: await coveredIn(tx, box),
    masts: await mountsIn(tx, box, mostMounts + 1),
    places: await placesIn(tx, around(area, 200)),
    interventions: await interventionsIn(tx, around(area, 200), to),
  }));
  const mounts = ground.masts.some(({ position }) => pointInPolygon(area, position))
    ? ground.masts
    : gridMounts(area, ground.buildings);
  if (mounts.length > mostMounts)
    throw new HttpProblem(422, 'too-large', `The area holds more than ${mostMounts} mounts. Choose a smaller one.`);
  const incidents = await gate.service('deriver', (tx) =>
    incidentsIn(
      tx,
      box,
      usable.map(({ id }) => id),
      from,
      dayAfter(to),
    ),
  );

  return {
    refusal: null,
    sources: usable.map(({ name, shareWithCoordinates }) => ({ name, shareWithCoordinates })),
    period: { from, to },
    input: {
      demand: demandCells(incidents, request.withoutDrugs ? ['drug'] : []),
      mounts,
      camera,
      buildings: ground.buildings,
      covered: ground.covered,
      places: ground.places,
      interventions: ground.interventions,
      shareWithCoordinates: usable[0]?.shareWithCoordinates ?? null,
      limits: {
        ...DEFAULT_LIMITS,
        count: request.count ?? DEFAULT_LIMITS.count,
        minimumIncidents: request.minimumIncidents ?? DEFAULT_LIMITS.minimumIncidents,
        area,
      },
    },
  };
}

function refusalOf(known: readonly PointSource[]): Reason {
  const refused = known.find((source) => source.refused !== null);
  return refused
    ? { code: 'MIDPOINTS', params: { source: refused.name, why: refused.refused } }
    : { code: 'NO_POINTS', params: {} };
}

/** The 24 months that end with the sources' last day. */
function lastMonths(usable: readonly PointSource[]): { from: string; to: string } {
  const to = usable
    .map(({ periodTo }) => periodTo as string)
    .toSorted()
    .at(-1) as string;
  const start = new Date(`${dayAfter(to)}T00:00:00Z`);
  start.setUTCMonth(start.getUTCMonth() - months);
  return { from: start.toISOString().slice(0, 10), to };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function around(area: PolygonRings, margin_m: number): Box {
  const ring = area[0] ?? [];
  const east = ring.map(([e]) => e);
  const north = ring.map(([, n]) => n);
  return [
    Math.min(...east) - margin_m,
    Math.min(...north) - margin_m,
    Math.max(...east) + margin_m,
    Math.max(...north) + margin_m,
  ];
}

function gridMounts(area: PolygonRings, buildings: readonly PolygonRings[]): Mount[] {
  const [west, south, east, north] = around(area, 0);
  const mounts: Mount[] = [];
  const first = (from: number) => Math.ceil(from / gridStep_m) * gridStep_m;
  for (let n = first(south); n < north && mounts.length <= mostMounts; n += gridStep_m) {
    for (let e = first(west); e < east && mounts.length <= mostMounts; e += gridStep_m) {
      if (buildings.some((rings) => pointInPolygon(rings, [e, n]))) continue;
      mounts.push({ id: `grid-${e}-${n}`, position: [e, n], kind: 'grid', hasPower: null, hasFibre: null });
    }
  }
  return mounts;
}
