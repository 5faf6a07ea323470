import { formatNumber, type Locale } from '#core/format/number.ts';
import type { Gate, Viewer } from '../db/gate.ts';
import {
  areaExtent,
  groundAttributions,
  groundShapes,
  maskedCells,
  shownCameraShapes,
  shownCoverageShapes,
  streetNames,
  type MaskedCell,
} from '../db/report-map.ts';
import { detailOf, frameOf, type PaperSize } from './map-frame.ts';
import { mapSvg } from './map-svg.ts';
import { reportTexts } from './texts.ts';

export interface AreaMap {
  readonly svg: string;
  /** As written: "1:10 000". */
  readonly scale: string;
  /** Which of the legend's signs the map holds. */
  readonly signs: readonly ('area' | 'in_operation' | 'planned' | 'off' | 'coverage' | 'cell')[];
  readonly cameras: number;
  readonly cells: readonly MaskedCell[];
  readonly attributions: readonly string[];
}

/** The map of one area, drawn from what every signed-in person sees who is not cleared. Null when there is no such area. */
export async function areaMap(
  gate: Gate,
  viewer: Viewer,
  areaId: number,
  year: number,
  paper: PaperSize,
  locale: Locale,
): Promise<AreaMap | null> {
  return gate.as(viewer, async (tx) => {
    const extent = await areaExtent(tx, areaId);
    if (!extent) return null;
    const { frame, scale } = frameOf(extent, paper);
    const named = ['motorway', 'primary', 'secondary', ...(scale <= 15_000 ? ['residential'] : [])];
    const shapes = {
      ground: await groundShapes(tx, areaId, year, frame, detailOf(scale)),
      streetNames: await streetNames(tx, frame, named),
      coverage: await shownCoverageShapes(tx, frame),
      cameras: await shownCameraShapes(tx, frame),
      cells: await maskedCells(tx, frame),
    };
    const words = reportTexts[locale].mapWords;
    const written = `1:${formatNumber(scale, locale)}`;
    const statuses = new Set(shapes.cameras.map((camera) => camera.status));
    return {
      svg: mapSvg(shapes, paper, frame.mmPerMetre, { north: words.north, scale: words.scale(written) }, locale),
      scale: written,
      signs: [
        'area',
        ...(['in_operation', 'planned', 'off'] as const).filter((status) => statuses.has(status)),
        ...(shapes.coverage.some((shape) => shape.status === 'in_operation') ? (['coverage'] as const) : []),
        ...(shapes.cells.length > 0 ? (['cell'] as const) : []),
      ],
      cameras: shapes.cameras.length,
      cells: shapes.cells,
      attributions: await groundAttributions(tx),
    };
  });
}
