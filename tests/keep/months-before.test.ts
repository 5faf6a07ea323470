import { expect, it } from 'vitest';
import { dayMonthsBefore } from '../../server/keep/months-before.ts';

it.each([
  ['2026-10-01', 36, '2023-10-01'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-02-28', 120, '2016-02-28'],
])('%s less %i months is %s', (day, months, before) => {
  expect(dayMonthsBefore(day, months)).toBe(before);
});
