import { describe, expect, test } from 'vitest';
import * as projection from '#core/projection/sweref99tm.ts';
import type { PolygonRings, Position } from '#core/position.ts';
import type { NewCamera } from '#core/wire/sites.ts';
import { drawCamera, dragCamera } from '../../web/panels/coverage/camera-drawing.ts';

const here: Position = [520_000, 6_640_000];

const camera: NewCamera = {
  name: 'Kamera 1',
  kind: 'fixed',
  status: 'planned',
  bearing_deg: 90,
  angle_deg: 60,
  range_m: 50,
  height_m: 4,
  position: lonLat(here),
};

function lonLat([east, north]: Position): readonly [number, number] {
  const [lon, lat] = projection.toLonLat([east, north]);
  return [lon, lat];
}

/** A place so far east and north of the camera, as the map tells where the hand is. */
function away(east_m: number, north_m: number): readonly [number, number] {
  return lonLat([here[0] + east_m, here[1] + north_m]);
}

function parts(of: NewCamera, buildings: readonly PolygonRings[] = []) {
  return drawCamera(of, buildings, projection).drawing.features.map(
    ({ properties }) => `${properties?.['part']}${properties?.['handle'] ? `:${properties['handle']}` : ''}`,
  );
}

describe('what is drawn of a camera that is being placed', () => {
  test('its view, three places to take hold, itself', () => {
    expect(parts(camera)).toEqual([
      'view',
      'arm',
      'handle:edge',
      'arm',
      'handle:edge',
      'arm',
      'handle:bearing',
      'camera:point',
    ]);
  });

  test('only itself while its bearing is unknown: it is never drawn as looking north', () => {
    const unknown = { ...camera, bearing_deg: null };
    expect(parts(unknown)).toEqual(['camera:point']);
    expect(drawCamera(unknown, [], projection).seen_m2).toBeNull();
  });

  test('a circle and its range when it sees all round', () => {
    expect(parts({ ...camera, bearing_deg: null, angle_deg: 360 })).toEqual([
      'view',
      'arm',
      'handle:range',
      'camera:point',
    ]);
  });

  test('what it sees is a sixth of a circle, less what a building hides', () => {
    const open = drawCamera(camera, [], projection);
    expect(open.seen_m2).toBeCloseTo((Math.PI * 50 ** 2) / 6, -1);
    const wall: PolygonRings = [
      [
        [here[0] + 10, here[1] - 50],
        [here[0] + 12, here[1] - 50],
        [here[0] + 12, here[1] + 50],
        [here[0] + 10, here[1] + 50],
        [here[0] + 10, here[1] - 50],
      ],
    ];
    const hidden = drawCamera(camera, [wall], projection);
    expect(hidden.seen_m2).toBeCloseTo(10 * 10 * Math.tan(Math.PI / 6), 0);
    expect(hidden.isIndoors).toBe(false);
  });

  test('it is told when it stands inside a building', () => {
    const house: PolygonRings = [
      [
        [here[0] - 20, here[1] - 20],
        [here[0] + 20, here[1] - 20],
        [here[0] + 20, here[1] + 20],
        [here[0] - 20, here[1] + 20],
        [here[0] - 20, here[1] - 20],
      ],
    ];
    expect(drawCamera(camera, [house], projection).isIndoors).toBe(true);
  });
});

describe('what the hand does', () => {
  test('the bearing handle turns and does nothing else', () => {
    expect(dragCamera(camera, 'bearing', away(0, -80), projection)).toEqual({ ...camera, bearing_deg: 180 });
    expect(dragCamera(camera, 'bearing', away(-0.1, 80), projection)).toEqual({ ...camera, bearing_deg: 0 });
  });

  test('an edge opens the angle to both sides and sets the range', () => {
    const at45 = 70 / Math.SQRT2;
    expect(dragCamera(camera, 'edge', away(at45, at45), projection)).toEqual({ ...camera, angle_deg: 90, range_m: 70 });
    expect(dragCamera(camera, 'edge', away(at45, -at45), projection)).toEqual({
      ...camera,
      angle_deg: 90,
      range_m: 70,
    });
  });

  test('nothing can be drawn that cannot be saved', () => {
    expect(dragCamera(camera, 'edge', away(-2000, 0), projection)).toMatchObject({ angle_deg: 360, range_m: 500 });
    expect(dragCamera(camera, 'edge', away(0.1, 0), projection)).toMatchObject({ angle_deg: 2, range_m: 1 });
  });

  test('the point moves to where the hand is', () => {
    const moved = dragCamera(camera, 'point', away(30, 40), projection);
    const [east, north] = projection.fromLonLat(moved.position);
    expect(Math.hypot(east - here[0] - 30, north - here[1] - 40)).toBeLessThan(0.02);
    expect({ ...moved, position: camera.position }).toEqual(camera);
  });
});
