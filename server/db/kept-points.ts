import { borderOf } from './kept-counts.ts';
import type { Tx } from './driver.ts';
import { sql, type Sql } from './sql.ts';

/** Run as the `importer` service. A source of crime points that may hold some from before a day. */
export interface AgeingSource {
  readonly sourceId: number;
  readonly source: string;
}

export function ageingSources(tx: Tx, before: string): Promise<AgeingSource[]> {
  return tx.query(sql`
    select c.source_id as "sourceId", s.name as source
    from app.crime_source c join app.source s on s.id = c.source_id
    where c.grain = 'point' and (c.period_from is null or c.period_from < ${before}::date) order by c.source_id`);
}

export interface Portion {
  /** The last point that was looked at, to go on after. */
  readonly lastKey: string | null;
  readonly seen: number;
  readonly deleted: number;
}

/**
 * Looks at some of a source's points in the order of their keys and deletes those from before a day, once they have been
 * added to the counts of every border that they lie within: in one statement, so that none is lost or counted twice
 * whenever the process ends. What is not published yet is left: it is counted nowhere. A border that a later file may
 * bring back, or that waits to be published, is counted too.
 */
export async function deleteOldPoints(
  tx: Tx,
  from: { readonly sourceId: number; readonly before: string; readonly after: string; readonly limit: number },
): Promise<Portion> {
  // Without statistics, which the embedded engine never gathers, the planner would sort all of a source for every portion.
  await tx.query(sql`select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`);
  const [row] = await tx.query<Portion>(sql`
    with page as (
      select i.ctid as place, i.row_key, i.occurred_at < ${from.before}::date and b.published_at is not null as is_over
      from secret.incident i join secret.import_batch b on b.id = i.batch_id
      where i.source_id = ${from.sourceId}::int and i.row_key > ${from.after}::uuid
      order by i.row_key limit ${from.limit}::int
    ), gone as (
      delete from secret.incident i using page p where i.ctid = p.place and p.is_over
      returning i.batch_id, date_trunc('month', i.occurred_at)::date as month, i.category, i.hour, i.geom
    ), counted as (
      select a.ctid as place, g.month, g.category, g.hour, count(*)::int as n
      from gone g
      join secret.import_batch b on b.id = g.batch_id and b.withdrawn_at is null
      join loaded.area a on a.geom && g.geom and st_covers(a.geom, g.geom)
      group by a.ctid, g.month, g.category, g.hour
    ), border as (
      select a.ctid as place, a.area_set_id, ${borderOf} as border
      from loaded.area a left join secret.import_batch b on b.id = a.batch_id
      where a.ctid in (select place from counted) and b.withdrawn_at is null
    ), kept as (
      insert into secret.kept_count as k (source_id, area_set_id, area_code, month, category, hour, count)
      -- The same border may stand in two batches of its set: it is one.
      select ${from.sourceId}::int, area_set_id, border, month, category, hour, max(n) from counted join border using (place)
      group by area_set_id, border, month, category, hour
      on conflict (source_id, area_set_id, area_code, month, category, hour) do update set count = k.count + excluded.count
    )
    select (select max(row_key::text) from page) as "lastKey", (select count(*)::int from page) as seen,
      (select count(*)::int from gone) as deleted`);
  return row ?? { lastKey: null, seen: 0, deleted: 0 };
}

export interface Deletion extends AgeingSource {
  readonly id: string;
  readonly at: Date;
  /** Everything that happened before this day. */
  readonly before: string;
}

/** Adds to what a run has deleted of a source; true the first time. In the transaction that deletes. */
export async function addToDeletion(tx: Tx, deletion: Deletion, rows: number): Promise<boolean> {
  const [row] = await tx.query<{ first: boolean }>(sql`
    insert into secret.deletion as d (id, source_id, source, at, before, rows)
    values (${deletion.id}, ${deletion.sourceId}, ${deletion.source}, ${deletion.at}, ${deletion.before}, ${rows}::int)
    on conflict (id) do update set rows = d.rows + excluded.rows returning d.rows = ${rows}::int as first`);
  return row?.first ?? false;
}

/** Tells every server that what the crimes give is to be drawn anew. */
export async function pointsHaveChanged(tx: Tx): Promise<void> {
  await tx.query(sql`
    insert into app.data_version as v (layer) values ('crime-density')
    on conflict (layer) do update set version = v.version + 1`);
}

/**
 * Holds of an incoming point `i` that is not counted already among what was deleted of its source: a file that has grown
 * brings its old rows again, and they must not be counted twice.
 */
export function isNotKeptYet(sourceId: number): Sql {
  return sql`(date_trunc('month', i.occurred_at)::date not in (select month from secret.kept_count where source_id = ${sourceId}::int)
    or i.occurred_at >= (select max(before) from secret.deletion where source_id = ${sourceId}::int))`;
}
