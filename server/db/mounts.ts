import type { MaskedMount, PlannedMount } from '#core/wire/mounts.ts';
import type { Tx } from './driver.ts';
import { raw, sql } from './sql.ts';

/** An organisation's names, by a column that holds its id. */
const nameOf = (column: string) =>
  sql`(select json_build_object('nameSv', o.name_sv, 'nameEn', o.name_en) from app.organisation o where o.id = ${raw(column)})`;

const columns = sql`k.id, k.code, k.name, k.organisation_id as "organisationId", k.stage, k.stage_since as "stageSince",
  k.waiting_for as "waitingFor", k.waiting_since as "waitingSince", k.waiting_on_organisation_id as "waitingOnOrganisationId",
  ${nameOf('k.organisation_id')} as organisation, ${nameOf('k.waiting_on_organisation_id')} as "waitingOn",
  k.priority, k.priority_reason as "priorityReason", k.secret, k.provision, k.authority, k.cell_size_m as "cellSize_m",
  k.row_version as "rowVersion",
  json_build_array(round(st_x(st_transform(k.geom, 4326))::numeric, 7), round(st_y(st_transform(k.geom, 4326))::numeric, 7)) as position`;

/** The planned mounts this viewer sees exactly: ranked ones first. */
export function mountsOf(tx: Tx): Promise<PlannedMount[]> {
  return tx.query(
    sql`select ${columns} from app.planned_mount_exact k order by k.priority nulls last, k.code collate "C", k.id`,
  );
}

export async function mountById(tx: Tx, id: string): Promise<PlannedMount | null> {
  const rows = await tx.query<PlannedMount>(sql`select ${columns} from app.planned_mount_exact k where k.id = ${id}`);
  return rows[0] ?? null;
}

/** The cells of those this viewer does not see exactly, in the order of their random ids. */
export function maskedMounts(tx: Tx, exact: readonly string[]): Promise<MaskedMount[]> {
  return tx.query(sql`
    select k.id, k.organisation_id as "organisationId", ${nameOf('k.organisation_id')} as organisation, k.cell_size_m as "cellSize_m", k.provision, k.authority, k.decided_on as "decidedOn",
      json_build_array(round(st_xmin(b)::numeric, 6), round(st_ymin(b)::numeric, 6), round(st_xmax(b)::numeric, 6), round(st_ymax(b)::numeric, 6)) as bounds
    from app.planned_mount_shown k, box2d(st_transform(k.geom, 4326)) b
    where k.shown_as = 'cell' and k.id <> all (${exact}::uuid[]) order by k.id`);
}

export async function setMountPriority(
  tx: Tx,
  eventId: string,
  id: string,
  rowVersion: number,
  priority: number | null,
  reason: string | null,
): Promise<void> {
  await tx.query(
    sql`select app.set_mount_priority(${id}, ${rowVersion}::int, ${priority}::int, ${reason}, ${eventId})`,
  );
}
