import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service. Groups of crimes that are refused unless somebody has opened them. */
export type CategoryGroup = 'dwelling' | 'close_relation' | 'sexual';

export async function openedGroups(tx: Tx): Promise<ReadonlySet<CategoryGroup>> {
  const rows = await tx.query<{ group: CategoryGroup }>(
    sql`select category_group as "group" from secret.opened_category where closed_at is null order by category_group`,
  );
  return new Set(rows.map(({ group }) => group));
}

export interface Opening {
  readonly id: string;
  readonly group: CategoryGroup;
  readonly reason: string;
  readonly accountId: string;
  readonly at: Date;
}

/** False when it was open already. */
export async function openGroup(tx: Tx, { id, group, reason, accountId, at }: Opening): Promise<boolean> {
  const opened = await tx.query(sql`
    insert into secret.opened_category (id, category_group, reason, opened_by, opened_at)
    values (${id}, ${group}, ${reason}, ${accountId}, ${at})
    on conflict (category_group) where closed_at is null do nothing returning 1`);
  return opened.length > 0;
}

/** The opening that ended; null when the group was not open. What it let in stays. */
export async function closeGroup(tx: Tx, group: CategoryGroup, at: Date): Promise<string | null> {
  const [closed] = await tx.query<{ id: string }>(sql`
    update secret.opened_category set closed_at = ${at} where category_group = ${group} and closed_at is null returning id`);
  return closed?.id ?? null;
}
