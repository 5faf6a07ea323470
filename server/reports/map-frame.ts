import type { Detail, Frame } from '../db/report-map.ts';

/** Scales a map sheet may have: 1 to so many. */
const scales = [
  1000, 2000, 2500, 4000, 5000, 7500, 10_000, 12_500, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 75_000, 100_000,
  150_000, 200_000, 250_000, 400_000, 500_000,
] as const;

/** Share of the frame that is left around the area on each side. */
const margin = 0.05;

export interface PaperSize {
  readonly width_mm: number;
  readonly height_mm: number;
}

/** The largest round scale at which an extent (EPSG:3006, metres) fits the paper, with the extent in the middle. */
export function frameOf(
  extent: { west: number; south: number; east: number; north: number },
  { width_mm, height_mm }: PaperSize,
): { readonly frame: Frame; readonly scale: number } {
  const usable = 1 - 2 * margin;
  const needed =
    1000 *
    Math.max((extent.east - extent.west) / (width_mm * usable), (extent.north - extent.south) / (height_mm * usable));
  const scale = scales.find((candidate) => candidate >= needed) ?? Math.ceil(needed / 100_000) * 100_000;
  const width_m = (width_mm * scale) / 1000;
  const height_m = (height_mm * scale) / 1000;
  return {
    scale,
    frame: {
      west_m: Math.round((extent.west + extent.east - width_m) / 2),
      south_m: Math.round((extent.south + extent.north - height_m) / 2),
      width_m,
      height_m,
      mmPerMetre: 1000 / scale,
    },
  };
}

/** What a scale has room for: a house of 10 m is 0.4 mm at 1:25 000, a path is a scribble beyond 1:12 500. */
export function detailOf(scale: number): Detail {
  const main = ['motorway', 'primary', 'secondary', 'rail'];
  if (scale > 75_000) return { buildings: false, streets: main };
  if (scale > 25_000) return { buildings: false, streets: [...main, 'residential'] };
  if (scale > 12_500) return { buildings: true, streets: [...main, 'residential', 'pedestrian'] };
  return { buildings: true, streets: [...main, 'residential', 'pedestrian', 'service', 'path'] };
}

/** A round length for the scale bar, metres: 1, 2 or 5 times a power of ten, at most 40 mm long. */
export function scaleBar_m(mmPerMetre: number): number {
  const longest_m = 40 / mmPerMetre;
  const power = 10 ** Math.floor(Math.log10(longest_m));
  return power * ([5, 2, 1].find((step) => step * power <= longest_m) ?? 1);
}
