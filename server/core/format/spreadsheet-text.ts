/** What a spreadsheet would take for a formula, also after a space and in full width. */
const formula = /^[\s\u00a0]*[=+\-@\uff0b\uff0d\uff1d\uff20]/;

/** Text for a cell of a file that a spreadsheet opens: what would run as a formula gets an apostrophe before it. */
export function spreadsheetText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
