import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AreaSummary } from '#core/wire/areas.ts';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import { auditLog } from '../../server/db/audit.ts';
import { crimeCounts } from '../../server/db/crime-counts.ts';
import { isNotKeptYet } from '../../server/db/kept-points.ts';
import { sourcesOf } from '../../server/db/sources.ts';
import { putSetting } from '../../server/db/settings.ts';
import { sql } from '../../server/db/sql.ts';
import { deleteOldCrimePoints } from '../../server/keep/delete-old-points.ts';
import { keepOnce, startKeeping } from '../../server/keep/keeping.ts';
import { areaFigures } from '../../server/reports/area-figures.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, geojson, importFile } from '../imports/import-file.ts';
import { account, east, loadFixture, north } from '../reports/fixture.ts';

const analyst = { role: 'analyst', accountId: account.analyst, usesClearance: false } as const;
const going = () => new AbortController().signal;

/** Crimes all over the three districts, four years of them. */
function crimes(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const [lon, lat] = toLonLat([east + ((n * 37) % 3100), north + ((n * 53) % 1000)]);
    const at = new Date(Date.UTC(2022, 10, 1) + (n / count) * 1400 * 86_400_000).toISOString();
    const type = ['Narkotika', 'Rån', 'Skadegörelse'][n % 3];
    return `${at.slice(0, 10)} ${String(n % 24).padStart(2, '0')}:10;${type};${lon.toFixed(6)};${lat.toFixed(6)}\n`;
  });
  return `Tidpunkt;Brottstyp;lon;lat\n${rows.join('')}`;
}

/** Squares of 500 m from the west, named from a letter on. */
function squares(names: string, from = 0): string {
  return geojson(
    [...names].map((name, index) => {
      const [w, e] = [from + index * 500, from + index * 500 + 500];
      const ring = [
        [w, 0],
        [e, 0],
        [e, 900],
        [w, 900],
        [w, 0],
      ].map(([x, y]) => toLonLat([east + x!, north + y!]));
      return [
        { namn: name, kod: name },
        { type: 'Polygon', coordinates: [ring] },
      ] as const;
    }),
  );
}

