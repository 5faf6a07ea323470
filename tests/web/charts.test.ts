import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barWidth, linePath, spreadLabels, zeroScale } from '../../web/ui/charts/scale.ts';

test('an axis begins at zero, holds the largest value and never passes the scale', () => {
  expect(zeroScale(2.51, { steps: [1, 2], most: 5, limit: 6 })).toEqual({ top: 3, ticks: [0, 1, 2, 3] });
  expect(zeroScale(5.9, { steps: [1, 2], most: 5, limit: 6 })).toEqual({ top: 6, ticks: [0, 2, 4, 6] });
  expect(zeroScale(97, { steps: [5, 10, 20], most: 5, limit: 100 }).top).toBe(100);
  expect(zeroScale(0, { steps: [1], most: 5 })).toEqual({ top: 1, ticks: [0, 1] });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 6, noNaN: true }), (largest) => {
      const { top, ticks } = zeroScale(largest, { steps: [1, 2], most: 5, limit: 6 });
      return top >= largest && top <= 6 && ticks[0] === 0 && ticks.at(-1) === top && ticks.length <= 6;
    }),
  );
});

test('labels keep their order and their room, above the floor', () => {
  const places = fc.array(fc.record({ at: fc.integer({ min: 0, max: 180 }) }), { maxLength: 8 });
  fc.assert(
    fc.property(places, (labels) => {
      const placed = spreadLabels(labels, { gap: 15, floor: 184 });
      return placed.every(({ at }, order) => at <= 184 && (order === 0 || at - placed[order - 1]!.at >= 15 - 1e-9));
    }),
  );
  expect(spreadLabels([{ at: 20 }, { at: 22 }], { gap: 15, floor: 184 })).toEqual([{ at: 20 }, { at: 35 }]);
  expect(spreadLabels([{ at: 10 }, { at: 100 }], { gap: 15, floor: 184 })).toEqual([{ at: 10 }, { at: 100 }]);
});

test('a line is broken where a year has no value', () => {
  const points = [
    { year: 2019, value: 1 },
    { year: 2020, value: 2 },
    { year: 2021, value: null },
    { year: 2022, value: 3 },
  ];
  const path = linePath(
    points,
    (year) => year - 2019,
    (value) => value,
  );
  expect(path).toBe('M0.0 1.0L1.0 2.0M3.0 3.0');
});

test('a bar is as long as its share of the largest', () => {
  expect([barWidth(0, 40), barWidth(10, 40), barWidth(40, 40), barWidth(50, 40), barWidth(3, 0)]).toEqual([
    0, 25, 100, 100, 0,
  ]);
});
