import type { Position } from '#core/position.ts';
import type { Tx } from './driver.ts';
import { isNotKeptYet } from './kept-points.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. */
export const incomingIncidentColumns = ['row_key', 'occurred_at', 'hour', 'category', 'indoors', 'e', 'n'] as const;

/** A table of this transaction's own, for COPY. */
export async function makeIncomingIncidents(tx: Tx): Promise<void> {
  await tx.query(sql`
    create temp table incoming_incident (row_key uuid, occurred_at timestamp, hour smallint, category text,
      indoors boolean, e double precision, n double precision) on commit drop`);
}

/** Adds the rows that the source does not hold yet to a batch and says how many those were. */
export async function addIncidents(tx: Tx, sourceId: number, batchId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with added as (
      insert into secret.incident (source_id, row_key, batch_id, occurred_at, hour, category, indoors, geom)
      select ${sourceId}, row_key, ${batchId}, occurred_at, hour, category, indoors, st_setsrid(st_makepoint(e, n), 3006)
      from pg_temp.incoming_incident i where ${isNotKeptYet(sourceId)}
      on conflict (source_id, row_key) do nothing returning 1)
    select count(*)::int as n from added`);
  return row?.n ?? 0;
}

export interface IncidentPositions {
  readonly positions: readonly Position[];
  /** To go on after; null when this was the last. */
  readonly lastKey: string | null;
}

/** Positions of a source's published incidents and of one batch to be, so many at a time, in the order of their keys. */
export async function incidentPositions(
  tx: Tx,
  sourceId: number,
  batchId: number,
  after: string,
  limit: number,
): Promise<IncidentPositions> {
  const rows = await tx.query<{ key: string; e: number; n: number }>(sql`
    select i.row_key as key, st_x(i.geom) as e, st_y(i.geom) as n
    from secret.incident i
    join secret.import_batch b on b.id = i.batch_id
      and (b.id = ${batchId} or b.published_at is not null and b.withdrawn_at is null)
    where i.source_id = ${sourceId} and i.row_key > ${after} order by i.row_key limit ${limit}`);
  return {
    positions: rows.map(({ e, n }) => [e, n]),
    lastKey: rows.length < limit ? null : (rows.at(-1)?.key ?? null),
  };
}

export async function countIncidents(tx: Tx, batchId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    sql`select count(*)::int as n from secret.incident where batch_id = ${batchId}`,
  );
  return row?.n ?? 0;
}

/**
 * Writes what a source of crimes is, from all its files that are shown: the period holds them all, the coarsest time grain
 * stands, the share with coordinates is reckoned over the rows that brought something, and the newest says of stacking.
 */
export async function refreshCrimeSource(tx: Tx, sourceId: number): Promise<void> {
  await tx.query(sql`
    with shown as (
      select b.id, b.publishing -> 'crime' as crime, b.rows_read as read, b.rows_without_position as without
      from secret.import_batch b
      where b.source_id = ${sourceId} and b.published_at is not null and b.withdrawn_at is null and b.replaced_at is null
        and b.publishing ? 'crime'
    ), newest as (select crime from shown order by id desc limit 1)
    insert into app.crime_source (source_id, what, grain, time_grain, period_from, period_to, share_with_coordinates,
      refused_for_density, distinct_points)
    select ${sourceId}, n.crime ->> 'what', n.crime ->> 'grain',
      (select s.crime ->> 'timeGrain' from shown s order by array_position(array['minute', 'hour', 'day', 'month', 'quarter', 'half_year',
        'year', 'period'], s.crime ->> 'timeGrain') desc limit 1),
      (select min((s.crime ->> 'periodFrom')::date) from shown s), (select max((s.crime ->> 'periodTo')::date) from shown s),
      (select (sum(s.read) - sum(s.without))::numeric / nullif(sum(s.read), 0) from shown s where n.crime ->> 'grain' = 'point'),
      n.crime ->> 'refusedForDensity', (n.crime ->> 'distinctPoints')::int
    from newest n
    on conflict (source_id) do update set what = excluded.what, grain = excluded.grain, time_grain = excluded.time_grain,
      period_from = excluded.period_from, period_to = excluded.period_to, share_with_coordinates = excluded.share_with_coordinates,
      refused_for_density = excluded.refused_for_density, distinct_points = excluded.distinct_points`);
}
