import type { Position } from '#core/position.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. Nothing of this goes into a log. */
export interface KnownMount {
  readonly id: string;
  readonly code: string;
  readonly digest: string | null;
  readonly stage: string;
  /** Whether an earlier file gave it. */
  readonly isImported: boolean;
  /** Changed by a person since the file. */
  readonly isTouched: boolean;
  /** When it was first marked: a file marks what it brings as it is published. Null: no file brought it. */
  readonly markedAt: string | null;
  /** The decided mask cell, which its position must not leave; null when it is open or withheld. */
  readonly cell: readonly [east_m: number, north_m: number, size_m: number] | null;
}

export function mountsOfOrganisation(tx: Tx, organisationId: string, sourceId: number): Promise<KnownMount[]> {
  return tx.query(sql`
    select k.id, k.code, k.source_digest as digest, k.stage, coalesce(k.source_id = ${sourceId}, false) as "isImported",
      k.row_version > k.imported_version as "isTouched",
      (select min(f.created_at) from secret.secrecy_marking f where f.planned_mount_id = k.id) as "markedAt",
      case when m.cell_size_m is not null then array[m.cell_east_m, m.cell_north_m, m.cell_size_m] end as cell
    from secret.planned_mount k
    left join secret.secrecy_marking m on m.planned_mount_id = k.id and m.ended_at is null
    where k.organisation_id = ${organisationId} order by k.code collate "C", k.id`);
}

export interface MountToWrite {
  readonly id: string;
  readonly code: string;
  readonly key: string;
  readonly digest: string;
  readonly name: string;
  readonly stage: string;
  readonly stageSince: string;
  readonly waitingFor: string | null;
  readonly waitingSince: string | null;
  readonly priority: number | null;
  readonly priorityReason: string | null;
  readonly e: number;
  readonly n: number;
}

/** A known one keeps its id; its rank is overwritten only when the file ranks. */
export async function upsertMount(
  tx: Tx,
  organisationId: string,
  sourceId: number,
  mount: MountToWrite,
  ranks: boolean,
): Promise<void> {
  await tx.query(sql`
    insert into secret.planned_mount as k (id, organisation_id, code, name, stage, stage_since, waiting_for, waiting_since,
      priority, priority_reason, source_id, source_key, source_digest)
    values (${mount.id}, ${organisationId}, ${mount.code}, ${mount.name}, ${mount.stage}, ${mount.stageSince}, ${mount.waitingFor},
      ${mount.waitingSince}, ${mount.priority}, ${mount.priorityReason}, ${sourceId}, ${mount.key}, ${mount.digest})
    on conflict (id) do update set name = excluded.name, stage = excluded.stage, stage_since = excluded.stage_since,
      waiting_for = excluded.waiting_for, waiting_since = excluded.waiting_since,
      priority = case when ${ranks} then excluded.priority else k.priority end,
      priority_reason = case when ${ranks} then excluded.priority_reason else k.priority_reason end,
      source_id = excluded.source_id, source_key = excluded.source_key, source_digest = excluded.source_digest,
      row_version = k.row_version + 1, imported_version = k.row_version + 1`);
}

/** A mount that the police's file no longer has is not deleted: its history stays. */
export async function setMountNotCurrent(tx: Tx, id: string, since: string): Promise<void> {
  await tx.query(sql`
    update secret.planned_mount set stage = 'not_current', stage_since = ${since}, source_digest = null,
      priority = null, priority_reason = null, row_version = row_version + 1, imported_version = row_version + 1 where id = ${id}`);
}

/** Only when the import that brought it is taken back and nobody has touched it: else a mount stays, with its history. */
export async function deleteMount(tx: Tx, id: string): Promise<void> {
  await tx.query(sql`delete from secret.position where subject_id = ${id}`);
  await tx.query(sql`delete from secret.planned_mount where id = ${id}`);
}

export async function insertStageEvent(tx: Tx, id: string, mountId: string, stage: string, at: Date): Promise<void> {
  await tx.query(
    sql`insert into secret.stage_event (id, planned_mount_id, stage, at) values (${id}, ${mountId}, ${stage}, ${at})`,
  );
}

export interface Marking {
  readonly id: string;
  readonly mountId: string;
  readonly provision: string;
  readonly authority: string;
  readonly decidedOn: string;
  readonly at: Date;
  /** Null: no cell hides it, so nothing of it is shown. */
  readonly cell: { readonly east_m: number; readonly north_m: number; readonly size_m: number } | null;
}

export async function insertMarking(tx: Tx, marking: Marking): Promise<void> {
  const { cell } = marking;
  await tx.query(sql`
    insert into secret.secrecy_marking (id, planned_mount_id, level, provision, decided_on, authority, cell_east_m, cell_north_m,
      cell_size_m, created_at)
    values (${marking.id}, ${marking.mountId}, ${cell ? 'masked' : 'withheld'}, ${marking.provision}, ${marking.decidedOn},
      ${marking.authority}, ${cell?.east_m}, ${cell?.north_m}, ${cell?.size_m}, ${marking.at})`);
}

/** Where a camera could plausibly hang within a square: the middles of buildings, and masts. EPSG:3006. */
export async function plausiblePlaces(tx: Tx, east_m: number, north_m: number, size_m: number): Promise<Position[]> {
  const rows = await tx.query<{ e: number; n: number }>(sql`
    select st_x(p) as e, st_y(p) as n from (
      select st_centroid(b.geom) as p from app.building b
      where b.geom && st_makeenvelope(${east_m}::float8, ${north_m}::float8, ${east_m + size_m}::float8, ${north_m + size_m}::float8, 3006)
      union all
      select m.geom from app.mast m
      where m.geom && st_makeenvelope(${east_m}::float8, ${north_m}::float8, ${east_m + size_m}::float8, ${north_m + size_m}::float8, 3006)) places
    where st_x(p) >= ${east_m}::float8 and st_x(p) < ${east_m + size_m}::float8
      and st_y(p) >= ${north_m}::float8 and st_y(p) < ${north_m + size_m}::float8
    order by e, n`);
  return rows.map(({ e, n }) => [e, n]);
}

/** The log remembers that a file was imported for an organisation: no number, no name, no place. */
export async function recordImport(tx: Tx, eventId: string, at: Date, action: string, detail: object): Promise<void> {
  await tx.query(
    sql`insert into secret.audit_event (id, at, action, detail) values (${eventId}, ${at}, ${action}, ${detail}::jsonb)`,
  );
}
