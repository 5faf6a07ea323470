import { expect, it } from 'vitest';
import { protectCounts, protectReason } from '#core/suggest/protect-counts.ts';

const counts = (...values: number[]) => values.map((count) => ({ count }));

it('leaves small counts out', () => {
  expect(protectCounts(counts(28, 3, 2))).toEqual(counts(28));
});

it('leaves the smallest of the rest out too where subtraction would tell', () => {
  expect(protectCounts(counts(28, 9, 1))).toEqual(counts(28));
});

it('shows all where nothing is small', () => {
  expect(protectCounts(counts(28, 0, 9))).toEqual(counts(28, 9));
});

it('tells one crime in a reason from four by nothing', () => {
  const reason = (count: number) => protectReason({ code: 'NOT_COUNTED', params: { category: 'violence', count } });
  expect(reason(1)).toEqual(reason(4));
  expect(reason(0).params['count']).toBe(0);
  expect(reason(5).params['count']).toBe(5);
});
