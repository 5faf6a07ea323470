import type { Box } from '#core/position.ts';
import type { Gate } from '../db/gate.ts';
import { shownExtents } from '../db/import-batches.ts';
import { boundsOfBox, type Bounds } from '../db/import-extent.ts';
import type { InstanceSetting } from '../db/instance.ts';
import { getSetting, putSetting } from '../db/settings.ts';
import type { Report } from './report.ts';

/**
 * Lets the map open where data are: an installation that has no name yet gets one, and its opening view grows to hold
 * what was imported. The invented municipality keeps its view, and the reader is warned that the two are mixed.
 */
export async function openTheMapHere(gate: Gate, extent: Box, name: string | null, report: Report): Promise<void> {
  await gate.service('importer', async (tx) => {
    const known = await getSetting<InstanceSetting>(tx, 'instance');
    if (known?.example) return report.note('example_here');
    const bounds = union(known?.bounds ?? null, await boundsOfBox(tx, ...extent));
    const setting = { name: name ?? known?.name ?? 'Kommunen', example: false, today: known?.today ?? null, bounds };
    if (JSON.stringify(setting) !== JSON.stringify(known)) await putSetting(tx, 'instance', setting);
    if (!known) report.note('instance_named', { name: setting.name });
  });
}

/** After something was taken back: the view holds what is still shown, as far as that says where it lies. */
export async function openWithoutIt(gate: Gate): Promise<void> {
  await gate.service('importer', async (tx) => {
    const known = await getSetting<InstanceSetting>(tx, 'instance');
    if (!known || known.example) return;
    let bounds: Bounds | null = null;
    for (const extent of await shownExtents(tx)) bounds = union(bounds, await boundsOfBox(tx, ...extent));
    if (bounds && JSON.stringify(bounds) !== JSON.stringify(known.bounds))
      await putSetting(tx, 'instance', { ...known, bounds });
  });
}

function union(a: Bounds | null, b: Bounds): Bounds {
  if (!a) return b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
