import type { Locale } from '#core/format/number.ts';
import { askBlob } from './client.ts';

export const reportFormats = ['pdf', 'csv', 'gpkg'] as const;
export type ReportFormat = (typeof reportFormats)[number];

interface ReportRequest {
  readonly areaId: number;
  readonly format: ReportFormat;
  readonly year: number | null;
  readonly locale: Locale;
  readonly signal?: AbortSignal;
}

/**
 * One area's report as a file, with the name that the server gives it.
 * @throws ApiError; 'reports-unavailable' where the server cannot make this format, 'busy' when many wait.
 */
export async function fetchAreaReport({ areaId, format, year, locale, signal }: ReportRequest) {
  const { blob, fileName } = await askBlob(`/api/areas/${areaId}/report.${format}`, {
    query: { year, lang: locale },
    accept: '*/*',
    signal,
  });
  return { blob, fileName: fileName ?? `omrade-${areaId}.${format}` };
}
