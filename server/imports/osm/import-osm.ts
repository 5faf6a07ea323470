import type { Gate } from '../../db/gate.ts';
import { groundExtent } from '../../db/import-ground.ts';
import { ensurePlaceTypes } from '../../db/import-lookups.ts';
import { seeAnew, seeUnseen } from '../coverage.ts';
import { ImportFault } from '../fault.ts';
import type { Job, ReadResult } from '../job.ts';
import { putStaged } from '../put-staged.ts';
import type { Report } from '../report.ts';
import { groundTables, readExtract } from './extract.ts';

/** Reads an extract of OpenStreetMap: the ground that everything else is drawn on, and the cameras in it. */
export async function readOsm(job: Job): Promise<ReadResult> {
  const { gate, report, options, loader } = job;
  await gate.service('importer', ensurePlaceTypes);
  const { cameras, read, wanted } = await readExtract(job.path, report, job.signal, loader);
  if (read === 0) throw new ImportFault('no_rows');
  if (wanted === 0) throw new ImportFault('nothing_usable', { read: String(read) });
  await loader.finish();
  await putStaged(gate, job.batchId, cameras);
  report.note('osm_read', { read, wanted });
  let loaded = cameras.length;
  for (const layer of groundTables) {
    const counts = await loader.changes(layer);
    loaded += counts.new + counts.changed + counts.same;
    if (counts.new + counts.changed + counts.same + counts.gone > 0) report.note('osm_layer', { layer, ...counts });
  }
  if (loaded > wanted) report.note('split_parts', { rows: loaded - wanted });
  const own = {
    organisation: options.get('organisation') ?? null,
    organisation_name: options.get('organisation_name') ?? null,
  };
  const extent = await gate.service('importer', (tx) => groundExtent(tx, job.batchId));
  return { read: wanted + report.refused, publishing: { own, extent } };
}

/** What every camera sees among the buildings as they now are. */
export async function afterOsm(
  gate: Gate,
  report: Report,
  counts: { readonly new: number; readonly changed: number; readonly gone: number },
): Promise<void> {
  if (counts.new + counts.changed + counts.gone === 0) return;
  const seen = await seeAnew(gate, report);
  await seeUnseen(gate, report);
  if (seen > 0) report.note('seen_anew', { rows: seen });
}
