import { CRIME_TYPES } from '#core/evidence/crime-types.ts';
import { PLACE_TYPES } from '#core/evidence/place-types.ts';
import type { Tx } from './driver.ts';
import { sql } from './sql.ts';

/** The categories of crime, from the table of evidence; what stands there is brought up to date. */
export async function ensureIncidentCategories(tx: Tx): Promise<void> {
  const rows = CRIME_TYPES.map(({ code, nameSv, nameEn }, index) => ({ code, nameSv, nameEn, sort: index + 1 }));
  await tx.query(sql`
    insert into app.incident_category (code, name_sv, name_en, sort)
    select r.code, r."nameSv", r."nameEn", r.sort
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, "nameSv" text, "nameEn" text, sort int)
    on conflict (code) do update set name_sv = excluded.name_sv, name_en = excluded.name_en, sort = excluded.sort`);
}

/** The types of places, from the table of evidence. */
export async function ensurePlaceTypes(tx: Tx): Promise<void> {
  const rows = PLACE_TYPES.map(({ code, nameSv, nameEn, privacySensitive }) => ({
    code,
    nameSv,
    nameEn,
    privacySensitive,
  }));
  await tx.query(sql`
    insert into app.place_type (code, name_sv, name_en, privacy_sensitive)
    select r.code, r."nameSv", r."nameEn", r."privacySensitive"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (code text, "nameSv" text, "nameEn" text, "privacySensitive" boolean)
    on conflict (code) do update set name_sv = excluded.name_sv, name_en = excluded.name_en,
      privacy_sensitive = excluded.privacy_sensitive`);
}
