/**
 * Finds Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer: the day plus 60)
 * in any text, and says where, never which.
 *
 * What counts: YYMMDD or YYYYMMDD and four digits more, with nothing, a hyphen of any kind or a plus between (a hyphen
 * may have a space on either side); a day that exists; a right check digit (Luhn over the last ten).
 * What does not: a part of a longer run of digits (statistical squares, moments as 20250401120000, phone numbers with
 * country code), the decimals of a number or a number that has decimals (coordinates), a part of a long hexadecimal
 * name (digests, UUIDs), and ten digits right after a word for telephone.
 */

/** Where in a text a number stands: from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const candidate =
  /(?<!\d)(?:(1[89]|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[67-8]\d|9[01]))(?:\s?[-‐‑‒–—−+]\s?)?\d{4}(?!\d)/g;

/** Shorter than this no text can hold one. */
const shortest = 10;
const digitsInRow = 6;

/** Every number in a text, from its start. */
export function personalNumbersIn(text: string): Span[] {
  if (!hasDigitRun(text)) return [];
  const found: Span[] = [];
  for (const match of text.matchAll(candidate)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isValid(match[0]) && standsAlone(text, span)) found.push(span);
  }
  return found;
}

/** The first cell of a row that holds a number, or -1. Made for millions of rows. */
export function cellWithPersonalNumber(row: readonly string[], skip?: ReadonlySet<number>): number {
  for (let index = 0; index < row.length; index += 1) {
    const text = row[index] as string;
    if (text.length >= shortest && hasDigitRun(text) && !skip?.has(index) && personalNumbersIn(text).length > 0)
      return index;
  }
  return -1;
}

/** The text with every number struck out, for showing. */
export function withoutPersonalNumbers(text: string): string {
  return personalNumbersIn(text).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}██████-████${rest.slice(end)}`,
    text,
  );
}

/** A column must have so many whole cells of the form before it can be told from chance. */
const enoughCells = 30;

/**
 * Columns whose cells are numbers of the form by chance alone, as moments written 202504011214 or a register's own keys
 * are: personal numbers have a right check digit nearly every time, other numbers one time in ten. Found from a sample
 * of rows; such a column may be skipped, every other is looked through.
 */
export function columnsOfChance(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const chance = new Set<number>();
  for (let index = 0; index < width; index += 1) {
    const cells = rows.map((row) => (row[index] ?? '').trim()).filter((text) => /^(?:\d{10}|\d{12})$/.test(text));
    const withDay = cells.filter((text) => hasDay(text));
    if (withDay.length < enoughCells || cells.length < rows.length / 2) continue;
    const right = withDay.filter((text) => isLuhn(text.slice(-10))).length;
    if (right < withDay.length / 2) chance.add(index);
  }
  return chance;
}

/** Whether six digits stand in a row anywhere: looks at every sixth sign until it meets a digit. */
function hasDigitRun(text: string): boolean {
  for (let at = digitsInRow - 1; at < text.length; at += digitsInRow) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (start > 0 && isDigit(text.charCodeAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
    if (end - start >= digitsInRow) return true;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isValid(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  return hasDay(digits) && isLuhn(digits.slice(-10));
}

/** The day of ten or twelve digits exists, in the century given or in any that it could be. */
function hasDay(digits: string): boolean {
  const short = digits.slice(-10);
  const day = Number(short.slice(4, 6));
  const centuries = digits.length === 12 ? [digits.slice(0, 2)] : ['18', '19', '20'];
  return centuries.some((century) =>
    dayExists(Number(century + short.slice(0, 2)), Number(short.slice(2, 4)), day > 60 ? day - 60 : day),
  );
}

function dayExists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The check digit is right: SKV 704, every other digit doubled from the first. */
function isLuhn(ten: string): boolean {
  let sum = 0;
  for (let at = 0; at < ten.length; at += 1) {
    const weighed = Number(ten[at]) * (at % 2 === 0 ? 2 : 1);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

const phoneWord = /(?<!\p{L})(?:tel|tele|telefon|telnr|phone|mobil|mobilnr|mob|ring|sms|fax)(?:nummer)?[\s.:(]{0,4}$/iu;

/** Neither decimals nor before them, in no hexadecimal name, and no telephone number. */
function standsAlone(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  // A list of numbers without spaces is no decimal number: what stands beside the comma is as long as a number itself.
  if (/(?<!\d)\d{1,5}[.,]$/.test(before) || /^[.,]\d{1,5}(?!\d)/.test(after)) return false;
  if (end - start === shortest && phoneWord.test(before)) return false;
  const name =
    (/[0-9a-z-]*$/i.exec(before)?.[0] ?? '') + text.slice(start, end) + (/^[0-9a-z-]*/i.exec(after)?.[0] ?? '');
  return !(name.length >= 16 && /[a-f]/i.test(name) && /^[0-9a-f-]+$/i.test(name));
}
