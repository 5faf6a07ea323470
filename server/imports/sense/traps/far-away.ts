import { distanceTo_m, median, sweden } from '../ground.ts';
import { finding, percent, someRows, type Trap } from './sample.ts';

/** What lies so far outside the municipality is in the sea, in another country or a slip of the pen. */
const far_m = 150_000;

/** Positions far outside the expected ground: some of them, or nearly all. Without a known municipality: outside Sweden. */
export const farAway: Trap = (sample) => {
  const ground = sample.expected ?? sweden;
  const there = sample.positions.flatMap((position, order) =>
    position ? [{ off_m: distanceTo_m(ground, position), row: sample.firstRow + order }] : [],
  );
  const far = there.filter(({ off_m }) => off_m > (sample.expected ? far_m : 0));
  if (far.length === 0) return [];
  const distances = far.map(({ off_m }) => off_m).filter((off_m) => Number.isFinite(off_m));
  return [
    finding('warn', far.length > there.length / 2 ? 'most_far_away' : 'far_away', {
      rows: far.length,
      share_percent: percent(far.length, there.length),
      distance_km: Math.round(median(distances) / 1000),
      examples: someRows(far.map(({ row }) => row)),
      from: sample.expected ? 'municipality' : 'sweden',
    }),
  ];
};
