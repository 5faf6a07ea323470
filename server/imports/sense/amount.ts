import { parseNumber } from '../values.ts';

/** What marks the decimals of a column's numbers. */
export type Decimal = 'comma' | 'point';

/** How a column writes its numbers. */
export interface NumberStyle {
  /** Null: both are used as decimal marks in one column, and no reading is right for all. */
  readonly decimal: Decimal | null;
  /** Only groups of three stand behind the mark ("1.234"): it could be thousands as well. */
  readonly isUnclear: boolean;
}

/**
 * How a column writes its numbers, from its cells: "1.234,5" has a decimal comma, "12.5" a point, "1.234" alone may be
 * either, and is taken for thousands where the column holds whole numbers (`isWhole`: counts).
 */
export function numberStyle(cells: Iterable<string>, isWhole = false): NumberStyle {
  let [comma, point, thousandsByPoint, thousandsByComma] = [false, false, false, false];
  for (const cell of cells) {
    const text = bare(cell);
    if (/^[-+]?\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^[-+]?\d{1,3}(\.\d{3}){2,}$/.test(text)) comma = true;
    else if (/^[-+]?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^[-+]?\d{1,3}(,\d{3}){2,}$/.test(text)) point = true;
    else if (/^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(text)) thousandsByPoint = true;
    else if (/^[-+]?[1-9]\d{0,2},\d{3}$/.test(text)) thousandsByComma = true;
    else if (/^[-+]?\d*,\d+$/.test(text)) comma = true;
    else if (/^[-+]?\d*\.\d+$/.test(text)) point = true;
  }
  if (comma && point) return { decimal: null, isUnclear: false };
  if (comma || point) return { decimal: comma ? 'comma' : 'point', isUnclear: false };
  const isUnclear = thousandsByPoint || thousandsByComma;
  if (isUnclear && isWhole) return { decimal: thousandsByPoint ? 'comma' : 'point', isUnclear };
  return { decimal: thousandsByComma ? 'comma' : 'point', isUnclear };
}

/** A number in a known style: "1.234,5", "1 234", "12 %" (12), "1'234.5"; null when it is none. */
export function parseNumberIn(text: string, decimal: Decimal): number | null {
  const plain = bare(text);
  const thousands =
    decimal === 'comma' ? /^([-+]?\d{1,3})((?:\.\d{3})+)(,\d*)?$/ : /^([-+]?\d{1,3})((?:,\d{3})+)(\.\d*)?$/;
  const grouped = thousands.exec(plain);
  if (!grouped) return parseNumber(plain);
  return parseNumber(`${grouped[1]}${grouped[2]?.replace(/[.,]/g, '')}${grouped[3] ?? ''}`);
}

/** A published figure, one that its source holds back because it is small, or none: three things that are not zero. */
export type Amount =
  | { readonly status: 'published'; readonly value: number }
  | { readonly status: 'withheld' | 'missing'; readonly value: null };

const withheld =
  /^(\.\.|…|\*+|x|<\s?\d+|\d+\s?[-–]\s?\d+|(färre|mindre) än \d+|för få( svar)?|too[ _]few( answers)?|sekretess|suppressed|withheld|skyddad)$/i;
const missing = /^(\.|-|–|—|−|saknas|uppgift saknas|missing|n\/?a|null|nan|#n\/a|ej uppgift|u\.?s\.?)?$/i;

/**
 * A cell of a column of figures; null when it is neither figure nor mark. "..", "x", "*", "<5" and "1-4" are withheld by
 * the source; an empty cell, "-" and "–" are missing. Where `dash` says `zero` (Statistics Sweden's own tables write
 * "–" for nothing to report) a dash is 0.
 */
export function parseAmount(
  text: string,
  decimal: Decimal = 'comma',
  dash: 'missing' | 'zero' = 'missing',
): Amount | null {
  const plain = text.trim();
  if (dash === 'zero' && /^[-–—−]$/.test(plain)) return { status: 'published', value: 0 };
  if (missing.test(plain)) return { status: 'missing', value: null };
  const value = parseNumberIn(plain, decimal);
  if (value !== null) return { status: 'published', value };
  return withheld.test(plain) ? { status: 'withheld', value: null } : null;
}

function bare(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f\u2009'’]/g, '')
    .replace(/[\u2212\u2013](?=\d)/, '-')
    .replace(/(?<=\d)(?:%|procent|st|kr)$/i, '');
}
