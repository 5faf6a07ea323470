import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexClass, isHighProblemLevel } from '#core/survey/index-class.ts';
import { shownCount, shownRow } from '#core/survey/too-few.ts';

describe('the index', () => {
  test.each([
    [2.41, true],
    [2.13, true],
    [2.11, true],
    [2.1, false],
    [1.97, false],
    [0, false],
  ])('%d is a high general level of problems: %s', (index, isHigh) => {
    expect(isHighProblemLevel(index)).toBe(isHigh);
    expect(indexClass(index) >= 3).toBe(isHigh);
  });

  test('falls in six classes from 0 to 6', () => {
    expect([0, 0.7, 0.71, 1.4, 1.41, 2.1, 2.11, 3, 3.01, 4, 4.01, 6].map(indexClass)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
    expect(() => indexClass(6.01)).toThrow('index: 6.01');
    expect(() => indexClass(Number.NaN)).toThrow('NaN');
  });
});

describe('too few', () => {
  test('hides one to four', () => {
    expect([0, 1, 4, 5, 12].map((count) => shownCount(count))).toEqual([0, 'suppressed', 'suppressed', 5, 12]);
    expect(shownCount(9, 10)).toBe('suppressed');
  });

  test('hides a second count when the total would give the first away', () => {
    expect(shownRow([3, 20, 8])).toEqual({ counts: ['suppressed', 20, 'suppressed'], isTotalSafe: true });
    expect(shownRow([3, 4, 20])).toEqual({ counts: ['suppressed', 'suppressed', 20], isTotalSafe: true });
    expect(shownRow([3, 0, 0])).toEqual({ counts: ['suppressed', 0, 0], isTotalSafe: false });
    expect(shownRow([7, 20])).toEqual({ counts: [7, 20], isTotalSafe: true });
  });

  test('never leaves one hidden count beside a total that is safe', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }), (counts) => {
        const row = shownRow(counts);
        const hidden = row.counts.filter((count) => count === 'suppressed').length;
        if (row.isTotalSafe) expect(hidden).not.toBe(1);
        row.counts.forEach((count, index) => expect(count === 'suppressed' || count === counts[index]).toBe(true));
        row.counts.forEach((count) => expect(count === 'suppressed' || count === 0 || count >= 5).toBe(true));
      }),
    );
  });
});
