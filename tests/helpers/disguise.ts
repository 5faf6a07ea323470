import type { Gate } from '../../server/db/gate.ts';
import { sql } from '../../server/db/sql.ts';
import type { Fixture } from './fixture.ts';

/** What the liaison has brought in, in the one town alone. */
export const secretImport = {
  job: '33333333-3333-4333-8333-333333333333',
  draft: '44444444-4444-4444-8444-444444444444',
  file: '55555555-5555-4555-8555-555555555555',
} as const;

/**
 * Changes everything about the fixture's secrets that nobody uncleared may see, beside where they are: names, codes, stages,
 * optics, versions, how many cameras a masked site holds, and whether the withheld exist at all.
 */
export async function disguiseSecrets(
  gate: Gate,
  { sites, cameras, mounts, accounts, organisations }: Fixture,
  except: readonly string[] = [],
): Promise<void> {
  await gate.service('importer', async (tx) => {
    const masked = [sites.masked, sites.othersMasked];
    await tx.query(sql`update secret.site set name = 'Hemligt annat', purpose = 'annat', stage = 'decided', place_type = 'SCHOOL', row_version = 7
      where id = any (${masked}::uuid[])`);
    await tx.query(sql`update secret.camera set name = 'Annan', bearing_deg = 200, angle_deg = 70, range_m = 33, height_m = 9, kind = 'ptz', status = 'off',
      in_operation_from = '2020-01-01', row_version = 9 where site_id = any (${masked}::uuid[])`);
    // Not the clock's: the twins must hand out the same ids afterwards.
    const second = '22222222-2222-4222-8222-222222222222';
    await tx.query(sql`insert into secret.camera (id, site_id, name, kind, status, bearing_deg, angle_deg, range_m)
      values (${second}, ${sites.masked}, 'Två', 'dome', 'in_operation', 10, 360, 44)`);
    await tx.query(
      sql`insert into secret.position (subject_id, kind, geom) select ${second}, 'camera', geom from secret.position where subject_id = ${sites.masked}`,
    );
    // The others' masked site loses its camera: whether a masked site has one is not told either.
    await tx.query(
      sql`delete from secret.position where subject_id = any (${[sites.withheld, cameras.withheld, mounts.withheld, cameras.othersMasked]}::uuid[])`,
    );
    await tx.query(sql`delete from secret.camera where id = ${cameras.othersMasked}`);
    await tx.query(sql`delete from secret.site where id = ${sites.withheld}`);
    await tx.query(sql`delete from secret.planned_mount where id = ${mounts.withheld}`);
    // The police have brought mounts in here, one file is waiting to be published and another to be read.
    for (const publishedAt of ['2026-09-01', '2026-09-02', null])
      await tx.query(sql`
        insert into secret.import_batch (source_id, kind, organisation_id, file_name, file_digest, started_at, published_at, rows_read)
        select id, kind, ${organisations.police}, 'hemliga.csv', 'd', '2026-09-01', ${publishedAt}, 77 from app.source where kind = 'planned-mounts'`);
    await tx.query(sql`
      insert into secret.staged_row (batch_id, row_number, data) select max(id), 1, '{"code": "XX-9"}' from secret.import_batch`);
    for (const [id, state, kind] of [
      [secretImport.job, 'ready', 'planned-mounts'],
      [secretImport.draft, 'draft', null],
    ] as const)
      await tx.query(sql`
        insert into secret.import_job (id, account_id, state, kind, source, organisation_id, files, batch_id, counts, created_at, seen_at)
        select ${id}, ${accounts.liaison}, ${state}, ${kind}, 'planned-mounts', ${kind === null ? null : organisations.police},
          ${JSON.stringify([{ id: secretImport.file, name: 'hemliga.csv' }])}::jsonb, ${kind === null ? null : 0}::int + max(id),
          '{"read": 77}', '2026-09-30', '2026-09-30' from secret.import_batch`);
    await tx.query(sql`
      insert into secret.import_refusal (job_id, row_number, field, value, reason) values (${secretImport.job}, 2, 'code', '', 'missing')`);
    await tx.query(sql`
      insert into secret.import_file (id, account_id, name, bytes, received, created_at)
      values (${secretImport.file}, ${accounts.liaison}, 'hemliga.csv', 9, 9, '2026-09-30')`);
    if (except.includes(mounts.masked)) return;
    await tx.query(sql`update secret.planned_mount set code = 'XX-9', name = 'Annan', stage = 'mounted', stage_since = '2025-01-01', priority = 2,
      priority_reason = 'y', waiting_for = 'power', row_version = 5 where id = ${mounts.masked}`);
  });
}
