import { describe, expect, it } from 'vitest';
import { numberStyle, parseAmount, parseNumberIn } from '../../../server/imports/sense/amount.ts';
import { parseClock } from '../../../server/imports/sense/clock.ts';
import { parseMonth, parsePeriod } from '../../../server/imports/sense/period.ts';
import { parseSquareId, squareSize_m } from '../../../server/imports/sense/square-id.ts';
import { parseDay } from '../../../server/imports/values.ts';

describe('days in words', () => {
  it.each([
    ['3 mars 2025', '2025-03-03'],
    ['den 3:e mars 2025', '2025-03-03'],
    ['3 mars 2025 kl. 21.30', '2025-03-03'],
    ['03-Mar-25', '2025-03-03'],
    ['1 maj 1999', '1999-05-01'],
    ['March 3, 2025', '2025-03-03'],
    ['3 oct 2025', '2025-10-03'],
    ['20250303121500', '2025-03-03'],
    ['30 februari 2025', null],
    ['3 marsipan 2025', null],
    ['mars 2025', null],
  ])('%s is %s', (text, day) => expect(parseDay(text, 'dmy')).toBe(day));
});

describe('periods', () => {
  it.each([
    ['2025', 'year', '2025-01-01', '2025-12-31'],
    ['2025.0', 'year', '2025-01-01', '2025-12-31'],
    ['helår 2024', 'year', '2024-01-01', '2024-12-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['202502', 'month', '2025-02-01', '2025-02-28'],
    ['2025M03', 'month', '2025-03-01', '2025-03-31'],
    ['mars 2025', 'month', '2025-03-01', '2025-03-31'],
    ['Mars 2025', 'month', '2025-03-01', '2025-03-31'],
    ['mar-25', 'month', '2025-03-01', '2025-03-31'],
    ['maj -25', 'month', '2025-05-01', '2025-05-31'],
    ['2025 mars', 'month', '2025-03-01', '2025-03-31'],
    ['3/2025', 'month', '2025-03-01', '2025-03-31'],
    ['2026 prel., Aug', 'month', '2026-08-01', '2026-08-31'],
    ['kv 1 2025', 'quarter', '2025-01-01', '2025-03-31'],
    ['2025K1', 'quarter', '2025-01-01', '2025-03-31'],
    ['Q4 2025', 'quarter', '2025-10-01', '2025-12-31'],
    ['kvartal 2, 2025', 'quarter', '2025-04-01', '2025-06-30'],
    ['andra kvartalet 2025', 'quarter', '2025-04-01', '2025-06-30'],
    ['3:e kvartalet 2025', 'quarter', '2025-07-01', '2025-09-30'],
    ['2025 halvår 1', 'half_year', '2025-01-01', '2025-06-30'],
    ['H2 2025', 'half_year', '2025-07-01', '2025-12-31'],
    ['första halvåret 2025', 'half_year', '2025-01-01', '2025-06-30'],
    ['T2 2025', 'period', '2025-05-01', '2025-08-31'],
    ['tertial 3 2025', 'period', '2025-09-01', '2025-12-31'],
    ['jan–mar 2025', 'quarter', '2025-01-01', '2025-03-31'],
    ['januari - maj 2025', 'period', '2025-01-01', '2025-05-31'],
    ['2025 jan-jun', 'half_year', '2025-01-01', '2025-06-30'],
    ['nov 2024 - jan 2025', 'period', '2024-11-01', '2025-01-31'],
    ['2025-01–2025-03', 'quarter', '2025-01-01', '2025-03-31'],
    ['2025-01-01--2025-03-31', 'quarter', '2025-01-01', '2025-03-31'],
    ['2025-01-01/2025-12-31', 'year', '2025-01-01', '2025-12-31'],
    ['2025-01-15 - 2025-03-31', 'period', '2025-01-15', '2025-03-31'],
    ['1 januari 2025 till 31 mars 2025', 'quarter', '2025-01-01', '2025-03-31'],
    ['2023–2024', 'period', '2023-01-01', '2024-12-31'],
    ['2025-03-03', 'day', '2025-03-03', '2025-03-03'],
    ['3 mars 2025', 'day', '2025-03-03', '2025-03-03'],
  ])('%s is a %s', (text, grain, from, to) => expect(parsePeriod(text)).toEqual({ grain, from, to }));

  it.each(['v. 12 2025', 'v12', 'vecka 12 2025', '2025-W12', '2025 v 3'])('%s is refused as a week', (text) =>
    expect(parsePeriod(text)).toBe('week'),
  );

  it.each([
    '',
    'K5 2025',
    '2025-13',
    'halvår 3 2025',
    'H3 2025',
    '24/25',
    'mars–jan 2025',
    'tidigare',
    'Totalt',
    '20250230',
  ])('"%s" is none', (text) => expect(parsePeriod(text)).toBe('not_a_period'));

  it('are months where one month is meant', () => {
    expect([parseMonth('mars 2025'), parseMonth('2025'), parseMonth('okt-25')]).toEqual(['2025-03', null, '2025-10']);
  });
});

describe('times of day', () => {
  it.each([
    ['21:30', 21, 30],
    ['kl. 21.30', 21, 30],
    ['kl 9', 9, null],
    ['2130', 21, 30],
    ['930', 9, 30],
    ['0', 0, null],
    ['9:05 PM', 21, 5],
    ['12 am', 0, null],
    ['21-22', 21, null],
    ['21:00–22:00', 21, null],
    ['00:00:00', 0, 0],
  ])('%s', (text, hour, minute) => expect(parseClock(text)).toEqual({ hour, minute }));
  it.each(['24', '25:10', '2160', 'kväll', '', '13 PM', '-1'])('"%s" is none', (text) =>
    expect(parseClock(text)).toBeNull(),
  );
});

describe('figures', () => {
  it('decide by the column what a mark means', () => {
    expect(numberStyle(['1.234,5', '2'])).toEqual({ decimal: 'comma', isUnclear: false });
    expect(numberStyle(['1,234.5'])).toEqual({ decimal: 'point', isUnclear: false });
    expect(numberStyle(['1.234', '0,5'])).toEqual({ decimal: 'comma', isUnclear: false });
    expect(numberStyle(['1.234.567'])).toEqual({ decimal: 'comma', isUnclear: false });
    expect(numberStyle(['0.123'])).toEqual({ decimal: 'point', isUnclear: false });
    expect(numberStyle(['1.234'])).toEqual({ decimal: 'point', isUnclear: true });
    expect(numberStyle(['1.234', '17'], true)).toEqual({ decimal: 'comma', isUnclear: true });
    expect(numberStyle(['1,234', '17'], true)).toEqual({ decimal: 'point', isUnclear: true });
    expect(numberStyle(['1,2', '1.2'])).toEqual({ decimal: null, isUnclear: false });
  });

  it.each([
    ['1.234,5', 'comma', 1234.5],
    ['1.234', 'comma', 1234],
    ['1.234', 'point', 1.234],
    ['1,234', 'point', 1234],
    ['1 234', 'comma', 1234],
    ['1\u00a0234,5', 'comma', 1234.5],
    ["1'234", 'point', 1234],
    ['12 %', 'comma', 12],
    ['2,10', 'point', 2.1],
    ['−3', 'comma', -3],
    ['12 m', 'comma', null],
    ['', 'comma', null],
  ] as const)('%s with a decimal %s', (text, decimal, value) => expect(parseNumberIn(text, decimal)).toBe(value));

  it('tell withheld, missing and zero apart', () => {
    const of = (text: string) => parseAmount(text);
    for (const text of ['..', 'x', 'X', '*', '**', '<5', '1-4', 'färre än 5', 'för få svar'])
      expect([text, of(text)]).toEqual([text, { status: 'withheld', value: null }]);
    for (const text of ['', '-', '–', '.', 'saknas', 'NA', '#N/A'])
      expect([text, of(text)]).toEqual([text, { status: 'missing', value: null }]);
    expect([of('0'), of('12,5')]).toEqual([
      { status: 'published', value: 0 },
      { status: 'published', value: 12.5 },
    ]);
    expect(parseAmount('–', 'comma', 'zero')).toEqual({ status: 'published', value: 0 });
    expect([of('många'), of('12 m')]).toEqual([null, null]);
  });
});

describe('statistical squares', () => {
  it('have their corner in their name', () => {
    const corner = { east_m: 530_000, north_m: 6_580_000 };
    for (const text of [
      '5300006580000',
      '5300006580000.0',
      '530000_6580000',
      '1kmN6580E530',
      'CRS3006RES250mN6580000E530000',
    ])
      expect([text, parseSquareId(text)]).toEqual([text, corner]);
    for (const text of ['530000658000', '0000006580000', '202504011200', 'ruta 5', ''])
      expect(parseSquareId(text)).toBeNull();
  });

  it('have the largest size that their corners allow', () => {
    const at = (east_m: number, north_m: number) => ({ east_m, north_m });
    expect(squareSize_m([at(530_000, 6_580_000), at(530_250, 6_580_500)])).toBe(250);
    expect(squareSize_m([at(530_000, 6_580_000), at(531_000, 6_583_000)])).toBe(1000);
    expect(squareSize_m([at(530_001, 6_580_000)])).toBeNull();
    expect(squareSize_m([])).toBeNull();
  });
});
