import { describe, expect, test } from 'vitest';
import { parseOsmDirection } from '#core/optics/osm-direction.ts';

describe('parseOsmDirection', () => {
  test.each([
    ['90', 90],
    ['0', 0],
    ['360', 0],
    ['22.5', 22.5],
    ['22,5', 22.5],
    [' 270° ', 270],
    ['N', 0],
    ['sw', 225],
    ['NNW', 337.5],
    ['ESE', 112.5],
  ])('reads %j as %d', (text, bearing_deg) => {
    expect(parseOsmDirection(text)).toEqual([{ bearing_deg, angle_deg: null }]);
  });

  test.each([
    ['90-180', 135, 90],
    ['350-10', 0, 20],
    ['300 - 60', 0, 120],
    ['10-350', 180, 340],
    ['NW-NE', 0, 90],
    ['0-360', 180, 360],
  ])('reads the sector %j clockwise', (text, bearing_deg, angle_deg) => {
    expect(parseOsmDirection(text)).toEqual([{ bearing_deg, angle_deg }]);
  });

  test('reads several', () => {
    expect(parseOsmDirection('45; 225')).toEqual([
      { bearing_deg: 45, angle_deg: null },
      { bearing_deg: 225, angle_deg: null },
    ]);
    expect(parseOsmDirection('N;90-180')).toHaveLength(2);
  });

  test.each([
    null,
    undefined,
    '',
    '  ',
    'forward',
    '361',
    '1000',
    '-45',
    '90;',
    '90;x',
    'NN',
    '10-20-30',
    '90-90',
    '9e1',
  ])('takes %j as unknown, never as north', (text) => {
    expect(parseOsmDirection(text)).toBeNull();
  });
});
