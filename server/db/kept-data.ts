import type { KeptData } from '#core/wire/imports.ts';
import type { Tx } from './driver.ts';
import { getSetting, putSetting } from './settings.ts';
import { sql } from './sql.ts';

/** How long points of crimes stay when nobody has chosen. */
const defaultMonths = 36;

/** Run as the `importer` service. */
export async function keptMonthsOf(tx: Tx): Promise<number> {
  return (await getSetting<{ months: number }>(tx, 'kept'))?.months ?? defaultMonths;
}

export async function setKeptMonths(tx: Tx, months: number): Promise<void> {
  await putSetting(tx, 'kept', { months });
}

/** The rules in force and the last hundred deletions. */
export async function keptData(tx: Tx): Promise<KeptData> {
  return {
    months: await keptMonthsOf(tx),
    opened: await tx.query<KeptData['opened'][number]>(sql`
      select o.category_group as "group", o.reason, a.name as by, o.opened_at as at
      from secret.opened_category o left join secret.account a on a.id = o.opened_by
      where o.closed_at is null order by o.category_group`),
    deletions: await tx.query<KeptData['deletions'][number]>(
      sql`select at, source, before, rows from secret.deletion order by at desc, source, id limit 100`,
    ),
  };
}
