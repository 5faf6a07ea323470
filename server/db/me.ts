import type { Session } from '#core/wire/instance.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

interface MeRow {
  id: string;
  username: string;
  name: string;
  role: Session['account']['role'];
  locale: 'sv' | 'en';
  organisation_id: string;
  organisation_code: string;
  organisation_name_sv: string;
  organisation_name_en: string;
  organisation_kind: string;
}

/** The asking account, or null when it is no more. */
export async function me(tx: Tx): Promise<Session['account'] | null> {
  const [row] = await tx.query<MeRow>(sql`select * from app.me`);
  if (!row) return null;
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    role: row.role,
    locale: row.locale,
    organisation: {
      id: row.organisation_id,
      code: row.organisation_code,
      nameSv: row.organisation_name_sv,
      nameEn: row.organisation_name_en,
      kind: row.organisation_kind,
    },
  };
}

/** What the asking account is cleared for now; a reviewer and an administrator never are. */
export async function clearancesOf(tx: Tx, role: Session['account']['role']): Promise<Session['clearances'][number][]> {
  if (role === 'reviewer' || role === 'administrator') return [];
  return tx.query(sql`
    select case when c.organisation_id is not null then 'organisation' when c.list_id is not null then 'list' else 'subject' end as scope,
      coalesce(o.name_sv, k.code, s.name, '') as label, c.valid_from as "from", c.valid_to as "to"
    from app.my_clearance c
    left join app.organisation o on o.id = c.organisation_id
    left join app.planned_mount_exact k on k.id = c.subject_id
    left join app.site_exact s on s.id = c.subject_id
    order by scope, label, c.id`);
}

/** Whether any clearance of the asking account is in force now. */
export async function isCleared(tx: Tx): Promise<boolean> {
  return (await tx.query(sql`select from app.my_clearance limit 1`)).length > 0;
}

/** Organisations that the asking account is cleared for as a whole, now. */
export async function organisationsClearedFor(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    select distinct organisation_id as id from app.my_clearance where organisation_id is not null order by 1`);
  return rows.map(({ id }) => id);
}
