import type { Clock } from '../../server/db/clock.ts';
import type { Gate } from '../../server/db/gate.ts';
import { sql } from '../../server/db/sql.ts';
import type { Position } from '#core/position.ts';

export interface CrimeSpot {
  readonly at: Position;
  readonly category: 'drug' | 'vehicle' | 'property' | 'violence' | 'disorder' | 'other';
  readonly count: number;
  readonly indoors?: boolean;
  /** A local hour for all of them; default 22. */
  readonly hour?: number;
}

/** Publishes a source of recorded crime whose points lie within a few metres of each spot, in the 24 months before 2026-10-01. */
export async function loadCrimes(
  gate: Gate,
  clock: Clock,
  spots: readonly CrimeSpot[],
  refused: string | null = null,
): Promise<number> {
  return gate.service('importer', async (tx) => {
    const categories = ['drug', 'vehicle', 'property', 'violence', 'disorder', 'other'];
    for (const [sort, code] of categories.entries()) {
      await tx.query(
        sql`insert into app.incident_category (code, name_sv, name_en, sort) values (${code}, ${code}, ${code}, ${sort}::int) on conflict do nothing`,
      );
    }
    const [source] = await tx.query<{ id: number }>(
      sql`insert into app.source (name, kind) values (${`Brott ${clock.uuid()}`}, 'incidents') returning id`,
    );
    const id = source?.id ?? 0;
    await tx.query(sql`insert into app.crime_source (source_id, what, grain, time_grain, period_from, period_to, share_with_coordinates, refused_for_density)
      values (${id}, 'recorded_crime', 'point', 'minute', '2023-10-01', '2026-09-30', 0.94, ${refused})`);
    const [batch] = await tx.query<{
      id: number;
    }>(sql`insert into secret.import_batch (source_id, kind, file_name, file_digest, started_at, published_at)
      values (${id}, 'incidents', 'brott.csv', 'x', ${clock.now()}, ${clock.now()}) returning id`);
    let n = 0;
    for (const { at, category, count, indoors = false, hour = 22 } of spots) {
      for (let index = 0; index < count; index += 1) {
        const day = String(1 + (index % 28)).padStart(2, '0');
        const month = String(1 + (index % 9)).padStart(2, '0');
        await tx.query(sql`insert into secret.incident (source_id, row_key, batch_id, occurred_at, hour, category, indoors, geom)
          values (${id}, ${clock.uuid()}, ${batch?.id}, ${`2026-${month}-${day} ${String(hour).padStart(2, '0')}:00`}::timestamp, ${hour}::int, ${category}, ${indoors},
            st_setsrid(st_makepoint(${at[0] + (index % 5)}::float8, ${at[1] + ((n += 1) % 7)}::float8), 3006))`);
      }
    }
    return id;
  });
}
