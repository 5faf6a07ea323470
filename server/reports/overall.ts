/** The survey's overall index (samlat problemindex), the only one the built-in threshold speaks of. Known by its code. */
export function isOverall(indicator: { readonly indicator: string }): boolean {
  return /^(overall|samlat|total)/.test(indicator.indicator);
}
