import { fromLonLat } from '#core/projection/sweref99tm.ts';
import type { Gate } from '../db/gate.ts';
import type { InstanceSetting } from '../db/instance.ts';
import { getSetting } from '../db/settings.ts';
import type { Ground } from './positions.ts';

/** The municipality as far as it is known, and what the one who imports says of the axes (`swap=yes`). */
export async function groundOf(gate: Gate, options: ReadonlyMap<string, string>): Promise<Ground> {
  const setting = await gate.service('importer', (tx) => getSetting<InstanceSetting>(tx, 'instance'));
  const swap = options.get('swap');
  const swapAxes = swap === undefined ? null : swap === 'yes';
  const bounds = setting?.bounds;
  if (!bounds) return { expected: null, swapAxes };
  const [west, south, east, north] = bounds;
  const corners = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].map(([lon = 0, lat = 0]) => fromLonLat([lon, lat]));
  const [easts, norths] = [corners.map(([e]) => e), corners.map(([, n]) => n)];
  const expected = [Math.min(...easts), Math.min(...norths), Math.max(...easts), Math.max(...norths)] as const;
  return { expected, swapAxes };
}
