import { finding, percent, type Trap } from './sample.ts';

/** Pairs of zeros: how a register writes that the place is unknown. Such rows are refused one by one. */
export const nullIsland: Trap = ({ pairs }) => {
  const zeros = pairs.filter(([a, b]) => a === 0 && b === 0).length;
  return zeros === 0
    ? []
    : [finding('info', 'null_island', { rows: zeros, share_percent: percent(zeros, pairs.length) })];
};
