import type { AreaMap } from './area-map.ts';
import { hatch } from './hatch.ts';
import { cameraGlyph } from './map-svg.ts';
import { mapStyle as style } from './map-style.ts';

/** One sign of the map as a picture of 7 x 4 mm, for the legend beside its words. */
export function legendSvg(sign: AreaMap['signs'][number]): string {
  const drawn = {
    area: `<path d="M0.4 2H6.6" stroke="${style.area.line}" stroke-width="${style.area.width}"/>`,
    in_operation: camera('in_operation'),
    planned: camera('planned'),
    off: camera('off'),
    coverage: `<rect x="1" y="0.5" width="5" height="3" fill="${style.coverage.fill}" fill-opacity="${style.coverage.opacity}" stroke="${style.coverage.line}" stroke-width="${style.coverage.width}"/>`,
    cell: hatch({ x: 1.7, y: 3.8, size: 3.6 }, { ...style.cell, step: 1.2 }),
  }[sign];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="7mm" height="4mm" viewBox="0 0 7 4">${drawn}</svg>`;
}

function camera(status: string): string {
  return cameraGlyph({ kind: 'fixed', status, bearing_deg: 60, x: 3, y: 2.3 });
}
