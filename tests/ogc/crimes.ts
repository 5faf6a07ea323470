import type { Gate } from '../../server/db/gate.ts';
import { sql } from '../../server/db/sql.ts';
import { corner } from './fixture.ts';

/** The lone crimes stand here, four of them: never to be seen. */
export const lone = { east: corner.east + 1700, north: corner.north + 300 } as const;

/**
 * 300 vehicle crimes round the middle of the town, half at night, a third of them older than a year; four lone violent
 * ones; twenty indoors, twenty in a batch not published and twenty of a source whose points are midpoints, all at the lone place.
 */
export async function loadCrimes(gate: Gate): Promise<void> {
  await gate.service('importer', async (tx) => {
    await tx.query(sql`insert into app.incident_category (code, name_sv, name_en, sort)
      select c, c, c, 1 from unnest(array['drug', 'vehicle', 'property', 'violence', 'disorder', 'other']) c on conflict do nothing`);
    await tx.query(
      sql`insert into app.source (name, kind) values ('brott', 'incidents'), ('mittpunkter', 'incidents')`,
    );
    await tx.query(sql`insert into app.crime_source (source_id, what, grain, time_grain, period_to, refused_for_density)
      select id, 'recorded_crime', 'point', 'hour', '2026-09-30', case when name = 'mittpunkter' then 'FEW_POINTS' end from app.source where kind = 'incidents'`);
    await tx.query(sql`insert into secret.import_batch (source_id, kind, file_name, file_digest, started_at, published_at)
      select s.id, 'incidents', 'f', 'd', '2026-10-01', p.at::timestamptz
      from app.source s join (values ('brott', '2026-10-01'), ('brott', null), ('mittpunkter', '2026-10-01')) p (name, at) on p.name = s.name
      order by s.id, p.at nulls last`);
    const batches = await tx.query<{ id: number; source_id: number }>(
      sql`select id, source_id from secret.import_batch order by id`,
    );
    const add = (
      batch: number,
      count: number,
      category: string,
      indoors: boolean,
      spread: number,
      east: number,
      north: number,
    ) =>
      tx.query(sql`insert into secret.incident (source_id, row_key, batch_id, occurred_at, hour, category, indoors, geom)
        select ${batches[batch]!.source_id}::int, md5(${`${batch} ${category} ${indoors} `} || i)::uuid, ${batches[batch]!.id}::int,
          case when i % 3 = 0 then timestamp '2025-01-15 03:00' else timestamp '2026-06-15 03:00' end,
          case when i % 2 = 0 then 3 else 13 end, ${category}, ${indoors}::boolean,
          st_setsrid(st_makepoint(${east}::float8 + ${spread}::float8 * sin(i * 7.7), ${north}::float8 + ${spread}::float8 * cos(i * 3.1)), 3006)
        from generate_series(1, ${count}::int) i`);
    await add(0, 300, 'vehicle', false, 300, corner.east + 800, corner.north + 1200);
    await add(0, 4, 'violence', false, 5, lone.east, lone.north);
    await add(0, 20, 'drug', true, 5, lone.east, lone.north);
    await add(1, 20, 'property', false, 5, lone.east, lone.north);
    await add(2, 20, 'disorder', false, 5, lone.east, lone.north);
  });
}
