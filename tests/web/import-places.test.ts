import { expect, test } from 'vitest';
import { boundsOfPlaces, importPlaces } from '../../web/map/layers/import-places.ts';

const square = [
  [15, 57],
  [15.1, 57],
  [15.1, 57.1],
] as const;

test('outlines are drawn instead of their corners, and closed', () => {
  const { features } = importPlaces([...square], [square]).data;
  expect(features.map(({ geometry }) => geometry)).toEqual([
    {
      type: 'Polygon',
      coordinates: [
        [
          [15, 57],
          [15.1, 57],
          [15.1, 57.1],
          [15, 57],
        ],
      ],
    },
  ]);
});

test('rows without outlines are points', () => {
  expect(importPlaces(square, []).data.features.map(({ geometry }) => geometry.type)).toEqual([
    'Point',
    'Point',
    'Point',
  ]);
});

test('the styles are the same object, so that new places are cheap', () => {
  expect(importPlaces([], []).styles).toBe(importPlaces(square, []).styles);
});

test('everything is inside the box; nothing has none', () => {
  expect(boundsOfPlaces(square)).toEqual([15, 57, 15.1, 57.1]);
  expect(boundsOfPlaces([])).toBe(null);
});
