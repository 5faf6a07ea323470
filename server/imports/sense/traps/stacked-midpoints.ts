import { findStacking } from '#core/density/stacked-points.ts';
import { finding, percent, type Trap } from './sample.ts';

/** Many incidents on few points are the middles of areas: a heat map of them would be false. */
export const stackedMidpoints: Trap = ({ positions }) => {
  const there = positions.filter((position) => position !== null);
  const { stacked, incidents, distinctPoints, shareOnTop } = findStacking(there);
  if (!stacked) return [];
  const share_percent = percent(Math.round(shareOnTop * incidents), incidents);
  return [finding('warn', 'stacked_midpoints', { incidents, points: distinctPoints, share_percent })];
};
