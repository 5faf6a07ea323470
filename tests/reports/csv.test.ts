import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvText } from '../../server/reports/csv.ts';

it('is spelt as a spreadsheet of the language reads it', () => {
  const rows = [
    ['a', 2.1, null],
    ['b;c', -3, 'said "x"'],
  ];
  expect(csvText(rows, 'sv', true)).toBe('\ufeffa;2,1;\r\n"b;c";-3;"said ""x"""\r\n');
  expect(csvText(rows, 'en', false)).toBe('a,2.1,\r\nb;c,-3,"said ""x"""\r\n');
});

it.each(['=1+1', '+46', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1', '＝1', '＋1', '－1', '＠a'])(
  'lets no text run as a formula: %j',
  (text) => {
    const [[cell]] = parse(csvText([[text]], 'sv', false), { delimiter: ';' }) as [[string]];
    expect(cell).toBe(`'${text}`);
  },
);

it('gives back whatever text it was given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 2, maxLength: 2 }), {
        minLength: 1,
      }),
      (rows) => {
        const read = parse(csvText(rows, 'sv', false), { delimiter: ';', relaxColumnCount: false }) as string[][];
        expect(read.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, ''))),
        );
      },
    ),
  );
});
