import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, formatLongDate, formatPeriod } from '#core/format/date.ts';
import { formatNumber, formatPercent, formatQuantity } from '#core/format/number.ts';

describe('numbers', () => {
  test.each([
    [2.1, 2, '2,10', '2.10'],
    [72_900, 0, '72\u00a0900', '72,900'],
    [999, 0, '999', '999'],
    [1_000, 0, '1\u00a0000', '1,000'],
    [1_234_567.891, 1, '1\u00a0234\u00a0567,9', '1,234,567.9'],
    [-13, 0, '\u221213', '\u221213'],
    [-0.004, 2, '0,00', '0.00'],
    [0, 0, '0', '0'],
    [-1234.5, 1, '\u22121\u00a0234,5', '\u22121,234.5'],
  ])('writes %d with %d decimals', (value, decimals, sv, en) => {
    expect(formatNumber(value, 'sv', decimals)).toBe(sv);
    expect(formatNumber(value, 'en', decimals)).toBe(en);
  });

  test('writes shares and quantities', () => {
    expect(formatPercent(0.13, 'sv')).toBe('13\u00a0%');
    expect(formatPercent(-0.2, 'en')).toBe('\u221220%');
    expect(formatPercent(0.596, 'sv', 1)).toBe('59,6\u00a0%');
    expect(formatQuantity(1200, 'kr', 'sv')).toBe('1\u00a0200\u00a0kr');
  });

  test('can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        const read = (text: string) => Number(text.replaceAll('\u00a0', '').replaceAll(',', '').replace('\u2212', '-'));
        expect(read(formatNumber(value, 'sv'))).toBe(value);
        expect(read(formatNumber(value, 'en'))).toBe(value);
      }),
    );
  });

  test('never writes what is no number', () => {
    expect(() => formatNumber(Number.NaN, 'sv')).toThrow('NaN');
  });
});

describe('dates', () => {
  test('are written as they are stored, or in words', () => {
    expect(formatDate('2025-04-01T23:30:00Z')).toBe('2025-04-01');
    expect(formatLongDate('2025-04-01', 'sv')).toBe('1\u00a0april 2025');
    expect(formatLongDate('2025-08-31', 'en')).toBe('31\u00a0August 2025');
  });

  test('make periods', () => {
    expect(formatPeriod('2023-01-01', '2024-12-31')).toBe('2023–2024');
    expect(formatPeriod('2023-01-01', '2023-12-31')).toBe('2023');
    expect(formatPeriod('2023-02-01', '2024-12-31')).toBe('2023-02-01–2024-12-31');
    expect(formatPeriod('2023-02-01', '2023-02-01')).toBe('2023-02-01');
    expect(() => formatPeriod('2024-01-01', '2023-01-01')).toThrow('period');
  });

  test.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '1900-02-29', '1 april', ''])(
    'refuses %j',
    (text) => {
      expect(() => formatDate(text)).toThrow('date');
    },
  );

  test('know leap years', () => {
    expect(formatDate('2024-02-29')).toBe('2024-02-29');
    expect(formatDate('2000-02-29')).toBe('2000-02-29');
  });
});
