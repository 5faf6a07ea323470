import { crsName } from '../../crs.ts';
import { finding, type Trap } from './sample.ts';

/** Numbers that several systems allow on this ground: a person must say which, the likeliest is proposed. */
export const crsUndecided: Trap = ({ crsGuess, pairs }) => {
  if (!crsGuess || crsGuess.isDecided) return [];
  const { best, candidates } = crsGuess;
  const values = {
    crs: best.epsg,
    crs_name: crsName(best.epsg),
    candidates: [...new Set(candidates.map(({ epsg }) => epsg))].join(', '),
    example: (pairs[0] ?? []).join(' '),
  };
  return [finding('stop', 'crs_undecided', values, { crs: best.epsg, swapAxes: best.isNorthFirst })];
};
