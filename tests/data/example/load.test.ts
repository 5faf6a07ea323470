import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines, type TestDatabase } from '../../helpers/engines.ts';
import { loadExample } from '../../../data/example/load.ts';
import { demoAccounts } from '../../../data/example/people.ts';
import type { Tx } from '../../../server/db/driver.ts';
import { raw, sql, type Sql } from '../../../server/db/sql.ts';

describeOnBothEngines('the example, loaded', (open) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    // Killed in the middle first: whatever is reported third is never reached.
    let reports = 0;
    const killed = loadExample(database.gate, database.clock, () => {
      reports += 1;
      if (reports === 4) throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await count(sql`app.setting where key = 'instance'`)).toBe(0);
    expect(await count(sql`secret.incident`)).toBeGreaterThan(1000);
    await loadExample(database.gate, database.clock, () => {});
  }, 240_000);
  afterAll(() => database.close());

  const asImporter = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => database.gate.service('importer', run);

  async function count(from: Sql): Promise<number> {
    const [row] = await asImporter((tx) => tx.query<{ n: number }>(sql`select count(*)::int as n from ${from}`));
    return row!.n;
  }

  it('says what it is, last of all', async () => {
    const [row] = await asImporter((tx) =>
      tx.query<{ value: object }>(sql`select value from app.setting where key = 'instance'`),
    );
    expect(row?.value).toMatchObject({ name: 'Exempelköping', example: true, today: '2026-10-01' });
    expect(await count(sql`app.source where attribution = 'Exempelköping är påhittat' and loaded_at is not null`)).toBe(
      6,
    );
  });

  it.each(['building', 'land', 'area', 'place', 'intervention'])('holds valid geometry in app.%s', async (table) => {
    expect(await count(sql`app.${raw(table)}`)).toBeGreaterThan(10);
    expect(await count(sql`app.${raw(table)} where not st_isvalid(geom)`)).toBe(0);
  });

  it('builds no house in another, in a street, in the water or on a car park', async () => {
    const houses = sql`app.building a join app.building b on a.id < b.id and a.geom && b.geom and st_area(st_intersection(a.geom, b.geom)) > 0.01`;
    expect(await count(houses)).toBe(0);
    const onStreet = sql`app.building b join app.street s on st_dwithin(b.geom, s.geom,
      case s.class when 'motorway' then 11 when 'primary' then 6.5 when 'secondary' then 5 when 'rail' then 6 when 'path' then 1.5 when 'service' then 2.5 else 3.5 end)`;
    expect(await count(onStreet)).toBe(0);
    const onGround = sql`app.building b join app.land l on l.class in ('water', 'parking', 'square', 'park') and st_area(st_intersection(b.geom, l.geom)) > 0.1`;
    expect(await count(onGround)).toBe(0);
  });

  it('lets the areas of a year tile without overlap', async () => {
    const overlaps = sql`app.area a join app.area b on a.id < b.id and a.area_set_id = b.area_set_id and a.valid_to is null and b.valid_to is null
      and a.geom && b.geom and st_area(st_intersection(a.geom, b.geom)) > 1`;
    expect(await count(overlaps)).toBe(0);
  });

  it('gives every camera its view, and every masked subject a cell that holds it', async () => {
    expect(
      await count(sql`secret.camera c left join secret.coverage v on v.camera_id = c.id where v.camera_id is null`),
    ).toBe(0);
    expect(await count(sql`secret.coverage where not st_isvalid(geom) or area_m2 < 100`)).toBe(0);
    const outside = sql`secret.secrecy_marking m join secret.position p on p.subject_id = coalesce(m.site_id, m.planned_mount_id)
      where m.level = 'masked' and not st_intersects(p.geom, st_makeenvelope(m.cell_east_m, m.cell_north_m, m.cell_east_m + m.cell_size_m, m.cell_north_m + m.cell_size_m, 3006))`;
    expect(await count(outside)).toBe(0);
    expect(await count(sql`secret.secrecy_marking where level = 'masked'`)).toBeGreaterThan(38);
  });

  it('has one crime in view of Hamnkajen in 24 months, and the police see what a planner cannot', async () => {
    const seen = (site: string): Sql => sql`(select distinct i.row_key from secret.incident i
      join secret.coverage v on st_intersects(v.geom, i.geom) join secret.camera c on c.id = v.camera_id join secret.site s on s.id = c.site_id
      where s.source_key = ${site} and i.occurred_at >= '2024-10-01') seen`;
    expect(await count(seen('hamnplan'))).toBe(1);
    // 26 on Rosenängs torgparkering, which no camera that the planner sees covers; the police's withheld ones see most.
    expect(await count(seen('rosenangs-torgparkering'))).toBeGreaterThan(15);
  });

  it('publishes the crimes as one batch of recorded crime', async () => {
    const [row] = await asImporter((tx) =>
      tx.query(sql`select c.what, c.grain, c.time_grain, c.share_with_coordinates, c.period_from, c.period_to, b.rows_new
        from app.crime_source c join secret.import_batch b on b.source_id = c.source_id where b.published_at is not null`),
    );
    expect(row).toMatchObject({
      what: 'recorded_crime',
      grain: 'point',
      time_grain: 'minute',
      share_with_coordinates: 0.94,
      period_from: '2023-10-01',
      period_to: '2026-09-30',
    });
    expect(await count(sql`secret.incident`)).toBe((row as { rows_new: number }).rows_new);
  });

  it('makes the accounts of the sign-in page, and clears four of them', async () => {
    expect(await count(sql`secret.account`)).toBe(demoAccounts.length);
    expect(await count(sql`secret.account where password_hash like '$argon2id$%'`)).toBe(demoAccounts.length);
    expect(await count(sql`secret.clearance`)).toBe(4);
  });
});
