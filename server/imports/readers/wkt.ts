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

export type GeometryKind = 'point' | 'line' | 'polygon' | 'mixed';

/** What some geometries are together; null when none of them says. */
export function geometryOf(wkts: readonly string[]): GeometryKind | null {
  const kinds = new Set<GeometryKind>();
  for (const wkt of wkts) {
    const type = /^[A-Z]+/.exec(wkt)?.[0] ?? '';
    if (type.endsWith('POINT')) kinds.add('point');
    else if (/(LINESTRING|CURVE)$/.test(type)) kinds.add('line');
    else if (/(POLYGON|SURFACE)$/.test(type)) kinds.add('polygon');
    else if (type === 'GEOMETRYCOLLECTION') kinds.add('mixed');
  }
  const [only, ...more] = kinds;
  return more.length > 0 ? 'mixed' : (only ?? null);
}

/** The first pairs of numbers of some geometries, in their order. */
export function pairsIn(wkts: readonly string[], most: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (const wkt of wkts) {
    for (const [, x, y] of wkt.matchAll(/(-?[\d.]+(?:e[+-]?\d+)?) (-?[\d.]+(?:e[+-]?\d+)?)/gi)) {
      if (pairs.length >= most) return pairs;
      pairs.push([Number(x), Number(y)]);
    }
  }
  return pairs;
}