describeOnBothEngines('points whose time is up', (open, engine) => {
  let database: TestDatabase;
  let before: Map<number, AreaSummary>;
  beforeAll(async () => {
    database = await open();
    await loadFixture(database.gate);
    await importFile(database, 'areas', fileOf('rutor.geojson', squares('abc')), 'set=rutor');
    await importFile(database, 'incidents', fileOf('fyra.csv', crimes(6000)));
    // One that waits to be published: counted nowhere, so not deleted either.
    await database.gate.service('importer', (tx) =>
      tx.query(sql`
        with waiting as (insert into secret.import_batch (source_id, kind, file_name, file_digest, started_at)
          select id, 'incidents', 'v.csv', 'd', '2026-09-30' from app.source where name = 'fyra' returning id, source_id)
        insert into secret.incident (source_id, row_key, batch_id, occurred_at, category, geom)
        select source_id, gen_random_uuid(), id, '2022-12-01', 'drug', st_setsrid(st_makepoint(${east + 100}::float8, ${north + 100}::float8), 3006) from waiting`),
    );
    before = await figures();
  });
  afterAll(() => database.close());

  async function areaIds(): Promise<number[]> {
    const rows = await database.gate.as(analyst, (tx) =>
      tx.query<{ id: number }>(sql`select id from app.area order by id`),
    );
    return rows.map(({ id }) => id);
  }
  async function figures(): Promise<Map<number, AreaSummary>> {
    const found = new Map<number, AreaSummary>();
    for (const id of await areaIds()) found.set(id, (await areaFigures(database.gate, analyst, id))!.summary);
    return found;
  }
  const one = async <Row>(statement: ReturnType<typeof sql>) =>
    (await database.gate.service('importer', (tx) => tx.query<Row>(statement)))[0]!;
  const older = () =>
    one<{ n: number; unpublished: number; all: number }>(sql`
      select count(*) filter (where occurred_at < '2023-10-01' and b.published_at is not null and b.withdrawn_at is null)::int as n,
        count(*) filter (where b.published_at is null)::int as unpublished, count(*)::int as all
      from secret.incident i join secret.import_batch b on b.id = i.batch_id`);

  it('are deleted, and every area of every set counts as before', async () => {
    const start = await older();
    expect(start.n).toBeGreaterThan(1000);
    expect(start.unpublished).toBeGreaterThan(0);
    expect(before.size).toBe(6);
    const deleted = await deleteOldCrimePoints(database.gate, database.clock, going());
    const end = await older();
    expect(end).toMatchObject({ n: 0, unpublished: start.unpublished });
    expect(deleted).toBe(start.all - end.all);
    const after = await figures();
    expect([...after]).toEqual([...before]);
    // Figures of the years before are there at all.
    const counted = [...after.values()].flatMap(({ crime }) => crime.flatMap(({ counts }) => counts));
    expect(
      counted.flatMap(({ byYear }) => byYear).filter(({ year, count }) => year < 2023 && Number(count) > 20),
    ).not.toEqual([]);
  });

  it('leave their month, category and hour', async () => {
    const kept = await one<object>(sql`
      select count(*)::int as n, count(distinct hour)::int as hours, count(distinct month)::int as months, count(distinct category)::int as categories
      from secret.kept_count k join app.source s on s.id = k.source_id and s.name = 'fyra'`);
    expect(kept).toMatchObject({ hours: 24, months: 11, categories: 3 });
  });

  it('are told of in the list of deletions and the log, without a word of any row', async () => {
    const rows = await database.gate.service('importer', (tx) =>
      tx.query(sql`select source, before::text, rows > 0 as some from secret.deletion order by source collate "C"`),
    );
    expect(rows).toEqual([
      { source: 'Polisens anmälda brott', before: '2023-10-01', some: true },
      { source: 'fyra', before: '2023-10-01', some: true },
    ]);
    const reviewer = { role: 'reviewer', accountId: account.reviewer, usesClearance: false } as const;
    const log = (await database.gate.as(reviewer, (tx) => auditLog(tx, 10))).filter(
      ({ action }) => action === 'points.delete',
    );
    expect(log.map(({ accountName, subjectId }) => [accountName, subjectId])).toEqual([
      [null, null],
      [null, null],
    ]);
    if (engine === 'embedded') return;
    // What the log holds beside that, as only the owner of the database can read it.
    let details: { detail: object }[] = [];
    await database.driver.migrate(async (_, query) => {
      details = await query(sql`select detail from secret.audit_event where action = 'points.delete'`);
    });
    for (const { detail } of details) expect(Object.keys(detail).toSorted()).toEqual(['before', 'source']);
    expect(details).toHaveLength(2);
  });

  it('move the date from which a source has points, and not its period', async () => {
    const found = (await database.gate.as(analyst, sourcesOf)).filter(({ kind }) => kind === 'incidents');
    const crime = (name: string) => found.find((source) => source.name === name)?.crime;
    expect(crime('fyra')).toMatchObject({ pointsFrom: '2023-10-01', periodFrom: '2022-11-01' });
    expect(crime('Kommunens händelser')).toMatchObject({ pointsFrom: null });
  });

  it('are not looked for twice: the next run finds nothing and says nothing', async () => {
    const count = () =>
      one(
        sql`select (select count(*)::int from secret.deletion) as d, (select sum(count)::int from secret.kept_count) as k`,
      );
    const known = await count();
    expect(await deleteOldCrimePoints(database.gate, database.clock, going())).toBe(0);
    expect(await count()).toEqual(known);
  });

  it('say of a border loaded afterwards that its counts begin then, and keep the borders there were', async () => {
    database.clock.moveTo('2026-10-02T08:00:00.000Z');
    await importFile(database, 'areas', fileOf('rutor.geojson', squares('abcd')), 'set=rutor');
    await importFile(database, 'areas', fileOf('nya.geojson', squares('xy', 250)), 'set=nya');
    const after = await figures();
    const four = (summary: AreaSummary | undefined) => summary?.crime.find(({ source }) => source === 'fyra');
    for (const [id, summary] of before) expect(four(after.get(id)), summary.area.name).toEqual(four(summary));
    const fresh = [...after].filter(([id]) => !before.has(id)).map(([, summary]) => summary);
    expect(fresh.map(({ area }) => area.code).toSorted()).toEqual(['d', 'x', 'y']);
    for (const summary of fresh) {
      expect(four(summary)).toMatchObject({ countsFrom: '2023-10-01', periodFrom: '2023-10-01' });
      // No year is a zero that nobody knows.
      expect(four(summary)?.counts[0]?.byYear[0]?.year).toBe(2023);
      expect(summary.crime.find(({ source }) => source === 'Kommunens händelser')).toMatchObject({ countsFrom: null });
    }
  });

  it('go sooner when an administrator says so, and the figures stand', async () => {
    const known = await figures();
    await database.gate.service('importer', (tx) => putSetting(tx, 'kept', { months: 12 }));
    expect(await deleteOldCrimePoints(database.gate, database.clock, going())).toBeGreaterThan(1000);
    expect([...(await figures())]).toEqual([...known]);
    const left = await one<{ first: string }>(sql`
      select min(i.occurred_at)::date::text as first from secret.incident i join secret.import_batch b on b.id = i.batch_id
      where b.published_at is not null and b.withdrawn_at is null`);
    expect(left.first >= '2025-10-02').toBe(true);
    await database.gate.service('importer', (tx) => putSetting(tx, 'kept', { months: 36 }));
  });

  it('are told from what a file brings that was never counted', async () => {
    const { id } = await one<{ id: number }>(sql`select id from app.source where name = 'fyra'`);
    const rows = await database.gate.service('importer', (tx) =>
      tx.query<{ day: string }>(sql`
        select i.occurred_at::date::text as day
        from (values ('2021-05-01'::timestamp), ('2022-11-20'), ('2025-09-30'), ('2025-10-02'), ('2026-02-01')) i (occurred_at)
        where ${isNotKeptYet(id)} order by 1`),
    );
    expect(rows.map(({ day }) => day)).toEqual(['2021-05-01', '2025-10-02', '2026-02-01']);
    const others = await database.gate.service('importer', (tx) =>
      tx.query(sql`select from (values ('2022-11-20'::timestamp)) i (occurred_at) where ${isNotKeptYet(999)}`),
    );
    expect(others).toHaveLength(1);
  });

  it('are measured from the example’s own today', async () => {
    await database.gate.service('importer', (tx) =>
      tx.query(sql`update app.setting set value = value || '{"today": "2024-01-01"}' where key = 'instance'`),
    );
    database.clock.moveTo('2036-10-01T08:00:00.000Z');
    expect(await deleteOldCrimePoints(database.gate, database.clock, going())).toBe(0);
    await database.gate.service('importer', (tx) =>
      tx.query(sql`update app.setting set value = value || '{"today": null}' where key = 'instance'`),
    );
    expect(await deleteOldCrimePoints(database.gate, database.clock, going())).toBeGreaterThan(500);
  });

  it('are deleted once by two servers at once', async () => {
    database.clock.moveTo('2026-10-03T08:00:00.000Z');
    await database.gate.service('importer', (tx) => putSetting(tx, 'kept', { months: 120 }));
    await importFile(database, 'incidents', fileOf('tva.csv', crimes(3000)));
    const known = await figures();
    await database.gate.service('importer', (tx) => putSetting(tx, 'kept', { months: 36 }));
    const gates = [database.gate, engine === 'postgres' ? { ...database.gate } : database.gate];
    const rows = await Promise.all(gates.map((gate) => deleteOldCrimePoints(gate, database.clock, going())));
    expect(rows.toSorted((a, b) => a - b)[0]).toBe(0);
    expect(Math.max(...rows)).toBeGreaterThan(300);
    expect([...(await figures())]).toEqual([...known]);
    const ids = await areaIds();
    expect(await database.gate.service('deriver', (tx) => crimeCounts(tx, ids[0]!))).not.toEqual([]);
  });

  it('are seen to at a start, and a fault is told and stops nobody', async () => {
    const told: unknown[] = [];
    const keeping = startKeeping(database.gate, database.clock, (error) => void told.push(error));
    await keeping.close();
    expect(told).toEqual([]);
    const broken = { ...database.gate, service: () => Promise.reject(new Error('no database')) };
    await startKeeping(broken, database.clock, (error) => void told.push(error)).close();
    expect(told).toHaveLength(1);
    await keepOnce(database.gate, database.clock, going());
  });
});
