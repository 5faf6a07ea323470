import { ensureIncidentCategories } from '../db/import-lookups.ts';
import { figureReader, isCategoryWord, isYear } from './area-counts-figures.ts';
import { categoryIn, withoutNestedPeriods, withoutSums, type Count } from './area-counts-rows.ts';
import { CountNotes } from './area-counts-notes.ts';
import { cell, findColumns } from './columns.ts';
import { ImportFault } from './fault.ts';
import { noteColumns, type Job, type ReadResult } from './job.ts';
import { readTable } from './readers/read-table.ts';
import { longestKey } from './row-keys.ts';
import { rowsOf, type Row } from './rows.ts';
import { numberStyle, parseAmount } from './sense/amount.ts';
import { areaCountFields } from './sense/fields.ts';
import { isWholeName, knownAreas, Wholes, withAreaColumn, type KnownAreas } from './survey-areas.ts';
import { copyLine } from './values.ts';
import { wholeFile } from './whole-file.ts';

/** Reads counts per area, category and period: one row a figure, or one column a period or a category. */
export async function readAreaCounts(job: Job): Promise<ReadResult> {
  const areas = await knownAreas(job.gate, job.options.get('set'));
  await job.gate.service('importer', ensureIncidentCategories);
  const notes = new CountNotes();
  const { counts, read } = await countsOf(job, areas, notes);
  const parted = withoutSums(counts);
  const single = withoutNestedPeriods(parted.counts);
  if (single.counts.length === 0)
    throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  await job.loader.add(
    'area_count',
    single.counts.map((count) =>
      copyLine([
        count.row,
        areas.set.id,
        count.place,
        count.category,
        count.sourceCategory,
        count.period.from,
        count.period.to,
        count.amount.value,
        count.amount.status,
      ]),
    ),
  );
  job.report.note('survey_set', { set: areas.set.code });
  notes.tell(job.report, { ...parted, nested: single.nested });
  return { read, publishing: { crime: notes.crime(job.options.get('what'), 'area', single.counts) } };
}

async function countsOf(
  job: Job,
  areas: KnownAreas,
  notes: CountNotes,
): Promise<{ counts: readonly Count[]; read: number }> {
  const { report, options } = job;
  const table = await readTable(job.path, options);
  try {
    const tally = { read: 0 };
    const rows: Row[] = [];
    for await (const part of rowsOf(table, job, tally)) rows.push(...part);
    const sample = rows.slice(0, 500).map(({ cells }) => cells);
    const whole = wholeFile(job, table.header, { category: isCategoryWord, year: isYear });
    const mapping = withAreaColumn(table, areaCountFields.area, whole.mapping, sample, areas);
    const columns = findColumns(table, areaCountFields, mapping);
    const { index } = columns;
    if (index.area < 0) throw new ImportFault('column_needed', { field: 'area', columns: table.header.join(', ') });
    noteColumns(report, table.format, columns);
    const reader = figureReader(table, index, [index.area], whole.values);
    notes.wide(reader.wide);
    const style = numberStyle(
      sample.flatMap((cells) => reader.columns.map((column) => cell(cells, column))),
      true,
    );
    const tree = treeColumns(table.header);
    const wholes = new Wholes();
    const seen = new Set<string>();
    const counts: Count[] = [];
    for (const row of rows) {
      const named = cell(row.cells, index.area);
      const place = areas.codeOf(named);
      if (place === null) {
        if (isWholeName(named)) wholes.add(named);
        else
          report.refuse({
            row: row.number,
            field: 'area',
            value: named,
            reason: named === '' ? 'missing' : 'unknown_area',
          });
        continue;
      }
      for (const figure of reader.of(row)) {
        if ('reason' in figure) {
          report.refuse(figure);
          continue;
        }
        const refuse = (reason: 'not_a_number' | 'duplicate') =>
          report.refuse({ row: row.number, field: 'count', value: figure.text, reason });
        if (figure.word.length > longestKey) {
          report.refuse({ row: row.number, field: 'category', value: figure.word, reason: 'too_long' });
          continue;
        }
        const amount = parseAmount(figure.text, style.decimal ?? 'comma', 'zero');
        if (amount === null || (amount.value !== null && (amount.value < 0 || !Number.isInteger(amount.value)))) {
          refuse('not_a_number');
          continue;
        }
        notes.amount(figure.text, amount);
        const sourceCategory = figure.word || notes.unnamed;
        const key = [place, sourceCategory, figure.period.from, figure.period.to].join('\u001f');
        if (seen.has(key)) {
          refuse('duplicate');
          continue;
        }
        seen.add(key);
        const { category, known } = categoryIn(sourceCategory);
        if (!known) notes.unknown(sourceCategory);
        counts.push({
          row: row.number,
          place,
          category,
          sourceCategory,
          period: figure.period,
          amount,
          node: cell(row.cells, tree.node).replace(/\.0+$/, ''),
          parent: cell(row.cells, tree.parent).replace(/\.0+$/, ''),
        });
      }
    }
    wholes.tell(report);
    return { counts, read: tally.read };
  } finally {
    await table.close();
  }
}

/** The source's own numbers of categories and of what they are part of, as in Brå's tables; -1 for none. */
function treeColumns(header: readonly string[]): { node: number; parent: number } {
  const plain = header.map((heading) => heading.toLowerCase().replace(/[ -]/g, '_'));
  const parent = plain.findIndex((heading) => /^(förälder|parent)_id$/.test(heading));
  const node = plain.findIndex((heading) => /^(brott|kategori|category|crime)_id$/.test(heading));
  return parent >= 0 && node >= 0 ? { node, parent } : { node: -1, parent: -1 };
}
