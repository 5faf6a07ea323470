import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** Run as the `importer` service, by an operator at the machine. */
export async function hasAccounts(tx: Tx): Promise<boolean> {
  const rows = await tx.query(sql`select from secret.account limit 1`);
  return rows.length > 0;
}

export interface NewOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'committee' | 'municipal_company' | 'police' | 'other';
}

/** The organisation's id: the one that has the code, or the new one. */
export async function createOrganisation(tx: Tx, organisation: NewOrganisation): Promise<string> {
  await tx.query(sql`
    insert into app.organisation (id, code, name_sv, name_en, kind)
    values (${organisation.id}, ${organisation.code}, ${organisation.name}, ${organisation.name}, ${organisation.kind}) on conflict (code) do nothing`);
  const [row] = await tx.query<{ id: string }>(sql`select id from app.organisation where code = ${organisation.code}`);
  return row?.id ?? organisation.id;
}

export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly organisationId: string;
  readonly role: string;
  readonly passwordHash: string;
}

export async function createAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx.query(sql`
    insert into secret.account (id, username, name, organisation_id, role, password_hash)
    values (${account.id}, ${account.username}, ${account.name}, ${account.organisationId}, ${account.role}, ${account.passwordHash})`);
}
