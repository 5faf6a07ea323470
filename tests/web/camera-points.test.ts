import { expect, test } from 'vitest';
import type { PlannedMount } from '#core/wire/mounts.ts';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import { cellCorner } from '../../web/panels/camera-points/cell-corner.ts';
import { nextPriority, steps, stepsReached, waitingGroups } from '../../web/panels/camera-points/stages.ts';
import { daysBetween } from '../../web/panels/shared/days-between.ts';
import { en } from '../../web/text/en.ts';
import { sv } from '../../web/text/sv.ts';

function mount(code: string, more: Partial<PlannedMount>): PlannedMount {
  return {
    id: code,
    code,
    name: '',
    organisationId: 'police',
    stage: 'designed',
    stageSince: '2026-01-01',
    waitingFor: null,
    waitingSince: null,
    waitingOnOrganisationId: null,
    priority: null,
    priorityReason: null,
    secret: true,
    provision: null,
    authority: null,
    cellSize_m: 250,
    rowVersion: 1,
    position: [15, 60],
    ...more,
  };
}

test('the steps stand in their order, and two stages beside them', () => {
  expect(steps.map(stepsReached)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect([stepsReached('ended'), stepsReached('not_current')]).toEqual([0, 0]);
  for (const stage of steps)
    expect([sv, en].every(({ cameraPoints }) => cameraPoints.stages[stage].length > 0)).toBe(true);
});

test('what is owed stands by whom, most first, and the longest waiting first in each', () => {
  const waiting = (code: string, on: string | null, since: string) =>
    mount(code, { waitingFor: 'power', waitingOnOrganisationId: on, waitingSince: since });
  const groups = waitingGroups([
    mount('KP-1', {}),
    waiting('KP-2', 'housing', '2026-03-01'),
    waiting('KP-3', 'roads', '2026-05-01'),
    waiting('KP-4', 'roads', '2026-02-01'),
    waiting('KP-5', null, '2026-01-01'),
  ]);
  expect(groups.map(({ organisationId, mounts }) => [organisationId, mounts.map(({ code }) => code)])).toEqual([
    ['roads', ['KP-4', 'KP-3']],
    ['housing', ['KP-2']],
    [null, ['KP-5']],
  ]);
});

test('a new rank comes after the last', () => {
  expect(nextPriority([])).toBe(1);
  expect(nextPriority([{ priority: 3 }, { priority: null }, { priority: 7 }])).toBe(8);
  expect(nextPriority([{ priority: 99 }])).toBe(99);
});

test('days are counted by the calendar', () => {
  expect(daysBetween('2026-03-02', '2026-10-01')).toBe(213);
  expect(daysBetween('2026-03-28T23:30:00Z', '2026-03-29')).toBe(1);
});

test('a cell is told by its south-west corner, on a multiple of its size', () => {
  for (const [east, north, cellSize_m] of [
    [519_250, 6_639_750, 250],
    [520_000, 6_640_000, 1000],
    [700_500, 7_400_500, 500],
  ] as const) {
    const corners = [0, cellSize_m].flatMap((e) => [0, cellSize_m].map((n) => toLonLat([east + e, north + n])));
    const lons = corners.map(([lon]) => lon);
    const lats = corners.map(([, lat]) => lat);
    const bounds = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
    expect(cellCorner({ bounds, cellSize_m })).toEqual([east, north]);
  }
});
