import { ImportFault } from '../fault.ts';

export interface Headings {
  readonly header: readonly string[];
  /** Index of the lower heading row among the rows given; -1 when there are none. */
  readonly row: number;
}

/** The headings stand among so many first rows. */
const lookedAt = 60;

/**
 * Finds the row of headings below a title, a date and empty rows, and joins headings of two rows: "2023" that stands
 * over "Antal" and "Index" gives "2023 Antal" and "2023 Index".
 * @param asked index of the row, -1 for none; null looks.
 * @throws ImportFault `no_header` when the row holds no names
 */
export function findHeadings(rows: readonly (readonly string[])[], asked: number | null): Headings {
  if (asked === -1) {
    const width = Math.max(0, ...rows.map(({ length }) => length));
    return { header: Array.from({ length: width }, (_, column) => `kolumn ${column + 1}`), row: -1 };
  }
  const found = asked ?? likelyRow(rows);
  const upper = rows[found];
  if (!upper || upper.every((name) => name.trim() === '' || isNumber(name))) throw new ImportFault('no_header');
  for (const row of [found, found - 1]) {
    const joined = joinedHeadings(rows, row);
    if (joined) return { header: uniqueNames(joined), row: row + 1 };
  }
  return { header: uniqueNames(upper), row: found };
}

/** The first row that fills more than half of the columns that rows of this file fill, and is no "Uttag; 2024-01-05". */
function likelyRow(rows: readonly (readonly string[])[]): number {
  const start = rows.slice(0, lookedAt);
  const filled = start.map((row) => row.filter((text) => text.trim() !== '').length);
  const [widest = 0, next = widest] = filled.filter((count) => count > 0).toSorted((a, b) => b - a);
  const first = start.findIndex((row, order) => {
    const count = filled[order] ?? 0;
    const tellsWhen = count < next && row.some((text) => isNumber(text) || /^\s*\d{2,4}[-/]\d{1,2}/.test(text));
    return count > next / 2 && !(tellsWhen && !row.some(isYear));
  });
  return Math.max(0, first);
}

/** Names of two rows, or null when the row and the one below it are no such pair. */
function joinedHeadings(rows: readonly (readonly string[])[], row: number): string[] | null {
  const upper = rows[row];
  const lower = rows[row + 1];
  if (!upper || !lower) return null;
  const width = Math.max(upper.length, lower.length);
  const columns = Array.from({ length: width }, (_, column) => column);
  const above = columns.map((column) => upper[column]?.trim() ?? '');
  const below = columns.map((column) => lower[column]?.trim() ?? '');
  const lastUsed = columns.findLast((column) => above[column] !== '' || below[column] !== '') ?? -1;
  const used = columns.slice(0, lastUsed + 1);
  const gaps = used.filter((column) => above[column] === '');
  const isTitle = above.findLastIndex((name) => name !== '') < 1;
  if (isTitle || gaps.length === 0 || above.every((name) => name === '')) return null;
  if (gaps.some((column) => below[column] === '') || below.some((name) => isNumber(name) && !isYear(name))) return null;
  if (!standsOverNumbers(rows.slice(row + 2, row + 22), used, below)) return null;
  let group = '';
  return columns.map((column) => {
    if (above[column] !== '') group = above[column] ?? '';
    return `${group} ${below[column] ?? ''}`.trim();
  });
}

/** Names differ from what is below them; of two rows of words alone the second is data. */
function standsOverNumbers(
  data: readonly (readonly string[])[],
  used: readonly number[],
  names: readonly string[],
): boolean {
  return used.some((column) => {
    if (names[column] === '') return false;
    const values = data.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '' && text !== '..');
    const numbers = values.filter((text) => isNumber(text) && !(isYear(text) && isYear(names[column] ?? '')));
    return values.length > 0 && numbers.length > values.length / 2;
  });
}

export function isNumber(text: string): boolean {
  return /^\s*-?\d+([.,]\d+)?\s*$/.test(text);
}

function isYear(text: string): boolean {
  return /^\s*(19|20)\d\d\s*$/.test(text);
}

/** The longest question of a survey is half of it; what goes on is data with a line break lost. */
const longestName = 300;

/** Two columns of one name are told apart by a number behind the second. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((raw) => {
    const name = raw.trim().replace(/\s+/g, ' ').slice(0, longestName);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
