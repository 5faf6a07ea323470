import type { Tx } from './driver.ts';
import { readSetting } from './instance.ts';
import { sql } from './sql.ts';

/** A row of app.setting, or null. */
export const getSetting = readSetting;

/** Writes a row of app.setting, as the `importer`. */
export async function putSetting(tx: Tx, key: string, value: object): Promise<void> {
  await tx.query(sql`
    insert into app.setting (key, value) values (${key}, ${value}::jsonb)
    on conflict (key) do update set value = excluded.value`);
}
