import type { Position } from '../position.ts';

/** Any register of streets or addresses stays far below this many incidents per point; midpoints pass it at once. */
const MOST_PER_POINT = 200;
/** With few points in all, half as strict is enough to tell: a municipality has thousands of street segments. */
const MOST_PER_POINT_WHEN_FEW = 50;
const FEW_POINTS = 1000;
/** No street corner has every fifth crime of a municipality; the point used for "place unknown" has. */
const LARGEST_SHARE_ON_ONE = 0.2;
/** Below this many incidents a share says nothing. */
const ENOUGH_FOR_SHARE = 50;
const TOP_POINTS = 10;

export type Stacking = {
  readonly incidents: number;
  /** Points that differ by a metre or more. */
  readonly distinctPoints: number;
  /** The share of incidents on the most used point, and on the ten most used. */
  readonly shareOnTop: number;
  readonly shareOnTopTen: number;
  /** True: the points are midpoints of areas and may carry no density, suggestion or count by place. */
  readonly stacked: boolean;
  readonly reason: 'MANY_PER_POINT' | 'FEW_POINTS' | 'ONE_POINT_DOMINATES' | null;
};

/**
 * Recognises incidents that were given the midpoint of a municipality, district or postcode in place of where they
 * happened: a heat map of those is an artefact. polisen.se/api/events had 84 623 events on 311 points, 272 on each:
 * refused. Points snapped to the nearest street, as data.police.uk does (8 addresses or more behind each, tens of
 * incidents per point in some years, thousands of points in a town), are true within a street and not refused.
 */
export function findStacking(points: Iterable<Position>): Stacking {
  const counter = new PointCounter();
  for (const [east, north] of points) counter.add(east, north);
  return counter.stacking();
}

/** Counts incidents by point to the metre, as they go by: a file of millions is never held for it. */
export class PointCounter {
  /** Keyed by one number, which costs a third of a text: 20 million metres of easting fit beside those of northing. */
  readonly #counts = new Map<number, number>();
  #incidents = 0;

  add(east_m: number, north_m: number): void {
    const key = Math.round(north_m) * 100_000_000 + Math.round(east_m) + 40_000_000;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    this.#incidents += 1;
  }

  stacking(): Stacking {
    const incidents = this.#incidents;
    const distinctPoints = this.#counts.size;
    const largest: number[] = [];
    for (const count of this.#counts.values()) {
      if (largest.length === TOP_POINTS && count <= (largest.at(-1) ?? 0)) continue;
      largest.push(count);
      largest.sort((a, b) => b - a);
      largest.length = Math.min(largest.length, TOP_POINTS);
    }
    const shareOnTop = incidents === 0 ? 0 : (largest[0] ?? 0) / incidents;
    const shareOnTopTen = incidents === 0 ? 0 : largest.reduce((sum, count) => sum + count, 0) / incidents;
    const reason = reasonFor(incidents, distinctPoints, shareOnTop);
    return { incidents, distinctPoints, shareOnTop, shareOnTopTen, stacked: reason !== null, reason };
  }
}

function reasonFor(incidents: number, distinctPoints: number, shareOnTop: number): Stacking['reason'] {
  if (distinctPoints === 0) return null;
  const perPoint = incidents / distinctPoints;
  if (perPoint > MOST_PER_POINT) return 'MANY_PER_POINT';
  if (perPoint > MOST_PER_POINT_WHEN_FEW && distinctPoints < FEW_POINTS) return 'FEW_POINTS';
  if (incidents >= ENOUGH_FOR_SHARE && shareOnTop > LARGEST_SHARE_ON_ONE) return 'ONE_POINT_DOMINATES';
  return null;
}
