import type { Position } from '#core/position.ts';
import type { Tx } from './driver.ts';
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
      from pg_temp.incoming_incident
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

/** How many rows the files read so far held and how many of those had no usable position; files that brought nothing are not counted. */
export async function positionShareOf(tx: Tx, sourceId: number): Promise<{ read: number; without: number }> {
  const [row] = await tx.query<{ read: number; without: number }>(sql`
    select coalesce(sum(rows_read), 0)::int as read, coalesce(sum(rows_without_position), 0)::int as without
    from secret.import_batch
    where source_id = ${sourceId} and published_at is not null and withdrawn_at is null and rows_new > 0`);
  return row ?? { read: 0, without: 0 };
}

export interface CrimeSource {
  readonly sourceId: number;
  readonly what: 'recorded_crime' | 'own_incidents';
  readonly timeGrain: 'minute' | 'hour' | 'day' | 'month';
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly shareWithCoordinates: number;
  readonly refusedForDensity: string | null;
  readonly distinctPoints: number;
}

/** Writes what a source of points is; a period only grows, and the coarser time grain stays. */
export async function putCrimeSource(tx: Tx, source: CrimeSource): Promise<void> {
  await tx.query(sql`
    insert into app.crime_source as c (source_id, what, grain, time_grain, period_from, period_to, share_with_coordinates,
      refused_for_density, distinct_points)
    values (${source.sourceId}, ${source.what}, 'point', ${source.timeGrain}, ${source.periodFrom}, ${source.periodTo},
      ${source.shareWithCoordinates}, ${source.refusedForDensity}, ${source.distinctPoints})
    on conflict (source_id) do update set what = excluded.what,
      time_grain = case when array_position(array['minute', 'hour', 'day', 'month'], c.time_grain)
        > array_position(array['minute', 'hour', 'day', 'month'], excluded.time_grain) then c.time_grain else excluded.time_grain end,
      period_from = least(c.period_from, excluded.period_from), period_to = greatest(c.period_to, excluded.period_to),
      share_with_coordinates = excluded.share_with_coordinates,
      refused_for_density = excluded.refused_for_density, distinct_points = excluded.distinct_points`);
}
