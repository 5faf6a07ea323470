/**
 * Random numbers that are the same for the same seed, on every machine: the example municipality, simulations and
 * property tests are drawn with these. Never for secrets, sessions or masks.
 *
 * The stream is sfc32 (Chris Doty-Humphrey, PractRand: 128 bits of state, 32 out), its state filled from the seed by
 * splitmix32 after an FNV-1a hash of the seed's text.
 */
export type Random = {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** A whole number, both ends included, all equally likely. */
  integer(low: number, high: number): number;
  /** Normally distributed (Marsaglia's polar method). */
  normal(mean: number, standardDeviation: number): number;
  /** Poisson-distributed count, exact for any mean. */
  poisson(mean: number): number;
  /** One element, all equally likely. */
  pick<T>(array: readonly T[]): T;
  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(array: readonly T[]): T[];
  /** Shaped like a UUID of version 4, but as predictable as the seed. */
  uuid(): string;
};

/** The longest stretch of a Poisson process drawn in one go: e^-32 is still far from underflow. */
const POISSON_STEP = 32;

export function seededRandom(seed: number | string): Random {
  const bits = sfc32(seed);

  function next(): number {
    return ((bits() >>> 5) * 0x4000000 + (bits() >>> 6)) / 0x20000000000000;
  }

  function integer(low: number, high: number): number {
    if (!Number.isInteger(low) || !Number.isInteger(high) || high < low) {
      throw new Error(`No whole number between ${low} and ${high}.`);
    }
    return low + Math.floor(next() * (high - low + 1));
  }

  function normal(mean: number, standardDeviation: number): number {
    for (;;) {
      const u = 2 * next() - 1;
      const v = 2 * next() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return mean + standardDeviation * u * Math.sqrt((-2 * Math.log(s)) / s);
    }
  }

  // A Poisson count over a long stretch is the sum of counts over shorter ones; each is drawn by Knuth's product.
  function poisson(mean: number): number {
    if (!(mean >= 0) || !Number.isFinite(mean)) throw new Error(`Unexpected mean of a Poisson draw: ${mean}.`);
    let count = 0;
    for (let left = mean; left > 0; left -= POISSON_STEP) {
      const limit = Math.exp(-Math.min(left, POISSON_STEP));
      for (let product = next(); product > limit; product *= next()) count += 1;
    }
    return count;
  }

  function pick<T>(array: readonly T[]): T {
    if (array.length === 0) throw new Error('Cannot pick from an empty array.');
    return array[integer(0, array.length - 1)] as T;
  }

  function shuffle<T>(array: readonly T[]): T[] {
    const copy = [...array];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = integer(0, last);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  }

  function uuid(): string {
    const hex = [bits(), bits(), bits(), bits()].map((word) => word.toString(16).padStart(8, '0')).join('');
    const variant = '89ab'[Number.parseInt(hex[16] as string, 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  return { next, integer, normal, poisson, pick, shuffle, uuid };
}

function sfc32(seed: number | string): () => number {
  const fill = splitmix32(hash(`${typeof seed}:${seed}`));
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;

  function bits(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  }

  // The first numbers still resemble the seed; the author of sfc32 advises to drop twelve.
  for (let round = 0; round < 12; round += 1) bits();
  return bits;
}

function splitmix32(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193);
  return h;
}
