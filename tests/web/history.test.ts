import { expect, test } from 'vitest';
import { step } from '../../web/state/use-history.ts';

const start = { past: [], now: 'a', future: [], passing: null } as Parameters<typeof step<string>>[0];

test('one drag is one step, however many places it passes', () => {
  let steps = step(start, { kind: 'pass', value: 'b1' });
  steps = step(steps, { kind: 'pass', value: 'b2' });
  expect(steps).toMatchObject({ now: 'a', passing: 'b2', past: [] });
  steps = step(steps, { kind: 'set', value: 'b3' });
  expect(steps).toEqual({ past: ['a'], now: 'b3', future: [], passing: null });
});

test('undo and redo go back and forth, and a new step forgets what was undone', () => {
  let steps = step(step(start, { kind: 'set', value: 'b' }), { kind: 'set', value: 'c' });
  steps = step(steps, { kind: 'undo' });
  expect(steps).toMatchObject({ now: 'b', future: ['c'] });
  steps = step(steps, { kind: 'redo' });
  expect(steps).toMatchObject({ now: 'c', future: [] });
  steps = step(step(steps, { kind: 'undo' }), { kind: 'set', value: 'd' });
  expect(steps).toEqual({ past: ['a', 'b'], now: 'd', future: [], passing: null });
});

test('there is an end to undoing, and undoing past it changes nothing', () => {
  expect(step(start, { kind: 'undo' })).toEqual(start);
  expect(step(start, { kind: 'redo' })).toEqual(start);
  let steps = start;
  for (let count = 0; count < 250; count += 1) steps = step(steps, { kind: 'set', value: String(count) });
  expect(steps.past).toHaveLength(100);
  expect(steps.past.at(-1)).toBe('248');
});

test('setting what is there already is no step', () => {
  expect(step(start, { kind: 'set', value: 'a' })).toEqual(start);
});
