import type { Tx } from '../../server/db/driver.ts';
import { sql } from '../../server/db/sql.ts';

/** The example's sources by what they hold: how each is called, and its kind in app.source. */
export const sourceNames = {
  ground: ['Exempelköping, karta', 'example'],
  areas: ['Exempelköping, områden', 'areas'],
  survey: ['Exempelköping, trygghetsmätning', 'survey'],
  incidents: ['Exempelköping, anmälda brott', 'incidents'],
  interventions: ['Exempelköping, åtgärder', 'interventions'],
  cameras: ['Exempelköping, kameror', 'cameras'],
} as const;
export type SourceOf = keyof typeof sourceNames;

export const areaSetCodes = { districts: 'exempel-omraden', municipality: 'exempel-kommun' } as const;

/** Makes a source and gives its id. `rows` is null where even the number is secret. */
export async function addSource(tx: Tx, of: SourceOf, at: Date, rows: number | null, refused = 0): Promise<number> {
  const [name, kind] = sourceNames[of];
  const [row] = await tx.query<{ id: number }>(sql`
    insert into app.source (name, kind, licence, attribution, loaded_at, rows_read, rows_published, rows_refused)
    values (${name}, ${kind}, 'CC0 1.0', 'Exempelköping är påhittat', ${at},
      ${rows === null ? null : rows + refused}, ${rows}, ${rows === null ? null : refused})
    returning id`);
  return row!.id;
}
