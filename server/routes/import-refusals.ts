import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { spreadsheetText } from '#core/format/spreadsheet-text.ts';
import { importWords } from '#core/import-words/index.ts';
import { jobOf, refusalsOf } from '../db/import-jobs.ts';
import type { App, Deps } from '../http/deps.ts';
import { notFound } from '../http/problems.ts';
import { WithId } from '../http/schemas.ts';
import type { ViewerOf } from '../http/viewer.ts';
import { importerOf } from './importer.ts';

const rowsAtOnce = 5000;

/** Every refused row of an import as a file for a spreadsheet; of a secret kind without what stood in the rows. */
export async function importRefusalRoutes(app: App, { gate, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  app.get(
    '/api/imports/:id/refused.csv',
    {
      schema: {
        tags: ['imports'],
        summary: 'All refused rows: number, field, value, reason (semicolons, UTF-8 with BOM)',
        params: WithId,
        querystring: Type.Object({
          lang: Type.Optional(Type.Unsafe<'sv' | 'en'>({ type: 'string', enum: ['sv', 'en'] })),
        }),
        produces: ['text/csv'],
      } as object,
    },
    async (request, reply) => {
      const asker = await importerOf(gate, viewerOf, request);
      const { id } = request.params as { id: string };
      const { lang = 'sv' } = request.query as { lang?: 'sv' | 'en' };
      const job = await gate.service('importer', (tx) => jobOf(tx, id, asker));
      if (!job) throw notFound();
      const words = importWords(lang);
      const reasons: Readonly<Record<string, string>> = words.reasons;
      const fields: Readonly<Record<string, string>> = words.fields;
      async function* lines() {
        yield `\ufeff${line(lang === 'sv' ? ['rad', 'fält', 'värde', 'skäl'] : ['row', 'field', 'value', 'reason'])}`;
        for (let offset = 0; ; offset += rowsAtOnce) {
          const rows = await gate.service('importer', (tx) => refusalsOf(tx, id, offset, rowsAtOnce));
          yield rows
            .map(({ row, field, value, reason }) =>
              line([String(row), fields[field] ?? field, value, reasons[reason] ?? reason]),
            )
            .join('');
          if (rows.length < rowsAtOnce) return;
        }
      }
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${lang === 'sv' ? 'avvisade' : 'refused'}.csv"`)
        .send(Readable.from(lines()));
    },
  );
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${spreadsheetText(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
}
