import type { CrimeWhat } from '#core/wire/areas.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** A source whose points may carry a density, with its published batches. Read as the `deriver` service. */
export interface DensitySource {
  readonly sourceId: number;
  readonly batchIds: readonly number[];
  readonly what: CrimeWhat;
  /** The source's last day; months are counted back from it. Null: not known, everything is within every period. */
  readonly periodTo: string | null;
}

export async function densitySources(tx: Tx): Promise<DensitySource[]> {
  return tx.query<DensitySource>(sql`
    select c.source_id as "sourceId", array_agg(b.id order by b.id) as "batchIds", c.what, c.period_to as "periodTo"
    from app.crime_source c
    join secret.import_batch b on b.source_id = c.source_id
    where c.grain = 'point' and c.refused_for_density is null and b.published_at is not null and b.withdrawn_at is null
    group by c.source_id
    order by c.source_id`);
}

/** What a density is made from: a single crime, so it goes from the database to the computing thread and nowhere else. */
export interface DensityPoint {
  readonly rowKey: string;
  readonly east: number;
  readonly north: number;
  readonly category: string;
  readonly hour: number | null;
  /** The smallest of 12, 24 and 36 months before the period's end that it lies within; 0 when it is older. */
  readonly months: number;
}

/** Outdoor incidents of one source, a piece at a time in the order of their keys. */
export async function densityPoints(
  tx: Tx,
  { sourceId, batchIds, periodTo }: DensitySource,
  after: string | null,
  limit: number,
): Promise<DensityPoint[]> {
  return tx.query<DensityPoint>(sql`
    select i.row_key as "rowKey", st_x(i.geom) as east, st_y(i.geom) as north, i.category, i.hour,
      case
        when p.end_at is null or i.occurred_at >= p.end_at - interval '12 months' then 12
        when i.occurred_at >= p.end_at - interval '24 months' then 24
        when i.occurred_at >= p.end_at - interval '36 months' then 36
        else 0
      end as months
    from secret.incident i
    cross join (select ${periodTo}::date + interval '1 day' as end_at) p
    where i.source_id = ${sourceId}::int and i.batch_id = any(${batchIds}::int[]) and not i.indoors
      and (${after}::uuid is null or i.row_key > ${after}::uuid)
    order by i.row_key
    limit ${limit}::int`);
}
