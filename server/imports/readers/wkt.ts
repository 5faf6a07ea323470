/**
 * Whether the database can read a geometry: a line needs two positions, the ring of an area four with the last as the
 * first. Extracts that were cut out of larger ones hold some that have lost the rest.
 */
export function isWhole(wkt: string): boolean {
  const needed = wkt.includes('POLYGON') ? 4 : wkt.includes('LINESTRING') ? 2 : 1;
  for (const [, inner = ''] of wkt.matchAll(/\(([^()]+)\)/g)) {
    if (needed === 1) continue;
    const positions = inner.split(',');
    if (positions.length < needed) return false;
    if (needed === 4 && positions[0]?.trim() !== positions.at(-1)?.trim()) return false;
  }
  return wkt.includes('(');
}
