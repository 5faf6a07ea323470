import type { Box } from '#core/position.ts';
import { crsName } from '../../crs.ts';
import { distanceTo_m, median, sweden } from '../ground.ts';
import { guessCrs } from '../guess-crs.ts';
import { finding, type Sample, type Trap } from './sample.ts';

/** Pairs that land this near are on the ground; a zone's fault moves them at least 30 km. */
const near_m = 20_000;
const mostly = 0.5;

const isDegrees = (epsg: number) => epsg === 4326;
const areDegrees = ([a, b]: readonly [number, number]) => Math.abs(a) <= 180 && Math.abs(b) <= 180;

/**
 * The file says one system and its numbers are in another. `crs_contradicts_numbers`: degrees that are called metres, or
 * the other way round. `wrong_zone`: metres that land elsewhere, and that another zone or system brings home.
 */
export const wrongSystem: Trap = (sample) => {
  const { epsg, pairs, expected } = sample;
  if (epsg === null || pairs.length === 0) return [];
  const guess = guessCrs(pairs, expected);
  const best = guess && guess.best.epsg !== epsg ? guess.best : null;
  const proposal = best && guess?.isDecided ? { crs: best.epsg, swapAxes: best.isNorthFirst } : null;
  const contradicting = pairs.filter((pair) => areDegrees(pair) !== isDegrees(epsg));
  const example = contradicting[0];
  if (example && contradicting.length > pairs.length * mostly) {
    const values = { said: epsg, said_name: crsName(epsg), example: example.join(' '), ...named(best?.epsg) };
    return [finding('stop', 'crs_contradicts_numbers', values, proposal)];
  }
  const off_m = landedOff_m(sample, expected ?? sweden);
  if (!best || best.share < mostly || off_m < near_m) return [];
  const values = { said: epsg, said_name: crsName(epsg), distance_km: kilometres(off_m), ...named(best.epsg) };
  return [finding('warn', 'wrong_zone', values, proposal)];
};

/** How far off the middle one of the positions lies; those that are nowhere on the map count as furthest. */
function landedOff_m({ positions }: Sample, ground: Box): number {
  return median(positions.flatMap((position) => (position ? [distanceTo_m(ground, position)] : [])));
}

const kilometres = (metres: number) => (Number.isFinite(metres) ? Math.round(metres / 1000) : 0);
const named = (epsg: number | undefined) => (epsg === undefined ? {} : { crs: epsg, crs_name: crsName(epsg) });
