/** A round top for an axis that begins at zero, with its ticks. `steps` are the distances between ticks to choose from, smallest first. */
export function zeroScale(
  largest: number,
  { steps, most, limit }: { readonly steps: readonly number[]; readonly most: number; readonly limit?: number },
): { readonly top: number; readonly ticks: readonly number[] } {
  const step = steps.find((size) => Math.ceil((largest * 1.05) / size) <= most) ?? steps.at(-1) ?? 1;
  const wanted = Math.max(1, Math.ceil((largest * 1.05) / step));
  const count = limit === undefined ? wanted : Math.min(wanted, Math.floor(limit / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, order) => order * step) };
}

/** Pushes labels down, and then back up from the floor, until each has its room. Order by height is kept. */
export function spreadLabels<Label extends { readonly at: number }>(
  labels: readonly Label[],
  { gap, floor }: { readonly gap: number; readonly floor: number },
): readonly Label[] {
  const placed = labels.toSorted((a, b) => a.at - b.at).map((label) => ({ label, at: label.at }));
  placed.forEach((one, order) => {
    const above = placed[order - 1];
    if (above && one.at - above.at < gap) one.at = above.at + gap;
  });
  let lowest = floor;
  for (const one of placed.toReversed()) {
    one.at = Math.min(one.at, lowest);
    lowest = one.at - gap;
  }
  return placed.map(({ label, at }) => ({ ...label, at }));
}

/** An SVG path through the years, straight between two that were both asked, broken where a value is missing. */
export function linePath(
  points: readonly { readonly year: number; readonly value: number | null }[],
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  return points
    .map(({ year, value }) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${x(year).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
      return step;
    })
    .join('');
}

/** How long a bar is, in per cent of the width: never beyond it, and nothing for nothing. */
export function barWidth(value: number, largest: number): number {
  return largest > 0 ? Math.min(100, Math.max(0, (value / largest) * 100)) : 0;
}
