import type { PolygonRings, Position } from '#core/position.ts';
import type { Line } from './geometry/line.ts';

/** One line of COPY's text format: tabs between the values, \N for null. */
export function copyLine(values: readonly unknown[]): string {
  return `${values.map(cell).join('\t')}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value).replace(
    /[\\\t\n\r]/g,
    (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]!,
  );
}

/** Geometry as the database reads it: EWKT in EPSG:3006. */
export function pointText(at: Position): string {
  return `SRID=3006;POINT(${pair(at)})`;
}

export function polygonText(rings: PolygonRings): string {
  return `SRID=3006;POLYGON${ringsText(rings)}`;
}

export function multiPolygonText(polygons: readonly PolygonRings[]): string {
  return `SRID=3006;MULTIPOLYGON(${polygons.map(ringsText).join(',')})`;
}

export function multiLineText(lines: readonly Line[]): string {
  return `SRID=3006;MULTILINESTRING(${lines.map(pairs).join(',')})`;
}

function ringsText(rings: PolygonRings): string {
  return `(${rings.map(pairs).join(',')})`;
}

function pairs(line: Line): string {
  return `(${line.map(pair).join(',')})`;
}

function pair([x, y]: Position): string {
  return `${x} ${y}`;
}
