import { Type, type Static } from 'typebox';
import type { FastifyReply } from 'fastify';
import type { App, Deps } from '../http/deps.ts';
import { mayOf } from '../http/may.ts';
import { HttpProblem, notFound } from '../http/problems.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';
import { areaReportCsv } from '../reports/area-report-csv.ts';
import { areaReportGeoPackage, type GeoPackageJob } from '../reports/area-report-geopackage.ts';
import { areaReportPdf, type TypstJob } from '../reports/area-report-pdf.ts';
import { reportBasis, type ReportBasis } from '../reports/basis.ts';
import type { Viewer } from '../db/gate.ts';
import { JobCancelled, JobUnavailable, makeJobWorker } from '../reports/job-worker.ts';
import { areaParams, yearQuery } from './area-schemas.ts';

/** Reports in line per kind; beyond that a client is asked to come back. */
const longestLine = 20;

const query = Type.Object(
  {
    ...yearQuery,
    lang: Type.Optional(
      Type.Union([Type.Literal('sv'), Type.Literal('en')], { description: 'Default sv. A GeoPackage holds both.' }),
    ),
    bom: Type.Optional(
      Type.Boolean({ description: 'CSV: begin with a byte order mark, which Excel wants. Default true.' }),
    ),
  },
  { additionalProperties: false },
);
type Query = Static<typeof query>;

/**
 * One area's report in three formats, from the same figures. Whoever asks, it is made on what is shown without clearance,
 * so that it may be put before a board.
 */
export async function reportRoutes(app: App, { gate, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  const typst = makeJobWorker<TypstJob>(new URL('../reports/typst.worker.mjs', import.meta.url));
  const gdal = makeJobWorker<GeoPackageJob>(new URL('../reports/geopackage.worker.mjs', import.meta.url));
  app.addHook('onClose', async () => {
    await typst.close();
    await gdal.close();
  });

  const formats: readonly {
    readonly extension: string;
    readonly type: string;
    /** Whose turn it waits for; null when it is made at once. */
    readonly line: { readonly length: number } | null;
    readonly make: (viewer: Viewer, basis: ReportBasis, asked: Query, signal: AbortSignal) => Promise<Uint8Array>;
  }[] = [
    {
      extension: 'pdf',
      type: 'application/pdf',
      line: typst,
      make: (viewer, basis, { lang = 'sv' }, signal) => areaReportPdf(gate, viewer, basis, lang, typst, signal),
    },
    {
      extension: 'csv',
      type: 'text/csv; charset=utf-8; header=present',
      line: null,
      make: async (_viewer, basis, { lang = 'sv', bom = true }) => areaReportCsv(basis, lang, bom),
    },
    {
      extension: 'gpkg',
      type: 'application/geopackage+sqlite3',
      line: gdal,
      make: (viewer, basis, _asked, signal) => areaReportGeoPackage(gate, viewer, basis, gdal, signal),
    },
  ];

  for (const { extension, type, line, make } of formats) {
    app.get(
      `/api/areas/:id/report.${extension}`,
      {
        schema: {
          tags: ['areas'],
          summary: `One area's report as ${extension.toUpperCase()}`,
          produces: [type],
          params: areaParams,
          querystring: query,
        },
      },
      async (request, reply) => {
        const viewer = await signedIn(viewerOf, request);
        if (viewer.role === 'public' || !mayOf(viewer.role).exportReports) throw new HttpProblem(403, 'not-allowed');
        if (line && line.length >= longestLine)
          throw new HttpProblem(503, 'busy', 'Many reports are being made. Try again in a moment.');
        const basis = await reportBasis(gate, viewer, request.params.id, request.query.year);
        if (!basis) throw notFound();
        const bytes = await refusing(make(viewer, basis, request.query, gone(reply)));
        return reply
          .header('content-type', type)
          .header('content-disposition', `attachment; filename="${fileName(basis, extension)}"`)
          .header('cache-control', 'no-store')
          .send(Buffer.from(bytes));
      },
    );
  }
}

/** Aborts when the client hangs up before it has its answer. */
function gone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

async function refusing(made: Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof JobUnavailable) {
      throw new HttpProblem(
        503,
        'reports-unavailable',
        'This server cannot typeset PDF reports: Typst has no binary for its platform. CSV and GeoPackage work.',
      );
    }
    // Nobody is there to read it; not a failure to log.
    if (error instanceof JobCancelled) throw new HttpProblem(499, 'cancelled');
    throw error;
  }
}

/** Area code and year, and nothing else: a file's name is read where its content is not. */
function fileName({ figures }: ReportBasis, extension: string): string {
  const code = figures.area.code.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40) || String(figures.area.id);
  return `omrade-${code}-${figures.summary.year}.${extension}`;
}
