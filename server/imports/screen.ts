import { formatNumber, type Locale } from '#core/format/number.ts';
import { spreadsheetText } from '#core/format/spreadsheet-text.ts';
import type { ImportCounts } from '#core/wire/imports.ts';
import { DatabaseError } from '../db/driver.ts';
import { withHint } from './cli-hints.ts';
import { ImportFault } from './fault.ts';
import type { Collector, Refusal, Report } from './report.ts';
import { textsIn } from './texts.ts';

/** Where words go: a terminal, or a file that only grows. */
export interface Paper {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** On a terminal the line is rewritten; elsewhere a line is printed at most every two seconds. */
const everyMs = { terminal: 100, file: 2000 } as const;

export function progressOn(paper: Paper, locale: Locale, now: () => number): Report['progress'] & { end(): void } {
  const texts = textsIn(locale);
  let last = 0;
  let isOpen = false;
  const show: Report['progress'] = (stage, rows) => {
    const at = now();
    if (at - last < (paper.isTerminal ? everyMs.terminal : everyMs.file)) return;
    last = at;
    const line = texts.stages[stage]({ rows });
    paper.write(paper.isTerminal ? `\r\u001b[2K  ${line}` : `  ${line}\n`);
    isOpen = paper.isTerminal;
  };
  return Object.assign(show, {
    end() {
      if (isOpen) paper.write('\r\u001b[2K');
      isOpen = false;
    },
  });
}

/** The whole result as text: counts, remarks, refused rows. */
export function summaryOf(
  counts: ImportCounts,
  collector: Collector,
  isSecret: boolean,
  milliseconds: number,
  locale: Locale,
): string {
  const texts = textsIn(locale);
  const lines = [texts.done({ seconds: formatNumber(milliseconds / 1000, locale, 1) })];
  const width = Math.max(...Object.values(texts.counts).map((word) => word.length));
  for (const key of ['read', 'new', 'changed', 'same', 'gone', 'refused'] as const)
    lines.push(`  ${texts.counts[key].padEnd(width)}  ${formatNumber(counts[key], locale).padStart(11)}`);
  if (counts.new + counts.changed + counts.gone === 0) lines.push(texts.unchanged);
  lines.push(...notesOf(collector, locale), ...refusalsOf(collector, isSecret, locale));
  return `${lines.join('\n')}\n`;
}

export function notesOf(collector: Collector, locale: Locale): string[] {
  const texts = textsIn(locale);
  return collector.notes.map(
    ({ code, values }) => `• ${withHint(texts.notes[code]?.(values) ?? code, code, values, locale)}`,
  );
}

export function refusalsOf(collector: Collector, isSecret: boolean, locale: Locale): string[] {
  const texts = textsIn(locale);
  if (collector.refused === 0) return [];
  const rows = collector.shown.map(({ row, field, value, reason }) =>
    texts.refusedRow({ row, field, value: value.slice(0, 80), reason: texts.reasons[reason] }),
  );
  const where = isSecret ? [texts.refusedSecret] : collector.file ? [texts.refusedFile({ file: collector.file })] : [];
  return [texts.refusedHeading({ shown: collector.shown.length, all: collector.refused }), ...rows, ...where];
}

/** One line of the file of refused rows; null gives its headings. Semicolons, as Swedish spreadsheets expect. */
export function refusalLine(refusal: Refusal | null, locale: Locale): string {
  const texts = textsIn(locale);
  const cells = refusal
    ? [String(refusal.row), refusal.field, refusal.value, texts.reasons[refusal.reason]]
    : texts.columns;
  return `${cells.map((cell) => `"${spreadsheetText(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
}

/** What went wrong, in words. Of a secret kind an unexpected error says its kind alone: a message may quote a row. */
export function wordsFor(error: unknown, locale: Locale, isSecret = false): string {
  const texts = textsIn(locale);
  if (error instanceof ImportFault)
    return withHint(texts.faults[error.code](error.detail), error.code, error.detail, locale);
  if (isSecret)
    return texts.unexpected({
      message: error instanceof DatabaseError ? error.code : error instanceof Error ? error.name : '',
    });
  // A refused connection is an error of several without words of its own.
  const said = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : null;
  return texts.unexpected({ message: said ?? String(error) });
}
