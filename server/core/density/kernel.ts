/**
 * The quartic (biweight) kernel in the plane: 3 / (pi h^2) * (1 - d^2 / h^2)^2 nearer than the bandwidth h, else 0.
 * Its volume is 1, so a map of kernels adds up to the number of incidents. The usual choice for crime
 * (Eck et al. 2005, NIJ 209393). Takes the distance squared; answers per square metre.
 */
export function quarticKernel(distanceSquared_m2: number, bandwidth_m: number): number {
  const rest = 1 - distanceSquared_m2 / (bandwidth_m * bandwidth_m);
  return rest <= 0 ? 0 : (3 / (Math.PI * bandwidth_m * bandwidth_m)) * rest * rest;
}
