import { expect, it } from 'vitest';
import { portionSize } from '../../server/keep/portion-size.ts';

it('takes fewer rows when they take long, more when they do not, and never none', () => {
  const size = portionSize(400);
  size.took(200);
  expect(size.next()).toBe(200);
  size.took(40);
  expect(size.next()).toBe(200);
  size.took(5);
  expect(size.next()).toBe(400);
  for (let turn = 0; turn < 20; turn += 1) size.took(1000);
  expect(size.next()).toBe(50);
  for (let turn = 0; turn < 20; turn += 1) size.took(1);
  expect(size.next()).toBe(5000);
});
