import type { Gate } from '../../server/db/gate.ts';
import { deleteBatchRows } from '../../server/db/import-batches.ts';
import { sql } from '../../server/db/sql.ts';
import { areaSetCodes, sourceNames } from './sources.ts';
import type { Example } from './types.ts';

const ROWS_AT_ONCE = 4000;

/** Removes what a load that was killed left behind: the example's own rows and no others. Safe to be killed itself. */
export async function wipeExample(gate: Gate, example: Example): Promise<void> {
  const names = Object.values(sourceNames).map(([name]) => name);
  const batches = await gate.service('importer', (tx) =>
    tx.query<{ id: number }>(sql`
      select b.id from secret.import_batch b join app.source s on s.id = b.source_id where s.name = any (${names}::text[]) order by b.id`),
  );
  for (const { id } of batches) {
    while ((await gate.service('importer', (tx) => deleteBatchRows(tx, id, ROWS_AT_ONCE))) > 0);
  }
  const subjects = [
    ...example.sites.flatMap(({ id, cameras }) => [id, ...cameras.map((camera) => camera.id)]),
    ...example.plannedMounts.map(({ id }) => id),
  ];
  const accounts = example.accounts.map(({ id }) => id);
  const organisations = example.organisations.map(({ id }) => id);
  await gate.service('importer', async (tx) => {
    await tx.query(sql`delete from secret.position where subject_id = any (${subjects}::uuid[])`);
    await tx.query(sql`delete from secret.site where id = any (${subjects}::uuid[])`);
    await tx.query(sql`delete from secret.planned_mount where id = any (${subjects}::uuid[])`);
    await tx.query(sql`delete from secret.account where id = any (${accounts}::uuid[])`);
    await tx.query(sql`delete from app.organisation where id = any (${organisations}::uuid[])`);
    await tx.query(sql`delete from app.area_set where code = any (${Object.values(areaSetCodes)}::text[])`);
  });
  await gate.service('importer', async (tx) => {
    await tx.query(sql`
      delete from app.intervention where source_id in (select id from app.source where name = any (${names}::text[]))`);
    await tx.query(sql`delete from app.source where name = any (${names}::text[])`);
  });
}
