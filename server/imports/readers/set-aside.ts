import { isNumber } from './headings.ts';
import type { Aside, ReadNote } from './table.ts';

/** A row by these words sums the others. */
const surelyTotal = /^(totalt?|totalsumma|summa( totalt)?|delsumma|sub-?total|grand total|sum|s:a)\s*:?$/i;
/** These may also be a place to compare with: they count only where a figure is the sum of the others. */
const perhapsTotal =
  /^(hela (kommunen|staden|stan|riket|landet|länet|området)|samtliga|alla|riket|kommunen( totalt)?)\s*:?$/i;
const longestTotal = 24;
const footnote = /^(\*|†|\d{1,2}\)|\[\d{1,2}\]|källa|källor|anm|not\b|noter\b|kommentar|obs\b|source|note)/i;
const mostKept = 1000;
const shown = 10;
const none: readonly string[] = [];

type Row = readonly string[];

/**
 * Takes rows that are no data out of the flow: totals, and footnotes below the last row of data. Each is told with its
 * number, and leaves an empty row in its place. Looking costs next to nothing: a first cell that is long, or no word
 * of these, is passed over.
 */
export class SetAside {
  readonly aside: Aside[] = [];
  readonly #counts = { total: 0, footnote: 0, empty: 0 };
  readonly #rows: Record<'total' | 'footnote', number[]> = { total: [], footnote: [] };
  #uneven = 0;
  readonly #unevenRows: number[] = [];
  #held: Row[] = [];

  constructor(
    private readonly width: number,
    private readonly keepsTotals: boolean,
  ) {}

  /**
   * @param first number in the file of the first of these rows
   * @param isAll whether the file has no other rows
   * @returns what can be handed on; what may be footnotes is held until something follows
   */
  take(batch: readonly Row[], first: number, isAll: boolean): { first: number; rows: Row[] } {
    const rows = [...this.#held, ...batch];
    const start = first - this.#held.length;
    let end = rows.length;
    while (end > 0 && (isBlank(rows[end - 1] ?? none) || this.#isNote(rows[end - 1] ?? none))) end -= 1;
    // Thousands of them are a column of text.
    if (rows.length - end > mostKept) end = rows.length;
    this.#held = rows.slice(end);
    const sums = isAll ? new Sums(rows.slice(0, end)) : null;
    return { first: start, rows: rows.slice(0, end).map((row, order) => this.#look(row, start + order, sums)) };
  }

  /** The rows still held when the file is at its end: what is no footnote goes on. */
  rest(first: number): { first: number; rows: Row[] } {
    const held = this.#held;
    this.#held = [];
    const start = first - held.length;
    return {
      first: start,
      rows: held.map((row, order) => {
        if (!this.#isNote(row)) return this.#look(row, start + order, null);
        this.#put('footnote', row, start + order);
        return none;
      }),
    };
  }

  notes(): ReadNote[] {
    const notes: ReadNote[] = [];
    if (this.#counts.total > 0) notes.push({ code: 'totals_aside', values: this.#told('total') });
    if (this.#counts.footnote > 0) notes.push({ code: 'footnotes_aside', values: this.#told('footnote') });
    if (this.#uneven > 0)
      notes.push({
        code: 'uneven_rows',
        values: { count: this.#uneven, rows: this.#unevenRows.join(', '), columns: this.width },
      });
    return notes;
  }

  #told(kind: 'total' | 'footnote') {
    return { count: this.#counts[kind], rows: this.#rows[kind].join(', ') };
  }

  #look(row: Row, number: number, sums: Sums | null): Row {
    const start = row[0] ?? '';
    if (start === '' && isBlank(row)) {
      this.#put('empty', row, number);
      return row;
    }
    if (this.#isTotal(row, sums)) {
      if (this.keepsTotals) return row;
      this.#put('total', row, number);
      return none;
    }
    if (row.length !== this.width) this.#countUneven(row, number);
    return row;
  }

  #isTotal(row: Row, sums: Sums | null): boolean {
    const name = row[0] || row[1] || '';
    if (name.length > longestTotal) return false;
    const letter = name.charCodeAt(0) | 0x20;
    // t, s, d, g, h, a, r, k or a space.
    if (!isFirstLetter[letter] || this.width < 2) return false;
    const word = name.trim();
    return surelyTotal.test(word) || (sums !== null && perhapsTotal.test(word) && sums.isSum(row));
  }

  #isNote(row: Row): boolean {
    if (this.width < 2) return false;
    const text = (row[0] ?? '').trim();
    if (text === '' || row.some((cell, column) => column > 0 && cell.trim() !== '')) return false;
    return footnote.test(text) || (text.length >= 40 && text.split(/\s+/).length >= 5);
  }

  #countUneven(row: Row, number: number): void {
    // Separators at the end of a line say nothing.
    if (row.length > this.width && row.slice(this.width).every((cell) => cell.trim() === '')) return;
    this.#uneven += 1;
    if (this.#unevenRows.length < shown) this.#unevenRows.push(number);
  }

  #put(kind: Aside['kind'], row: Row, number: number): void {
    this.#counts[kind] += 1;
    if (kind !== 'empty' && this.#rows[kind].length < shown) this.#rows[kind].push(number);
    if (this.aside.length < mostKept)
      this.aside.push({ row: number, kind, text: (row[0] || row[1] || '').trim().slice(0, 200) });
  }
}

const isFirstLetter: readonly boolean[] = Array.from(
  { length: 128 },
  (_, code) => 'tsdghark '.includes(String.fromCharCode(code)) && code > 0,
);

function isBlank(row: Row): boolean {
  return row.every((cell) => cell === '' || cell.trim() === '');
}

/** The sums of a small table's columns, added up when first asked for. */
class Sums {
  #byColumn: Map<number, number> | null = null;
  constructor(private readonly rows: readonly Row[]) {}

  /** Whether some figure of the row is what the other rows' figures come to. */
  isSum(row: Row): boolean {
    this.#byColumn ??= this.#add();
    return [...this.#byColumn].some(([column, sum]) => {
      const own = numberOf(row[column]);
      return own !== 0 && this.rows.length > 2 && Math.abs(sum - 2 * own) <= Math.max(0.5, Math.abs(own) * 0.001);
    });
  }

  #add(): Map<number, number> {
    const sums = new Map<number, number>();
    for (const row of this.rows) {
      if (surelyTotal.test((row[0] || row[1] || '').trim())) continue;
      row.forEach((cell, column) => {
        if (column > 0) sums.set(column, (sums.get(column) ?? 0) + numberOf(cell));
      });
    }
    return sums;
  }
}

function numberOf(text: string | undefined): number {
  const plain = (text ?? '').replace(/[\s\u00a0]/g, '');
  return isNumber(plain) ? Number(plain.replace(',', '.')) : 0;
}
