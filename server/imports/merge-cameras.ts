import { hash } from 'node:crypto';
import type { Clock } from '../db/clock.ts';
import type { Tx } from '../db/driver.ts';
import {
  camerasByKey,
  deleteCameras,
  deleteSitePositions,
  deleteSites,
  forgetCoverage,
  insertSites,
  putPositions,
  sitesOfSource,
  updateSites,
  upsertCameras,
  type CameraToWrite,
  type SiteToWrite,
} from '../db/import-cameras.ts';
import { digestOf, type CameraRow } from './camera-rows.ts';
import type { Report } from './report.ts';

export interface CameraMerge {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly gone: number;
}

/** Rows to a statement: a list of this many stays a few hundred kilobytes. */
const rowsAtOnce = 1000;

export interface MergeOptions {
  readonly sourceId: number;
  /** Null: nobody yet; only to count. */
  readonly organisationId: string | null;
  readonly clock: Clock;
  /** Null when nothing is to be told any more. */
  readonly report: Report | null;
  /** False: only say what would become of it. */
  readonly write: boolean;
  /** These rows are an earlier file's: what people have changed since is left as it is. */
  readonly isUndo?: boolean;
}

/**
 * Brings a source's cameras to what its file says, within one transaction: a site a mast, opened at once (they are open
 * data). A row that says what it said before is left alone, whatever a planner has changed since; a site that someone has
 * changed, marked or taken further is never deleted. Counts are cameras. What they see is computed afterwards (coverage.ts).
 */
export async function mergeCameras(tx: Tx, rows: readonly CameraRow[], options: MergeOptions): Promise<CameraMerge> {
  const { sourceId, clock, report } = options;
  const known = new Map((await sitesOfSource(tx, sourceId)).map((site) => [site.key, site]));
  const knownCameras = new Map((await camerasByKey(tx, sourceId)).map(({ key, id }) => [key, id]));
  const ofSource = new Set(knownCameras.values());
  const sites = groupBy(rows);
  const write: Writes = { new: [], changed: [], cameras: [], sites: [], dropped: [] };
  const counts = { new: 0, changed: 0, same: 0, gone: 0 };

  for (const [key, cameras] of sites) {
    const [first] = cameras;
    if (!first) continue;
    const before = known.get(key);
    const digest = hash('sha256', cameras.map(digestOf).join(), 'hex');
    const [e, n] = first.position;
    if (before?.digest === digest || (options.isUndo && before?.isTouched)) {
      counts.same += cameras.length;
      continue;
    }
    if (before?.cell && !isInCell(before.cell, e, n)) {
      for (const { row } of cameras) report?.refuse({ row, field: 'position', value: '', reason: 'outside_cell' });
      continue;
    }
    const site = { id: before?.id ?? clock.uuid(), key, digest, name: first.name, stage: stageOf(first), e, n };
    write[before ? 'changed' : 'new'].push(site);
    const kept = cameras.map((camera) => toWrite(camera, knownCameras.get(camera.key) ?? clock.uuid(), site.id));
    write.cameras.push(...kept);
    for (const { key: cameraKey } of kept) counts[knownCameras.has(cameraKey) ? 'changed' : 'new'] += 1;
    const keptIds = new Set(kept.map(({ id }) => id));
    write.dropped.push(...(before?.cameras ?? []).filter((id) => !keptIds.has(id) && ofSource.has(id)));
  }
  const gone = [...known.values()].filter((site) => !sites.has(site.key));
  const deleted = gone.filter((site) => !site.isTouched);
  write.sites.push(...deleted.map(({ id }) => id));
  counts.gone = deleted.reduce((sum, site) => sum + site.cameras.length, 0) + write.dropped.length;
  if (gone.length > deleted.length) report?.note('kept_touched', { rows: gone.length - deleted.length });
  if (options.write) await apply(tx, write, options);
  return counts;
}

interface Writes {
  readonly new: SiteToWrite[];
  readonly changed: SiteToWrite[];
  readonly cameras: CameraToWrite[];
  /** To delete. */
  readonly sites: string[];
  readonly dropped: string[];
}

async function apply(tx: Tx, write: Writes, { sourceId, organisationId, clock }: MergeOptions): Promise<void> {
  await deleteSitePositions(tx, write.sites);
  await deleteSites(tx, write.sites);
  await deleteCameras(tx, write.dropped);
  const at = clock.now();
  if (organisationId) for (const part of slices(write.new)) await insertSites(tx, sourceId, organisationId, at, part);
  for (const part of slices(write.changed)) await updateSites(tx, part);
  for (const part of slices([...write.new, ...write.changed])) await putPositions(tx, 'site', part);
  for (const part of slices(write.cameras)) {
    await upsertCameras(tx, sourceId, part);
    await putPositions(tx, 'camera', part);
    await forgetCoverage(
      tx,
      part.map(({ id }) => id),
    );
  }
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
