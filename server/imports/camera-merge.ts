import { batchOf } from '../db/import-batches.ts';
import { stagedRows } from '../db/staged-rows.ts';
import type { CameraRow } from './camera-rows.ts';
import type { Merge } from './kinds.ts';
import { mergeCameras } from './merge-cameras.ts';
import { importedOrganisation, organisationFor } from './organisation.ts';

/** Cameras of a batch, of a register or an extract: what publishing it does to what is there, or taking it back. */
export const cameraMerge: Merge = async (tx, batch, { clock, report, write, undoTo }) => {
  const isUndo = undoTo !== undefined;
  const from = isUndo ? undoTo : batch;
  const rows = from ? await stagedRows<CameraRow>(tx, from.id) : [];
  const own = ((await batchOf(tx, (from ?? batch).id)) ?? batch).publishing.own ?? {};
  // Nobody is made the owner of nothing.
  const organisationId =
    write && rows.length > 0
      ? await organisationFor(tx, clock, {
          code: String(own['organisation'] ?? importedOrganisation.code),
          name: own['organisation_name'] ? String(own['organisation_name']) : null,
          kind: 'other',
        })
      : null;
  return mergeCameras(tx, rows, { sourceId: batch.sourceId, organisationId, clock, report, write, isUndo });
};
