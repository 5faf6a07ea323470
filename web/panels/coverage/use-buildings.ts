import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PolygonRings, Position } from '#core/position.ts';
import { queries } from '../../api/queries.ts';

/** Neighbourhoods begin at multiples of this, so that a camera moved a little asks for nothing new. Metres. */
const step_m = 250;

/** The outlines of the buildings that a camera here could see, fetched once a neighbourhood. EPSG:3006. */
export function useBuildings(position: Position | null, range_m: number): readonly PolygonRings[] {
  const east = position && Math.floor(position[0] / step_m) * step_m;
  const north = position && Math.floor(position[1] / step_m) * step_m;
  const reach = Math.ceil(Math.max(100, range_m) / 100) * 100 + 10;
  const found = useQuery({
    ...queries.buildings(
      east === null || north === null
        ? null
        : [east - reach, north - reach, east + step_m + reach, north + step_m + reach],
    ),
    placeholderData: keepPreviousData,
  });
  return useMemo(
    () =>
      (found.data?.features ?? []).map(({ geometry }) =>
        // The answer is in EPSG:3006's own order, north before east.
        geometry.coordinates.map((ring) => ring.map(([north_m, east_m]): Position => [east_m!, north_m!])),
      ),
    [found.data],
  );
}
