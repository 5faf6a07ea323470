import type { Clock } from '../../server/db/clock.ts';
import type { Tx } from '../../server/db/driver.ts';
import type { Gate } from '../../server/db/gate.ts';
import { sql } from '../../server/db/sql.ts';
import { area_m2 } from '#core/coverage/area-m2.ts';
import type { Position } from '#core/position.ts';
import { seededRandom } from '#core/random.ts';
import { copyLine, pointText, polygonText } from './copy-text.ts';
import { coverageAmong } from './coverage.ts';
import { SEED } from './frame.ts';
import { maskCells } from './masking.ts';
import { addSource } from './sources.ts';
import type { Camera, Example, Marking, PlannedMount, Site } from './types.ts';

/** Sites with cameras, what they see and their markings; the police's planned mounts; who is cleared for what. */
export async function loadSites(gate: Gate, clock: Clock, example: Example): Promise<void> {
  const { organisations, sites, plannedMounts, clearances } = example;
  const idOf = new Map(organisations.map(({ code, id }) => [code, id]));
  const maskCell = maskCells(example.buildings, example.masts);
  const coverage = coverageAmong(example.buildings);
  const cameras = sites.flatMap((site) => site.cameras.map((camera) => ({ site, camera })));

  await gate.service('importer', async (tx) => {
    // How many there are is part of what is secret: the source gives no number.
    const source = await addSource(tx, 'cameras', clock.now(), null);
    await tx.copyIn(
      'secret.site',
      siteColumns,
      sites.map((site) => siteLine(site, source, idOf.get(site.organisation)!)),
    );
    await tx.copyIn(
      'secret.camera',
      cameraColumns,
      cameras.map(({ site, camera }) => cameraLine(camera, site, source)),
    );
    const [mountSource] = await tx.query<{ id: number }>(sql`select id from app.source where name = 'planned-mounts'`);
    await tx.copyIn(
      'secret.planned_mount',
      mountColumns,
      plannedMounts.map((mount) => mountLine(mount, mountSource!.id, idOf)),
    );
    await putPositions(tx, [
      ...sites.map(({ id, at }) => ({ id, kind: 'site', at })),
      ...cameras.map(({ camera: { id, at } }) => ({ id, kind: 'camera', at })),
      ...plannedMounts.map(({ id, at }) => ({ id, kind: 'planned_mount', at })),
    ]);
    await tx.copyIn(
      'secret.coverage',
      ['camera_id', 'geom', 'area_m2'],
      cameras.flatMap(({ camera }) => {
        const seen = coverage(camera);
        return seen ? [copyLine([camera.id, polygonText(seen), area_m2(seen)])] : [];
      }),
    );
    const mark = (marking: Marking, site: string | null, mount: string | null, at: Position): string => {
      const cell = marking.level === 'masked' ? maskCell(at) : null;
      const { id, level, provision, decidedOn, authority } = marking;
      return copyLine([
        id,
        site,
        mount,
        level,
        provision,
        decidedOn,
        authority,
        cell?.east_m,
        cell?.north_m,
        cell?.size_m,
        `${decidedOn}T08:00:00Z`,
      ]);
    };
    await tx.copyIn('secret.secrecy_marking', markingColumns, [
      ...sites.flatMap(({ id, at, marking }) => (marking ? [mark(marking, id, null, at)] : [])),
      ...plannedMounts.flatMap(({ id, at, marking }) => (marking ? [mark(marking, null, id, at)] : [])),
    ]);
    const events = seededRandom(`${SEED} stage events`);
    await tx.copyIn(
      'secret.stage_event',
      ['id', 'site_id', 'planned_mount_id', 'stage', 'at'],
      [
        ...sites.map(({ id, stage, createdAt }) => copyLine([events.uuid(), id, null, stage, createdAt])),
        ...plannedMounts.map(({ id, stage, stageSince }) =>
          copyLine([events.uuid(), null, id, stage, `${stageSince}T08:00:00Z`]),
        ),
      ],
    );
    await tx.copyIn(
      'secret.clearance',
      ['id', 'account_id', 'organisation_id', 'subject_id', 'valid_from', 'valid_to', 'reason'],
      clearances.map(({ id, account, organisation, subjectId, validFrom, validTo, reason }) =>
        copyLine([id, account, organisation && idOf.get(organisation), subjectId, validFrom, validTo, reason]),
      ),
    );
  });
}

async function putPositions(tx: Tx, subjects: readonly { id: string; kind: string; at: Position }[]): Promise<void> {
  const lines = subjects.map(({ id, kind, at }) => copyLine([id, kind, pointText(at)]));
  await tx.copyIn('secret.position', ['subject_id', 'kind', 'geom'], lines);
}

const siteColumns = [
  'id',
  'organisation_id',
  'name',
  'purpose',
  'place_type',
  'stage',
  'opened_at',
  'origin',
  'source_id',
  'source_key',
  'created_at',
];

function siteLine(site: Site, source: number, organisation: string): string {
  const { id, key, name, purpose, placeType, stage, openedAt, createdAt } = site;
  return copyLine([id, organisation, name, purpose, placeType, stage, openedAt, 'import', source, key, createdAt]);
}

const cameraColumns = [
  'id',
  'site_id',
  'name',
  'kind',
  'status',
  'bearing_deg',
  'angle_deg',
  'range_m',
  'height_m',
  'in_operation_from',
  'source_id',
  'source_key',
];

function cameraLine(camera: Camera, site: Site, source: number): string {
  const { id, name, kind, status, bearing_deg, angle_deg, range_m, height_m, inOperationFrom } = camera;
  const key = `${site.key}-${site.cameras.indexOf(camera) + 1}`;
  return copyLine([
    id,
    site.id,
    name,
    kind,
    status,
    bearing_deg,
    angle_deg,
    range_m,
    height_m,
    inOperationFrom,
    source,
    key,
  ]);
}

const mountColumns = [
  'id',
  'organisation_id',
  'code',
  'name',
  'stage',
  'stage_since',
  'waiting_for',
  'waiting_since',
  'waiting_on_organisation_id',
  'priority',
  'priority_reason',
  'source_id',
  'source_key',
];

function mountLine(mount: PlannedMount, source: number, idOf: ReadonlyMap<string, string>): string {
  const { id, code, name, stage, stageSince, waitingFor, waitingSince, waitingOn, priority, priorityReason } = mount;
  const waitsOn = waitingOn && idOf.get(waitingOn);
  return copyLine([
    id,
    idOf.get('polisen'),
    code,
    name,
    stage,
    stageSince,
    waitingFor,
    waitingSince,
    waitsOn,
    priority,
    priorityReason,
    source,
    code,
  ]);
}

const markingColumns = [
  'id',
  'site_id',
  'planned_mount_id',
  'level',
  'provision',
  'decided_on',
  'authority',
  'cell_east_m',
  'cell_north_m',
  'cell_size_m',
  'created_at',
];
