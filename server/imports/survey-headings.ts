import { parsePeriod, type Period } from './sense/period.ts';

/** What a heading of a wide table says: of which period the column's figures are, and in which words else. */
export interface Heading {
  /** The column's number. */
  readonly index: number;
  readonly heading: string;
  /** Null: the heading names none. */
  readonly period: Period | null;
  /** What stands beside the period: "Problemindex" of "2024 Problemindex". */
  readonly words: string;
}

/** The headings of the columns that are not `taken`, each read as a period, words, or both. */
export function readHeadings(header: readonly string[], taken: Iterable<number>): Heading[] {
  const used = new Set(taken);
  return header.flatMap((heading, index) => {
    if (used.has(index) || heading.trim() === '') return [];
    return [{ index, heading, ...headingParts(heading) }];
  });
}

/** "2024", "Folkmängd 2024", "2024 Problemindex", "kv 1 2025", "index_2024", "pop2024"; words alone have no period. */
export function headingParts(heading: string): { readonly period: Period | null; readonly words: string } {
  const plain = heading
    .replace(/_/g, ' ')
    .replace(/(\p{L})((?:19|20)\d\d)$/u, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = plain.split(' ');
  // The longest run of words at either end that is a period: "Antal kv 1 2025", "jan–mar 2025 Antal".
  for (let length = parts.length; length > 0; length -= 1) {
    for (const start of [0, parts.length - length]) {
      const text = parts.slice(start, start + length).join(' ');
      const period = periodIn(text.replace(/^[,;:–-]+|[,;:–-]+$/g, ''));
      if (!period) continue;
      const words = [...parts.slice(0, start), ...parts.slice(start + length)].join(' ');
      return { period, words: words.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '') };
    }
  }
  return { period: null, words: heading.trim() };
}

/** A period of these two centuries: other four figures in a heading are a code or an amount. */
function periodIn(text: string): Period | null {
  if (!/(19|20)\d\d/.test(text)) return null;
  const period = parsePeriod(text);
  if (typeof period === 'string') return null;
  return period.from >= '1900' && period.to < '2100' ? period : null;
}
