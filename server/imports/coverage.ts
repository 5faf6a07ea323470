import { viewArea } from '#core/coverage/view-area.ts';
import { buildingsIn } from '../db/buildings.ts';
import type { Tx } from '../db/driver.ts';
import type { Gate } from '../db/gate.ts';
import { camerasAfter, camerasUnseen, putCoverage, type CameraToSee } from '../db/import-cameras.ts';
import type { Report } from './report.ts';

/** Cameras to a transaction: on the embedded engine nobody then waits long. */
const camerasAtOnce = 50;

/** Computes and stores what cameras see among the buildings that this transaction sees; nothing for an unknown bearing. */
async function seeWith(tx: Tx, cameras: readonly CameraToSee[]): Promise<void> {
  const seen: { id: string; polygon: string | null }[] = [];
  for (const camera of cameras) {
    const { position, bearing_deg, angle_deg, range_m } = camera;
    const isKnown = bearing_deg !== null || angle_deg >= 360;
    const [east, north] = position;
    const buildings = isKnown
      ? await buildingsIn(tx, [east - range_m, north - range_m, east + range_m, north + range_m])
      : [];
    const view = isKnown ? viewArea({ position, bearing_deg, angle_deg, range_m }, buildings) : null;
    seen.push({ id: camera.id, polygon: view ? JSON.stringify({ type: 'Polygon', coordinates: view }) : null });
  }
  if (seen.length > 0) await putCoverage(tx, seen);
}

/** Computes anew what every camera sees, after the buildings have changed; gives how many cameras there were. */
export async function seeAnew(gate: Gate, report: Report): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ;) {
    const from = after;
    const cameras = await gate.service('importer', async (tx) => {
      const some = await camerasAfter(tx, from, camerasAtOnce);
      await seeWith(tx, some);
      return some;
    });
    done += cameras.length;
    if (cameras.length < camerasAtOnce) return done;
    report.progress('coverage', done);
    after = cameras.at(-1)?.id ?? after;
  }
}

/** Computes what cameras see that nobody has computed yet; goes on where a killed process left off. */
export async function seeUnseen(gate: Gate, report: Pick<Report, 'progress'>): Promise<void> {
  for (let done = 0; ;) {
    const seen = await gate.service('importer', async (tx) => {
      const some = await camerasUnseen(tx, camerasAtOnce);
      await seeWith(tx, some);
      return some.length;
    });
    done += seen;
    if (seen < camerasAtOnce) return;
    report.progress('coverage', done);
  }
}
