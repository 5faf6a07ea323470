import { publishBatch, startBatch } from '../../db/import-batches.ts';
import {
  analyzeIncomingGround,
  deleteGoneGround,
  groundExtent,
  groundLayers,
  incomingGroundColumns,
  insertNewGround,
  makeIncomingGround,
  shapedGround,
  shapeIncomingGround,
  updateChangedGround,
  type GroundLayer,
} from '../../db/import-ground.ts';
import type { Tx } from '../../db/driver.ts';
import { ensurePlaceTypes } from '../../db/import-lookups.ts';
import { describeSource, ensureSource } from '../../db/import-sources.ts';
import { seeAnew } from '../coverage.ts';
import { ImportFault, stopIfCancelled } from '../fault.ts';
import type { Job, Outcome } from '../job.ts';
import { mergeCameras, type CameraMerge } from '../merge-cameras.ts';
import { importedOrganisation, organisationFor } from '../organisation.ts';
import { readExtract, type Extract } from './extract.ts';

const layers = Object.keys(groundLayers) as GroundLayer[];

/** Loads an extract of OpenStreetMap: the ground that everything else is drawn on, shown in one transaction. */
export async function importOsm(job: Job): Promise<Outcome> {
  const { gate, clock, report, options } = job;
  const extract = await readExtract(job.path, report, job.signal);
  const wanted = layers.reduce((sum, layer) => sum + extract.lines[layer].length, extract.cameras.length);
  if (extract.read === 0) throw new ImportFault('no_rows');
  if (wanted === 0) throw new ImportFault('nothing_usable', { read: String(extract.read) });
  report.note('osm_read', { read: extract.read, wanted });
  stopIfCancelled(job.signal);
  report.progress('publish', wanted);

  const done = await gate.service('importer', async (tx) => {
    await ensurePlaceTypes(tx);
    const sourceId = await ensureSource(tx, job.source, 'osm');
    const merged: Partial<Record<GroundLayer, CameraMerge>> = {};
    for (const layer of layers) merged[layer] = await mergeLayer(tx, layer, sourceId, extract);
    const cameras = await cameraMerge(tx, job, sourceId, extract);
    const all = [...Object.values(merged), cameras];
    const total = (key: keyof CameraMerge) => all.reduce((sum, counts) => sum + counts[key], 0);
    const split = total('new') + total('changed') + total('same') - wanted;
    if (split > 0) report.note('split_parts', { rows: split });
    const counts = {
      read: wanted + report.refused,
      new: total('new'),
      changed: total('changed'),
      same: total('same'),
      gone: total('gone'),
      refused: report.refused,
    };
    if (counts.new + counts.changed + counts.gone > 0) {
      const at = clock.now();
      const batch = { sourceId, kind: 'osm', fileName: job.fileName, fileDigest: job.digest, at };
      await publishBatch(tx, await startBatch(tx, batch), at, { ...counts, withoutPosition: 0 });
      await describeSource(tx, {
        ...batch,
        licence: options.get('licence') ?? 'ODbL 1.0',
        attribution: options.get('attribution') ?? '© OpenStreetMap contributors',
        read: counts.read,
        published: wanted,
        refused: report.refused,
      });
    }
    return { merged, cameras, counts, extent: await groundExtent(tx, sourceId) };
  });

  for (const layer of layers) noteLayer(job, layer, done.merged[layer]);
  noteLayer(job, 'camera', done.cameras);
  const buildings = done.merged.building;
  if (buildings && buildings.new + buildings.changed + buildings.gone > 0) {
    const seen = await seeAnew(gate, report);
    if (seen > 0) report.note('seen_anew', { rows: seen });
  }
  return { counts: done.counts, extent: done.extent };
}

async function mergeLayer(tx: Tx, layer: GroundLayer, sourceId: number, { lines }: Extract): Promise<CameraMerge> {
  await makeIncomingGround(tx, layer);
  await tx.copyIn(`pg_temp.incoming_${layer}`, incomingGroundColumns(layer), lines[layer]);
  await shapeIncomingGround(tx, layer);
  await analyzeIncomingGround(tx, layer);
  const shaped = await shapedGround(tx, layer);
  const gone = await deleteGoneGround(tx, layer, sourceId);
  const changed = await updateChangedGround(tx, layer, sourceId);
  const added = await insertNewGround(tx, layer, sourceId);
  return { new: added, changed, same: shaped - added - changed, gone };
}

async function cameraMerge(tx: Tx, job: Job, sourceId: number, { cameras }: Extract): Promise<CameraMerge> {
  // Nobody is made the owner of nothing.
  const organisationId =
    cameras.length === 0
      ? ''
      : await organisationFor(tx, job.clock, {
          code: job.options.get('organisation') ?? importedOrganisation.code,
          name: job.options.get('organisation_name') ?? null,
          kind: 'other',
        });
  return mergeCameras(tx, job.clock, { sourceId, organisationId }, cameras, job.report);
}

function noteLayer({ report }: Job, layer: GroundLayer | 'camera', counts: CameraMerge | undefined): void {
  if (counts && counts.new + counts.changed + counts.same + counts.gone > 0)
    report.note('osm_layer', { layer, ...counts });
}
