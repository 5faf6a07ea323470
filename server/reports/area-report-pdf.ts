import type { Locale } from '#core/format/number.ts';
import type { Gate, Viewer } from '../db/gate.ts';
import { areaMap } from './area-map.ts';
import { areaReport } from './area-report.ts';
import type { ReportBasis } from './basis.ts';
import type { JobWorker } from './job-worker.ts';
import { legendSvg } from './legend-svg.ts';
import { printable } from './printable.ts';

/** What typst.worker.mjs is given: a template of templates/, and the files it reads beside itself. */
export interface TypstJob {
  readonly template: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The map's place on the page, millimetres: the width of the text. */
export const mapPaper = { width_mm: 166, height_mm: 134 } as const;

/** One area's report as PDF/A-2a. The same figures and date give the same bytes. */
export async function areaReportPdf(
  gate: Gate,
  viewer: Viewer,
  { figures, frame }: ReportBasis,
  locale: Locale,
  typst: JobWorker<TypstJob>,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { area, summary } = figures;
  const map = await areaMap(gate, viewer, area.id, summary.year, mapPaper, locale);
  if (!map) throw new Error('The area was removed while its report was made.');
  const { content, pictures } = areaReport(figures, map, frame, locale);
  return typst.run(
    {
      template: 'area-report.typ',
      files: {
        'report.json': JSON.stringify(content, (_key, value: unknown) =>
          typeof value === 'string' ? printable(value) : value,
        ),
        'map.svg': printable(map.svg),
        ...Object.fromEntries(map.signs.map((sign) => [`legend-${sign}.svg`, legendSvg(sign)])),
        ...Object.fromEntries(Object.entries(pictures).map(([name, svg]) => [name, printable(svg)])),
      },
    },
    signal,
  );
}
