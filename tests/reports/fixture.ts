import type { Gate } from '../../server/db/gate.ts';
import { sql, type Sql } from '../../server/db/sql.ts';

/**
 * A town of three districts in EPSG:3006 (origin east 600 000, north 6 500 000), 1 km squares side by side:
 *
 *   A "Åkern"   0..1000  code 01, in force all the time
 *   B "Berget"  1000..2000  code 02 until 2022-12-31; from 2023-01-01 the same code is B2, 1000..3000
 *
 * with crimes, cameras (open, own, masked, withheld), a survey with gaps, other measures and a little ground.
 */
export const east = 600_000;
export const north = 6_500_000;

export const organisation = {
  city: '10000000-0000-4000-8000-000000000001',
  housing: '10000000-0000-4000-8000-000000000002',
  police: '10000000-0000-4000-8000-000000000003',
  school: '10000000-0000-4000-8000-000000000004',
} as const;

export const account = {
  analyst: '20000000-0000-4000-8000-000000000001',
  cleared: '20000000-0000-4000-8000-000000000002',
  reviewer: '20000000-0000-4000-8000-000000000003',
} as const;

export interface Fixture {
  readonly areaA: number;
  readonly areaB: number;
  readonly areaB2: number;
}

const id = (kind: number, number: number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A rectangle in metres from the origin. */
const box = (x0: number, y0: number, x1: number, y1: number): Sql =>
  sql`st_makeenvelope(${east + x0}::float8, ${north + y0}::float8, ${east + x1}::float8, ${north + y1}::float8, 3006)`;
const point = (x: number, y: number): Sql =>
  sql`st_setsrid(st_makepoint(${east + x}::float8, ${north + y}::float8), 3006)`;

/** Crimes in area A by category and year; `recorded` and `own` are two sources. */
export const crimesInA = {
  recorded: { drug: { 2023: 7, 2024: 4 }, vehicle: { 2023: 5, 2024: 12 }, violence: { 2024: 1 } },
  own: { disorder: { 2024: 9 } },
} as const;

export async function loadFixture(gate: Gate): Promise<Fixture> {
  return gate.service('importer', async (tx) => {
    const one = async (statement: Sql) => (await tx.query<{ id: number }>(statement))[0]!.id;
    await tx.query(
      sql`insert into app.setting (key, value) values ('instance', ${{ name: 'Provköping', example: false, today: null, bounds: null }})`,
    );
    for (const [orgId, code, sv, en, kind] of [
      [organisation.city, 'city', 'Tekniska nämnden', 'Technical committee', 'committee'],
      [organisation.housing, 'housing', 'Bostadsbolaget', 'The housing company', 'municipal_company'],
      // Has nothing but a masked site: a list that names it tells that the site is there.
      [organisation.school, 'school', 'Utbildningsnämnden', 'Education committee', 'committee'],
      [organisation.police, 'police', 'Polisen', 'The police', 'police'],
    ] as const)
      await tx.query(
        sql`insert into app.organisation (id, code, name_sv, name_en, kind) values (${orgId}, ${code}, ${sv}, ${en}, ${kind})`,
      );
    for (const [accountId, username, role, org] of [
      [account.analyst, 'analyst', 'analyst', organisation.city],
      [account.cleared, 'cleared', 'analyst', organisation.city],
      [account.reviewer, 'reviewer', 'reviewer', organisation.city],
    ] as const)
      await tx.query(
        sql`insert into secret.account (id, username, name, organisation_id, role) values (${accountId}, ${username}, ${username}, ${org}, ${role})`,
      );
    await tx.query(sql`insert into secret.clearance (id, account_id, organisation_id, valid_from, valid_to, reason)
      values (${id(3, 1)}, ${account.cleared}, ${organisation.city}, '2026-01-01', '2027-01-01', 'test')`);

    const source = (name: string, kind: string, loadedAt: string) =>
      one(
        sql`insert into app.source (name, kind, attribution, loaded_at) values (${name}, ${kind}, ${`© ${name}`}, ${loadedAt}) returning id`,
      );
    const areasSource = await source('Provköpings områden', 'areas', '2026-01-10T08:00:00Z');
    const survey = await source('Polisens trygghetsmätning', 'survey', '2026-02-10T08:00:00Z');
    const recorded = await source('Polisens anmälda brott', 'incidents', '2026-03-10T08:00:00Z');
    const own = await source('Kommunens händelser', 'incidents', '2026-03-11T08:00:00Z');
    const stacked = await source('Mittpunkter', 'incidents', '2026-03-12T08:00:00Z');
    const ground = await source('Baskartan', 'osm', '2026-01-12T08:00:00Z');
    // Files of cameras and planned mounts: their dates must not reach a report.
    await source('Kamerafil', 'cameras', '2026-09-01T08:00:00Z');

    const set = await one(
      sql`insert into app.area_set (code, name_sv, name_en, kind, source_id) values ('delomraden', 'Delområden', 'Districts', 'survey_area', ${areasSource}) returning id`,
    );
    const area = (code: string, name: string, from: string | null, to: string | null, shape: Sql) =>
      one(sql`insert into app.area (area_set_id, code, name, valid_from, valid_to, population, geom)
        values (${set}, ${code}, ${name}, ${from}, ${to}, 4200, st_multi(${shape})) returning id`);
    const areaA = await area('01', 'Åkern', null, null, box(0, 0, 1000, 1000));
    const areaB = await area('02', 'Berget', null, '2022-12-31', box(1000, 0, 2000, 1000));
    const areaB2 = await area('02', 'Berget', '2023-01-01', null, box(1000, 0, 3000, 1000));

    await tx.query(sql`insert into app.indicator (code, name_sv, name_en, measure, "group", camera_relevant, sort) values
      ('overall', 'Samlat problemindex', 'Overall problem index', 'INDEX_0_6', 'samlat', false, 1),
      ('late-evening', 'Trygga sen kväll', 'Feel safe late at night', 'PERCENT', 'otrygghet', false, 2)`);
    for (const [code, indicator, year, respondents, value, status, answers, round] of [
      ['01', 'overall', 2021, 'all', 2.27, 'published', 210, 'autumn'],
      ['01', 'overall', 2022, 'all', 2.41, 'published', 205, 'autumn'],
      ['01', 'overall', 2023, 'all', null, 'missing', null, 'autumn'],
      ['01', 'overall', 2024, 'all', 2.1, 'published', 190, 'autumn'],
      ['01', 'overall', 2024, 'women', 2.3, 'published', 100, 'autumn'],
      ['01', 'overall', 2024, 'men', null, 'too_few', 12, 'autumn'],
      ['01', 'overall', 2024, 'all', 3.9, 'published', 9, 'extra'],
      ['01', 'late-evening', 2023, 'all', 52, 'published', 200, 'autumn'],
      ['01', 'late-evening', 2024, 'all', 59.4, 'published', 190, 'autumn'],
      ['02', 'overall', 2022, 'all', 1.5, 'published', 150, 'autumn'],
      ['02', 'overall', 2023, 'all', 1.8, 'published', 300, 'autumn'],
      ['02', 'overall', 2024, 'all', null, 'too_few', 8, 'autumn'],
    ] as const)
      await tx.query(sql`insert into app.survey_value (source_id, area_set_id, area_code, indicator, year, round, respondents, value, status, answers, response_rate)
        values (${survey}, ${set}, ${code}, ${indicator}, ${year}, ${round}, ${respondents}, ${value}, ${status}, ${answers}, ${answers && 53.1})`);
    await tx.query(sql`insert into app.survey_value (source_id, comparison_unit, indicator, year, value) values
      (${survey}, 'Hela kommunen', 'overall', 2022, 1.9), (${survey}, 'Hela kommunen', 'overall', 2024, 1.8)`);

    await tx.query(sql`insert into app.incident_category (code, name_sv, name_en, sort) values
      ('drug', 'Narkotikabrott', 'Drug offences', 1), ('vehicle', 'Fordonsbrott', 'Vehicle crime', 2), ('violence', 'Våldsbrott', 'Violence', 4),
      ('disorder', 'Ordningsstörningar', 'Disorder', 5)`);
    await tx.query(sql`insert into app.crime_source (source_id, what, grain, time_grain, period_from, period_to, share_with_coordinates, refused_for_density) values
      (${recorded}, 'recorded_crime', 'point', 'hour', '2022-01-01', '2024-12-31', 0.9312, null),
      (${own}, 'own_incidents', 'point', 'minute', '2024-03-01', '2024-12-31', 1, null),
      (${stacked}, 'recorded_crime', 'point', 'day', '2024-01-01', '2024-12-31', 1, 'stacked')`);
    const batch = (sourceId: number, published: boolean, withdrawn = false) =>
      one(sql`insert into secret.import_batch (source_id, kind, file_name, file_digest, started_at, published_at, withdrawn_at)
        values (${sourceId}, 'incidents', 'f.csv', 'd', '2026-01-01', ${published ? '2026-01-02' : null}, ${withdrawn ? '2026-01-03' : null}) returning id`);
    let row = 0;
    const crime = (sourceId: number, batchId: number, category: string, at: string, x: number, y: number) =>
      tx.query(sql`insert into secret.incident (source_id, row_key, batch_id, occurred_at, hour, category, geom)
        values (${sourceId}, ${id(4, (row += 1))}, ${batchId}, ${at}, 21, ${category}, ${point(x, y)})`);
    const batches = { recorded: await batch(recorded, true), own: await batch(own, true) };
    for (const [kind, sourceId] of [
      ['recorded', recorded],
      ['own', own],
    ] as const)
      for (const [category, years] of Object.entries(crimesInA[kind]))
        for (const [year, count] of Object.entries(years as Record<string, number>))
          for (let n = 0; n < count; n += 1)
            await crime(
              sourceId,
              batches[kind],
              category,
              `${year}-0${1 + (n % 9)}-05 21:00`,
              100 + 13 * n,
              200 + 7 * n,
            );
    // Not in A, not published, withdrawn, and points that may carry no place: none of these may be counted in A.
    for (let n = 0; n < 30; n += 1) {
      await crime(recorded, batches.recorded, 'drug', '2024-05-05 01:00', 1500, 500 + n);
      await crime(recorded, await batch(recorded, false), 'drug', '2024-05-05 01:00', 500, 500 + n);
      await crime(recorded, await batch(recorded, true, true), 'drug', '2024-05-05 01:00', 500, 500 + n);
    }
    const stackedBatch = await batch(stacked, true);
    for (let n = 0; n < 30; n += 1) await crime(stacked, stackedBatch, 'drug', '2024-05-05 01:00', 500, 500);

    /** A site with one camera that sees a square of 40 m ahead of it. */
    let count = 0;
    const camera = async (
      name: string,
      org: string,
      x: number,
      y: number,
      how: { opened?: boolean; status?: string; marking?: 'masked' | 'withheld' },
    ) => {
      const n = (count += 1);
      await tx.query(sql`insert into secret.site (id, organisation_id, name, stage, opened_at, created_at)
        values (${id(5, n)}, ${org}, ${name}, 'in_operation', ${how.opened ? '2026-01-05' : null}, '2026-01-05')`);
      await tx.query(sql`insert into secret.camera (id, site_id, name, kind, status, bearing_deg, angle_deg, range_m) values
        (${id(6, n)}, ${id(5, n)}, ${name}, 'fixed', ${how.status ?? 'in_operation'}, 45, 90, 40)`);
      await tx.query(
        sql`insert into secret.position (subject_id, kind, geom) values (${id(5, n)}, 'site', ${point(x, y)}), (${id(6, n)}, 'camera', ${point(x, y)})`,
      );
      await tx.query(
        sql`insert into secret.coverage (camera_id, geom, area_m2) values (${id(6, n)}, ${box(x, y, x + 40, y + 40)}, 1600)`,
      );
      if (how.marking)
        await tx.query(sql`insert into secret.secrecy_marking (id, site_id, level, provision, decided_on, authority, cell_east_m, cell_north_m, cell_size_m, created_at)
          values (${id(7, n)}, ${id(5, n)}, ${how.marking}, '18 kap. 8 § OSL', '2026-01-05', ${org === organisation.police ? 'Polismyndigheten' : 'Tekniska nämnden'}, ${east}, ${north}, 500, '2026-01-05')`);
    };
    await camera('Öppen ett', organisation.city, 600, 600, { opened: true });
    await camera('Öppen två, överlappar', organisation.city, 620, 600, { opened: true });
    await camera('Öppen vid gränsen', organisation.housing, 980, 100, { opened: true });
    await camera('Öppen planerad', organisation.housing, 300, 800, { opened: true, status: 'planned' });
    await camera('Egen ej öppnad', organisation.city, 700, 700, {});
    await camera('=Maskerad', organisation.city, 210, 210, { opened: true, marking: 'masked' });
    await camera('Maskerad skola', organisation.school, 215, 240, { opened: true, marking: 'masked' });
    await camera('Maskerad polis', organisation.police, 640, 240, { opened: true, marking: 'masked' });
    await camera('Undanhållen', organisation.city, 220, 720, { opened: true, marking: 'withheld' });
    await camera('=HYPERLINK("x")', organisation.housing, 1500, 500, { opened: true });

    await tx.query(
      sql`insert into secret.planned_mount (id, organisation_id, code, stage, stage_since) values (${id(8, 1)}, ${organisation.police}, 'KP-17', 'wished', '2026-01-05')`,
    );
    await tx.query(
      sql`insert into secret.position (subject_id, kind, geom) values (${id(8, 1)}, 'planned_mount', ${point(430, 430)})`,
    );
    await tx.query(sql`insert into secret.secrecy_marking (id, planned_mount_id, level, provision, decided_on, authority, cell_east_m, cell_north_m, cell_size_m, created_at)
      values (${id(7, 90)}, ${id(8, 1)}, 'masked', '18 kap. 1 § OSL', '2026-01-05', 'Polismyndigheten', ${east}, ${north}, 1000, '2026-01-05')`);

    await tx.query(sql`insert into app.place_type (code, name_sv, name_en) values ('PARKING_LOT', 'Parkeringsplats', 'Car park'), ('SCHOOL', 'Skola', 'School')
      on conflict (code) do update set name_sv = excluded.name_sv, name_en = excluded.name_en`);
    await tx.query(sql`insert into app.place (source_id, source_key, place_type, name, geom) values
      (${ground}, 'p1', 'PARKING_LOT', 'Torgparkeringen', ${box(400, 400, 460, 430)}),
      (${ground}, 'p2', 'PARKING_LOT', 'Vid gränsen, mest i B', ${box(960, 10, 1100, 60)}),
      (${ground}, 'p3', 'SCHOOL', 'Åkerskolan', ${point(800, 200)})`);
    await tx.query(sql`insert into app.intervention (source_id, source_key, kind, name, valid_from, valid_to, geom) values
      (${ground}, 'i1', 'lighting', 'Ny belysning 💡', '2024-09-01', null, ${box(400, 400, 600, 600)}),
      (${ground}, 'i2', 'guards', 'Ordningsvakter', '2021-01-01', '2022-12-31', ${box(0, 0, 1000, 1000)})`);
    await tx.query(sql`insert into app.land (source_id, source_key, class, name, geom) values
      (${ground}, 'l1', 'water', 'Sjön', st_multi(${box(-200, 700, 300, 1400)})), (${ground}, 'l2', 'park', 'Parken', st_multi(${box(700, 300, 950, 500)}))`);
    await tx.query(sql`insert into app.street (source_id, source_key, class, name, geom) values
      (${ground}, 's1', 'primary', 'Storgatan', st_multi(st_makeline(${point(-500, 500)}, ${point(3500, 520)}))),
      (${ground}, 's2', 'residential', 'Åkergatan', st_multi(st_makeline(${point(500, -500)}, ${point(520, 1500)})))`);
    await tx.query(sql`insert into app.building (source_id, source_key, height_m, geom)
      select ${ground}::int, 'b' || n, 9, st_translate(${box(540, 540, 560, 552)}, (n % 6) * 30, (n / 6) * 25) from generate_series(0, 23) n`);
    return { areaA, areaB, areaB2 };
  });
}
