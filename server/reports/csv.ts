import type { Locale } from '#core/format/number.ts';
import { spreadsheetText } from '#core/format/spreadsheet-text.ts';

/** A cell: text, a number, or nothing. */
export type Cell = string | number | null;

/**
 * Delimited text that a spreadsheet of that language opens right: Swedish with semicolons and decimal commas, English with
 * commas and points. Text that would run as a formula gets an apostrophe before it; numbers are numbers and need none.
 * Lines end in CR LF (RFC 4180); the byte order mark tells Excel that it is UTF-8.
 */
export function csvText(rows: readonly (readonly Cell[])[], locale: Locale, withMark: boolean): string {
  const separator = locale === 'sv' ? ';' : ',';
  const lines = rows.map((row) => row.map((cell) => written(cell, separator, locale)).join(separator));
  return `${withMark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

function written(cell: Cell, separator: string, locale: Locale): string {
  if (cell === null) return '';
  if (typeof cell === 'number')
    return quoted(locale === 'sv' ? String(cell).replace('.', ',') : String(cell), separator);
  return quoted(spreadsheetText(cell), separator);
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
