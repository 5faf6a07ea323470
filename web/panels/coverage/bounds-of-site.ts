import type { NewCamera, Site } from '#core/wire/sites.ts';

/** The box around a site and its cameras with what they reach, in degrees; null for a site without a position. */
export function boundsOfSite({
  position,
  cameras,
}: {
  readonly position: Site['position'];
  readonly cameras: readonly Pick<NewCamera, 'position' | 'range_m'>[];
}): readonly [number, number, number, number] | null {
  const points = [
    ...(position ? [{ at: position, reach_m: 30 }] : []),
    ...cameras.map((camera) => ({ at: camera.position, reach_m: camera.range_m })),
  ];
  if (points.length === 0) return null;
  // Near enough for looking at: a degree of latitude is 111 km.
  const boxes = points.map(({ at: [lon, lat], reach_m }) => {
    const up = reach_m / 111_000;
    const across = up / Math.cos((lat * Math.PI) / 180);
    return [lon - across, lat - up, lon + across, lat + up] as const;
  });
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}
