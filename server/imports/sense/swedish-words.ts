/** Months by their Swedish and English names and short names, in lower case. */
const monthNames: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'febr', 'february'],
  ['mars', 'mar', 'march'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['augusti', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const byName = new Map(monthNames.flatMap((names, order) => names.map((name) => [name, order + 1] as const)));

/** A month's name for use inside a pattern; longest first, so that "mars" is not read as "mar". */
export const monthPattern = `(?:${[...byName.keys()].toSorted((a, b) => b.length - a.length).join('|')})\\.?`;

/** 1-12 from "mars", "Mar." or "oct"; null for any other word. */
export function monthNumber(word: string): number | null {
  return byName.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

/** A year of two figures is the nearest one that is not more than twenty years ahead of 2026. */
export function fullYear(text: string): number {
  return text.length === 4 ? Number(text) : Number(text) + (Number(text) > 46 ? 1900 : 2000);
}

const ordinals: Readonly<Record<string, number>> = { första: 1, andra: 2, tredje: 3, fjärde: 4 };

/** 1-4 from "1", "1:a", "första", "I", "IV"; null for anything else. */
export function ordinal(word: string): number | null {
  const plain = word.toLowerCase();
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(plain);
  if (roman >= 0) return roman + 1;
  const digit = /^([1-4])(?::?[aest]|\.)?$/.exec(plain)?.[1];
  return digit ? Number(digit) : (ordinals[plain] ?? null);
}
