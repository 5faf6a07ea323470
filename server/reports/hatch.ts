/**
 * A square filled with slanting lines, drawn line by line: patterns look different from one PDF reader to the next.
 * (x, y) is the south-west corner in SVG units, y growing downwards, so the square reaches up to y - size.
 */
export function hatch(
  square: { readonly x: number; readonly y: number; readonly size: number },
  { line, width, step }: { readonly line: string; readonly width: number; readonly step: number },
): string {
  const { x, y, size } = square;
  const lines: string[] = [];
  for (let offset = step; offset < 2 * size; offset += step) {
    const from = Math.max(0, offset - size);
    const to = Math.min(offset, size);
    lines.push(`M${round(x + from)} ${round(y - offset + from)}L${round(x + to)} ${round(y - offset + to)}`);
  }
  return (
    `<rect x="${x}" y="${round(y - size)}" width="${size}" height="${size}" fill="#ffffff" fill-opacity="0.25" stroke="${line}" stroke-width="${width * 2}"/>` +
    `<path d="${lines.join('')}" fill="none" stroke="${line}" stroke-width="${width}"/>`
  );
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
