import type { Box, Position } from '#core/position.ts';
import { toMetresFrom } from '../crs.ts';
import { distanceTo_m, median, middleOf, shareWithin, sweden } from './ground.ts';

/** Two columns of numbers, in the order that the file has them. */
export type Pair = readonly [first: number, second: number];

/** One way to understand pairs of numbers. */
export interface CrsCandidate {
  readonly epsg: number;
  /** The first number is the northing or latitude. */
  readonly isNorthFirst: boolean;
  /** The share (0-1) of the pairs that then lie on the expected ground. */
  readonly share: number;
}

export interface CrsGuess {
  readonly best: CrsCandidate;
  readonly runnerUp: CrsCandidate | null;
  /** False: the numbers and the ground allow several of `candidates`, and a person must say which. */
  readonly isDecided: boolean;
  /** Best first: those that the ground does not speak against. */
  readonly candidates: readonly CrsCandidate[];
}

/**
 * How usual a system is: a national one is believed before a local zone, and that before what foreign files are in.
 * ETRS89 / UTM 33N and WGS 84 / UTM 33N are SWEREF 99 TM within a metre, so they are no candidates of their own.
 */
const tiers: readonly (readonly number[])[] = [
  [4326, 3006],
  [3857, 3021, 3007, 3008, 3009, 3010, 3011, 3012, 3013, 3014, 3015, 3016, 3017, 3018],
  [3020, 3022, 3019, 3023, 3024, 3035],
  [25832, 25834, 32635, 27700, 2154],
];
const tierOf = new Map(tiers.flatMap((codes, tier) => codes.map((epsg) => [epsg, tier] as const)));

/** A local zone is used near its meridian (150 000 m east); further off than this nobody would. */
const zoneWidth_m = 150_000;
const isLocal = (epsg: number) => epsg >= 3007 && epsg <= 3018;
const isRt90 = (epsg: number) => epsg >= 3019 && epsg <= 3024;
const familyOf = (epsg: number) => (isLocal(epsg) ? 'local' : isRt90(epsg) ? 'rt90' : String(epsg));

/** A candidate must bring this share of the pairs onto the ground, and be this much better than another to decide. */
const enough = 0.5;
const clearly = 0.2;
/** More pairs tell no more. */
const enoughPairs = 400;

/**
 * The system that two columns of numbers are in, and which of them stands first: the one that brings most of the pairs
 * onto the expected ground (EPSG:3006; null when no municipality is known yet: then all of Sweden). Degrees that land
 * elsewhere in the world are still degrees. Null when the numbers fit no system at all.
 */
export function guessCrs(pairs: readonly Pair[], expected: Box | null): CrsGuess | null {
  const some = thinned(pairs.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b) && (a !== 0 || b !== 0)));
  if (some.length === 0) return null;
  const onGround = rank(some, expected ?? sweden);
  if (onGround.length > 0) return decided(onGround, expected !== null);
  const inSweden = expected === null ? [] : rank(some, sweden).map((one) => ({ ...one, share: 0 }));
  const degrees = asDegrees(some);
  if (degrees && inSweden.length === 0)
    return { best: degrees, runnerUp: null, isDecided: true, candidates: [degrees] };
  return inSweden.length > 0 ? decided(inSweden, false) : null;
}

/**
 * Whether pairs in a known system stand north first: what lands on the expected ground (EPSG:3006; null: Sweden), and
 * where neither does, that a northing in Sweden is greater than an easting. Degrees are turned by the ground alone.
 */
export function isNorthFirstIn(epsg: number, pairs: readonly Pair[], expected: Box | null): boolean {
  const toMetres = toMetresFrom(epsg);
  const some = thinned(pairs);
  const share = (isNorthFirst: boolean, ground: Box) =>
    shareWithin(
      some.map(([a, b]) => (isNorthFirst ? toMetres(b, a) : toMetres(a, b))),
      ground,
    );
  for (const ground of expected ? [expected, sweden] : [sweden]) {
    const [straight, turned] = [share(false, ground), share(true, ground)];
    if (Math.max(straight, turned) >= enough) return turned > straight;
  }
  const hasGreaterNorthings = epsg === 3006 || isLocal(epsg) || isRt90(epsg);
  return hasGreaterNorthings && some.filter(([a, b]) => a > b).length > some.length / 2;
}

