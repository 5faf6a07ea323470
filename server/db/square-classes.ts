import { SQUARE_CLASS_FROM, TOO_FEW_CLASS } from '#core/density/square-classes.ts';
import type { CrimeWhat } from '#core/wire/areas.ts';
import type { Tx } from './driver.ts';
import { raw, sql } from './sql.ts';

/** A source of counts by square with its shown batches. Read as the `deriver` service. */
export interface SquareSource {
  readonly sourceId: number;
  readonly source: string;
  readonly what: CrimeWhat;
  readonly batchIds: readonly number[];
  /** The last calendar year that it has counts of. */
  readonly lastYear: number;
}

export async function squareSources(tx: Tx): Promise<SquareSource[]> {
  return tx.query<SquareSource>(sql`
    select c.source_id as "sourceId", o.name as source, c.what, array_agg(b.id order by b.id) as "batchIds",
      extract(year from c.period_to)::int as "lastYear"
    from app.crime_source c
    join app.source o on o.id = c.source_id
    join secret.import_batch b on b.source_id = c.source_id
    where c.grain = 'square' and b.published_at is not null and b.withdrawn_at is null and b.replaced_at is null
    group by c.source_id, o.name, c.what, c.period_to
    order by c.source_id`);
}

/** One square as it may be shown: a class, never a figure. */
export interface SquareClass {
  readonly east_m: number;
  readonly north_m: number;
  readonly size_m: number;
  readonly status: 'published' | 'withheld' | 'missing';
  /** Place in SQUARE_CLASS_FROM; null without a published figure. */
  readonly class: number | null;
  /** Some of what is added is withheld or missing: the class is the lowest that it can be. */
  readonly isAtLeast: boolean;
}

/**
 * One source's squares, the chosen categories and the whole year added before they are put into classes, from the south, then
 * from the west. What the source withholds is not zero: where the rest is too little to tell, the square is withheld.
 */
export async function squareClasses(
  tx: Tx,
  sourceId: number,
  categories: readonly string[],
  year: number,
): Promise<SquareClass[]> {
  const lowerEnds = raw(`array[${SQUARE_CLASS_FROM.slice(1).join(', ')}]`);
  return tx.query<SquareClass>(sql`
    with summed as (
      select c.east_m, c.north_m, c.size_m, sum(c.count)::int as n, bool_or(c.status = 'withheld') as held,
        bool_or(c.status <> 'published') as lacks
      from app.square_count c
      where c.source_id = ${sourceId}::int and c.category = any (${categories}::text[])
        and c.period_from >= make_date(${year}::int, 1, 1) and c.period_to <= make_date(${year}::int, 12, 31)
      group by c.east_m, c.north_m, c.size_m
    ), classed as (
      select s.*, width_bucket(n, ${lowerEnds}) as class from summed s
    )
    select east_m, north_m, size_m, lacks as "isAtLeast",
      case when held and coalesce(class, 0) <= ${raw(String(TOO_FEW_CLASS))} then 'withheld' when n is null then 'missing' else 'published' end as status,
      case when held and coalesce(class, 0) <= ${raw(String(TOO_FEW_CLASS))} then null else class end as class
    from classed order by north_m, east_m, size_m`);
}
