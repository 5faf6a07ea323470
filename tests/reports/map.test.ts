import { expect, it } from 'vitest';
import { detailOf, frameOf, scaleBar_m } from '../../server/reports/map-frame.ts';
import { hatch } from '../../server/reports/hatch.ts';
import { placeLabels } from '../../server/reports/map-labels.ts';
import { mapSvg, type MapShapes } from '../../server/reports/map-svg.ts';

const paper = { width_mm: 100, height_mm: 80 };
const empty: MapShapes = { ground: [], streetNames: [], coverage: [], cameras: [], cells: [] };
const street = { name: 'Storgatan', class: 'primary', x: 50, y: -40, azimuth_deg: 90, length_mm: 80 };

it('takes the largest round scale at which the area and its margin fit, with the area in the middle', () => {
  const { frame, scale } = frameOf({ west: 600_000, south: 6_500_000, east: 600_900, north: 6_500_300 }, paper);
  expect(scale).toBe(10_000);
  expect(frame).toEqual({ west_m: 599_950, south_m: 6_499_750, width_m: 1000, height_m: 800, mmPerMetre: 0.1 });
  expect(frameOf({ west: 0, south: 0, east: 901, north: 300 }, paper).scale).toBe(12_500);
  expect(frameOf({ west: 0, south: 0, east: 900_000, north: 300 }, paper).scale).toBe(10_000_000);
});

it('shows less the smaller the scale', () => {
  expect(detailOf(10_000).streets).toContain('path');
  expect(detailOf(50_000)).toMatchObject({ buildings: false });
  expect([0.1, 0.05, 0.4, 0.01].map(scaleBar_m)).toEqual([200, 500, 100, 2000]);
});

it('hatches a square within its edges', () => {
  const numbers = [
    ...hatch({ x: 10, y: -5, size: 20 }, { line: '#000', width: 0.1, step: 3 }).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g),
  ];
  expect(numbers.length).toBeGreaterThan(20);
  for (const [, x, y] of numbers) {
    expect(Number(x)).toBeGreaterThanOrEqual(10);
    expect(Number(x)).toBeLessThanOrEqual(30);
    expect(Number(y)).toBeGreaterThanOrEqual(-25);
    expect(Number(y)).toBeLessThanOrEqual(-5);
  }
});

it('writes a name along its street and never upside down', () => {
  const turnOf = (azimuth_deg: number) =>
    placeLabels({ ...empty, streetNames: [{ ...street, azimuth_deg }] }, paper)[0]?.turn;
  expect([90, 270, 45, 225, 135, 315].map(turnOf)).toEqual([0, 0, -45, -45, 45, 45]);
  for (let azimuth = 0; azimuth < 360; azimuth += 7) expect(Math.abs(turnOf(azimuth) ?? 0)).toBeLessThanOrEqual(90);
});

it('leaves out a name that would touch another, a camera, the frame, or does not fit its street', () => {
  const names = (shapes: Partial<MapShapes>) => placeLabels({ ...empty, ...shapes }, paper).map((label) => label.text);
  expect(names({ streetNames: [street, { ...street, name: 'Lillgatan', y: -41 }] })).toEqual(['Storgatan']);
  expect(
    names({ streetNames: [street], cameras: [{ kind: 'fixed', status: 'off', bearing_deg: null, x: 52, y: -40 }] }),
  ).toEqual([]);
  expect(names({ streetNames: [{ ...street, x: 2 }] })).toEqual([]);
  expect(names({ streetNames: [{ ...street, length_mm: 6 }] })).toEqual([]);
});

it('takes no markup from a name', () => {
  const ground = [{ layer: 'neighbour' as const, class: '', name: '<script>&"', path: 'M0 0', x: 50, y: -40 }];
  const svg = mapSvg({ ...empty, ground }, paper, 0.1, { north: 'N', scale: 'Skala 1:10 000' }, 'sv');
  expect(svg).toContain('&lt;script&gt;&amp;&quot;');
  expect(svg).not.toContain('<script>');
});

it('draws a beak only where the bearing is known', () => {
  const draw = (bearing_deg: number | null) =>
    mapSvg(
      { ...empty, cameras: [{ kind: 'fixed', status: 'in_operation', bearing_deg, x: 5, y: -70 }] },
      paper,
      0.1,
      { north: 'N', scale: 'S' },
      'sv',
    );
  expect(draw(0)).toContain('rotate(0)');
  expect(draw(null)).not.toContain('rotate(');
});
