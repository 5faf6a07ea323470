/** 1, 2 or 5 times a power of ten, not above `limit_m`. */
export function roundLength_m(limit_m: number): number {
  const power = 10 ** Math.floor(Math.log10(limit_m));
  const times = limit_m / power;
  return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
}
