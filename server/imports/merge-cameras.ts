import { hash } from 'node:crypto';
import type { Clock } from '../db/clock.ts';
import type { Tx } from '../db/driver.ts';
import {
  camerasByKey,
  deleteCameras,
  deleteSitePositions,
  deleteSites,
  insertSites,
  putPositions,
  sitesOfSource,
  updateSites,
  upsertCameras,
  type CameraToWrite,
  type SiteToWrite,
} from '../db/import-cameras.ts';
import { digestOf, type CameraRow } from './camera-rows.ts';
import { seeWith } from './coverage.ts';
import type { Report } from './report.ts';

export interface CameraMerge {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly gone: number;
}

/** Rows to a statement: a list of this many stays a few hundred kilobytes. */
const rowsAtOnce = 1000;

/**
 * Brings a source's cameras to what its file says, within one transaction: a site a mast, opened at once (they are open
 * data), with what each camera sees. A row that says what it said before is left alone, whatever a planner has changed
 * since; a site that someone has changed, marked or taken further is never deleted. Counts are cameras.
 */
export async function mergeCameras(
  tx: Tx,
  clock: Clock,
  of: { readonly sourceId: number; readonly organisationId: string },
  rows: readonly CameraRow[],
  report: Report,
): Promise<CameraMerge> {
  const known = new Map((await sitesOfSource(tx, of.sourceId)).map((site) => [site.key, site]));
  const knownCameras = new Map((await camerasByKey(tx, of.sourceId)).map(({ key, id }) => [key, id]));
  const ofSource = new Set(knownCameras.values());
  const sites = groupBy(rows);
  const write = { new: [] as SiteToWrite[], changed: [] as SiteToWrite[], cameras: [] as CameraToWrite[] };
  const counts = { new: 0, changed: 0, same: 0, gone: 0 };
  const droppedCameras: string[] = [];

  for (const [key, cameras] of sites) {
    const [first] = cameras;
    if (!first) continue;
    const before = known.get(key);
    const digest = hash('sha256', cameras.map(digestOf).join(), 'hex');
    const [e, n] = first.position;
    if (before?.digest === digest) {
      counts.same += cameras.length;
      continue;
    }
    if (before?.cell && !isInCell(before.cell, e, n)) {
      for (const { row } of cameras) report.refuse({ row, field: 'position', value: '', reason: 'outside_cell' });
      continue;
    }
    const site = { id: before?.id ?? clock.uuid(), key, digest, name: first.name, stage: stageOf(first), e, n };
    write[before ? 'changed' : 'new'].push(site);
    const kept = cameras.map((camera) => toWrite(camera, knownCameras.get(camera.key) ?? clock.uuid(), site.id));
    write.cameras.push(...kept);
    for (const { key: cameraKey } of kept) counts[knownCameras.has(cameraKey) ? 'changed' : 'new'] += 1;
    const keptIds = new Set(kept.map(({ id }) => id));
    droppedCameras.push(...(before?.cameras ?? []).filter((id) => !keptIds.has(id) && ofSource.has(id)));
  }
  const gone = [...known.values()].filter((site) => !sites.has(site.key));
  const deleted = gone.filter((site) => !site.isTouched);
  counts.gone = deleted.reduce((sum, site) => sum + site.cameras.length, 0) + droppedCameras.length;
  if (gone.length > deleted.length) report.note('kept_touched', { rows: gone.length - deleted.length });

  const deletedIds = deleted.map(({ id }) => id);
  await deleteSitePositions(tx, deletedIds);
  await deleteSites(tx, deletedIds);
  await deleteCameras(tx, droppedCameras);
  const at = clock.now();
  for (const part of slices(write.new)) await insertSites(tx, of.sourceId, of.organisationId, at, part);
  for (const part of slices(write.changed)) await updateSites(tx, part);
  for (const part of slices([...write.new, ...write.changed])) await putPositions(tx, 'site', part);
  for (const part of slices(write.cameras)) {
    await upsertCameras(tx, of.sourceId, part);
    await putPositions(tx, 'camera', part);
    await seeWith(
      tx,
      part.map(({ id, bearing, angle, range, e, n }) => ({
        id,
        bearing_deg: bearing,
        angle_deg: angle,
        range_m: range,
        position: [e, n],
      })),
    );
    report.progress('coverage', part.length);
  }
  return counts;
}

function isInCell([east, north, size]: readonly [number, number, number], e: number, n: number): boolean {
  return e >= east && e < east + size && n >= north && n < north + size;
}

function stageOf({ status }: CameraRow): string {
  return { planned: 'decided', in_operation: 'in_operation', off: 'ended' }[status];
}

function toWrite(camera: CameraRow, id: string, siteId: string): CameraToWrite {
  const [e, n] = camera.position;
  const { key, name, kind, status, bearing_deg, angle_deg, range_m, height_m, from, to } = camera;
  return {
    id,
    siteId,
    key,
    name,
    kind,
    status,
    bearing: bearing_deg,
    angle: angle_deg,
    range: range_m,
    height: height_m,
    from,
    to,
    e,
    n,
  };
}

function* slices<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce);
}

function groupBy(rows: readonly CameraRow[]): Map<string, CameraRow[]> {
  const groups = new Map<string, CameraRow[]>();
  for (const row of rows) {
    const group = groups.get(row.siteKey);
    if (group) group.push(row);
    else groups.set(row.siteKey, [row]);
  }
  return groups;
}
