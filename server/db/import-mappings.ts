import type { ImportMapping } from '#core/wire/imports.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. Settings kept by name for next year's file; never those of a secret kind. */
export function mappingsOf(tx: Tx, kind: string | null): Promise<ImportMapping[]> {
  return tx.query(sql`
    select m.name, m.kind, m.settings, m.saved_at as "savedAt", a.name as "savedBy"
    from secret.import_mapping m left join secret.account a on a.id = m.saved_by
    where ${kind}::text is null or m.kind = ${kind}::text order by app.swedish_key(m.name), m.name`);
}

export async function putMapping(
  tx: Tx,
  mapping: Pick<ImportMapping, 'name' | 'kind' | 'settings'>,
  accountId: string,
  at: Date,
): Promise<void> {
  await tx.query(sql`
    insert into secret.import_mapping (name, kind, settings, saved_at, saved_by)
    values (${mapping.name}, ${mapping.kind}, ${mapping.settings}::jsonb, ${at}, ${accountId})
    on conflict (name) do update set kind = excluded.kind, settings = excluded.settings, saved_at = excluded.saved_at,
      saved_by = excluded.saved_by`);
}

export async function deleteMapping(tx: Tx, name: string): Promise<boolean> {
  return (await tx.query(sql`delete from secret.import_mapping where name = ${name} returning 1`)).length > 0;
}
