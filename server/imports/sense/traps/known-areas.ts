import { parseCode } from '../../values.ts';
import { cellsOf, columnsFor, finding, headingOf, shown, type Sample } from './sample.ts';
import type { ImportFinding } from '#core/wire/imports.ts';

/** An area that the database has. */
export interface KnownArea {
  readonly code: string;
  readonly name: string;
}

const mostly = 0.5;
const plain = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The known code that a spreadsheet made of a number ("114" of "0114"); null when none or several fit. */
export function restoredCode(code: string, known: ReadonlySet<string>): string | null {
  if (known.has(code) || !/^\d+$/.test(code)) return null;
  const [first, second] = [1, 2, 3].map((zeros) => '0'.repeat(zeros) + code).filter((longer) => known.has(longer));
  return first !== undefined && second === undefined ? first : null;
}

/** Codes whose leading zeros were lost: they fit the known areas once the zeros are back. */
export function lostZeros(sample: Sample, areas: readonly KnownArea[]): ImportFinding[] {
  const known = new Set(areas.map(({ code }) => code));
  return columnsFor(sample, 'area', 'code').flatMap((index) => {
    const lost = [...new Set(cellsOf(sample, index).map(({ text }) => parseCode(text)))].flatMap((code) => {
      const restored = restoredCode(code, known);
      return restored ? [{ code, restored }] : [];
    });
    const [first] = lost;
    if (!first) return [];
    const values = {
      column: headingOf(sample, index),
      codes: lost.length,
      example: shown(first.code),
      code: first.restored,
    };
    return [finding('warn', 'lost_leading_zeros', values)];
  });
}

/** Areas whose names match known ones but whose codes do not: another year's division, or another's codes. */
export function namesWithoutCodes(sample: Sample, areas: readonly KnownArea[]): ImportFinding[] {
  const codes = new Set(areas.map(({ code }) => code));
  const byName = new Map(areas.map(({ code, name }) => [plain(name), code]));
  const column = (fits: (text: string) => boolean) =>
    sample.header.findIndex((_, index) => {
      const cells = cellsOf(sample, index);
      return cells.length > 0 && cells.filter(({ text }) => fits(text)).length >= cells.length * mostly;
    });
  const name = column((text) => byName.has(plain(text)));
  const [code = -1] = columnsFor(sample, 'code', 'area').filter(
    (index) => index !== name && cellsOf(sample, index).some(({ text }) => /\d/.test(text)),
  );
  if (name < 0 || code < 0) return [];
  const differing = sample.rows.flatMap((row) => {
    const [here, called] = [parseCode((row[code] ?? '').trim()), (row[name] ?? '').trim()];
    const theirs = byName.get(plain(called));
    return theirs === undefined || here === '' || here === theirs || codes.has(here) || restoredCode(here, codes)
      ? []
      : [{ here, called, theirs }];
  });
  const [first] = differing;
  if (!first || differing.length < sample.rows.length * mostly) return [];
  const values = { rows: differing.length, name: shown(first.called), code: shown(first.here), known: first.theirs };
  const proposal = sample.fields['area'] === code ? { mapping: { area: headingOf(sample, name) } } : null;
  return [finding('warn', 'names_match_codes_do_not', values, proposal)];
}