interface Ranked extends CrsCandidate {
  readonly tier: number;
  /** Metres from the middle of the ground to the middle of the pairs: orders what the shares cannot. */
  readonly off_m: number;
}

function rank(pairs: readonly Pair[], ground: Box): Ranked[] {
  const found: Ranked[] = [];
  for (const [epsg, tier] of tierOf) {
    const toMetres = toMetresFrom(epsg);
    for (const isNorthFirst of [false, true]) {
      const positions = pairs.map(([a, b]) => {
        const [east, north] = isNorthFirst ? [b, a] : [a, b];
        return isPossible(epsg, east, north) ? toMetres(east, north) : ([Number.NaN, Number.NaN] as const);
      });
      const share = shareWithin(positions, ground);
      if (share < enough) continue;
      found.push({ epsg, isNorthFirst, share, tier, off_m: distanceFromMiddle_m(positions, ground) });
    }
  }
  const step = ({ share }: Ranked) => Math.round(share / clearly);
  return found.toSorted((a, b) => step(b) - step(a) || a.tier - b.tier || a.off_m - b.off_m);
}

function decided(ranked: readonly Ranked[], knowsGround: boolean): CrsGuess | null {
  const [first, second] = ranked;
  if (!first) return null;
  // A system that is used here wins over one that merely could be; zones of one kind are told apart by the ground alone.
  const isRival = ({ tier, share, epsg }: Ranked) =>
    share > first.share - clearly && (tier <= first.tier || (knowsGround && familyOf(epsg) === familyOf(first.epsg)));
  const candidates = ranked.map(({ epsg, isNorthFirst, share }) => ({ epsg, isNorthFirst, share }));
  const [best = candidates[0] as CrsCandidate, runnerUp = null] = candidates;
  return { best, runnerUp, isDecided: !second || !ranked.slice(1).some(isRival), candidates };
}

function isPossible(epsg: number, east: number, north: number): boolean {
  if (epsg === 4326) return Math.abs(east) <= 180 && Math.abs(north) <= 90;
  if (isLocal(epsg)) return Math.abs(east - 150_000) <= zoneWidth_m && north > 6_000_000 && north < 7_800_000;
  return Math.abs(east) > 180 || Math.abs(north) > 180;
}

function distanceFromMiddle_m(positions: readonly Position[], ground: Box): number {
  const there = positions.filter(([east]) => Number.isFinite(east));
  const middle = [median(there.map(([east]) => east)), median(there.map(([, north]) => north))] as const;
  const [east, north] = middleOf(ground);
  return distanceTo_m([east, north, east, north], middle);
}

/** Degrees anywhere in the world; latitude first only when the numbers cannot be otherwise. */
function asDegrees(pairs: readonly Pair[]): CrsCandidate | null {
  const share = (fits: (a: number, b: number) => boolean) => pairs.filter(([a, b]) => fits(a, b)).length / pairs.length;
  if (share((a, b) => Math.abs(a) <= 180 && Math.abs(b) <= 90) > enough)
    return { epsg: 4326, isNorthFirst: false, share: 0 };
  if (share((a, b) => Math.abs(a) <= 90 && Math.abs(b) <= 180) > enough)
    return { epsg: 4326, isNorthFirst: true, share: 0 };
  return null;
}

function thinned(pairs: readonly Pair[]): readonly Pair[] {
  const step = Math.ceil(pairs.length / enoughPairs);
  return step <= 1 ? pairs : pairs.filter((_, order) => order % step === 0);
}
