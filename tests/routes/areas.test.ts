import Fastify from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AreaSet, AreaSummary, SurveyIndex, SurveyMap } from '#core/wire/areas.ts';
import { openSession } from '../../server/db/accounts.ts';
import { sql } from '../../server/db/sql.ts';
import type { Config } from '../../server/config.ts';
import { installProblems } from '../../server/http/problems.ts';
import { digest, makeViewerOf } from '../../server/http/viewer.ts';
import { areaRoutes } from '../../server/routes/areas.ts';
import { surveyRoutes } from '../../server/routes/survey.ts';
import { account, crimesInA, loadFixture, type Fixture } from '../reports/fixture.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';

describeOnBothEngines('areas, survey and their figures', (open) => {
  let database: TestDatabase;
  let fixture: Fixture;
  let app: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    database = await open();
    fixture = await loadFixture(database.gate);
    app = await serve(database);
  });
  afterAll(async () => {
    await app?.close();
    await database?.close();
  });

  const get = async <Body>(url: string, who: keyof typeof account | null = 'analyst') => {
    const reply = await app.inject({ url, headers: who ? { cookie: `kamerapunkt=${secretOf(who)}` } : {} });
    return { status: reply.statusCode, body: reply.json<Body>(), text: reply.body };
  };
  const summary = async (areaId: number, query = '') =>
    (await get<AreaSummary>(`/api/areas/${areaId}/summary${query}`)).body;

  it('answers nobody who has not signed in, and 404 for what is not there', async () => {
    const urls = [
      '/api/area-sets',
      '/api/survey',
      `/api/areas/${fixture.areaA}/summary`,
      '/api/survey/values?indicator=overall&year=2024',
    ];
    for (const url of urls) {
      expect((await get(url, null)).status, url).toBe(401);
      expect((await get(url)).status, url).toBe(200);
    }
    expect(await get('/api/areas/999999/summary')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await get('/api/survey/values?indicator=none&year=2024')).toMatchObject({ status: 404 });
    expect(await get('/api/areas/x/summary')).toMatchObject({ status: 400 });
    expect(await get(`/api/areas/${fixture.areaA}/summary?year=24`)).toMatchObject({ status: 400 });
  });

  it('lists areas in Swedish order, each border of a code for itself', async () => {
    const { body } = await get<AreaSet[]>('/api/area-sets');
    expect(body).toMatchObject([{ code: 'delomraden', nameSv: 'Delområden' }]);
    expect(body[0]?.areas.map((area) => [area.id, area.name, area.validFrom, area.validTo])).toEqual([
      [fixture.areaB, 'Berget', null, '2022-12-31'],
      [fixture.areaB2, 'Berget', '2023-01-01', null],
      [fixture.areaA, 'Åkern', null, null],
    ]);
  });

  it('keeps a value, too few answers and missing apart, and the extra round out of the series', async () => {
    expect((await get<SurveyIndex>('/api/survey')).body).toEqual({
      years: [2021, 2022, 2023, 2024],
      indicators: [
        {
          code: 'overall',
          nameSv: 'Samlat problemindex',
          nameEn: 'Overall problem index',
          measure: 'INDEX_0_6',
          group: 'samlat',
          cameraRelevant: false,
        },
        {
          code: 'late-evening',
          nameSv: 'Trygga sen kväll',
          nameEn: 'Feel safe late at night',
          measure: 'PERCENT',
          group: 'otrygghet',
          cameraRelevant: false,
        },
      ],
    });
    const { body } = await get<SurveyMap>('/api/survey/values?indicator=overall&year=2024');
    expect(body).toMatchObject({ source: 'Polisens trygghetsmätning', previousYear: 2023, respondents: 'all' });
    expect(body.values).toEqual([
      { areaId: fixture.areaB2, value: null, status: 'too_few', answers: 8, previous: 1.8 },
      { areaId: fixture.areaA, value: 2.1, status: 'published', answers: 190, previous: null },
    ]);
    const men = await get<SurveyMap>('/api/survey/values?indicator=overall&year=2024&respondents=men');
    expect(men.body.values.map((value) => value.status)).toEqual(['missing', 'too_few']);
  });

  it('gives each border its own years of the series', async () => {
    const years = async (areaId: number) => (await summary(areaId)).survey[0]?.series.map((point) => point.year);
    expect(await years(fixture.areaB)).toEqual([2022]);
    expect(await years(fixture.areaB2)).toEqual([2023, 2024]);
    expect(await years(fixture.areaA)).toEqual([2021, 2022, 2023, 2024, 2024, 2024]);
    // The map of 2023 has the new border, whose value of 2022 was another area's.
    const { body } = await get<SurveyMap>('/api/survey/values?indicator=overall&year=2023');
    expect(body.values.find((value) => value.areaId === fixture.areaB2)).toMatchObject({ value: 1.8, previous: null });
  });

  it('counts crimes within the area by source, category and year, as plain SQL does', async () => {
    const { crime } = await summary(fixture.areaA, '?year=2024');
    expect(crime.map((source) => [source.source, source.what, source.shareWithCoordinates])).toEqual([
      ['Mittpunkter', 'recorded_crime', 1],
      ['Polisens anmälda brott', 'recorded_crime', 0.9312],
      ['Kommunens händelser', 'own_incidents', 1],
    ]);
    // Points stacked in one middle may carry no place.
    expect(crime[0]).toMatchObject({ refusedForDensity: 'stacked', counts: [] });
    const rows = await database.gate.service('deriver', (tx) =>
      tx.query<{ category: string; year: number; n: number }>(sql`
        select i.category, left(i.occurred_at::text, 4)::int as year, count(*)::int as n from secret.incident i
        where st_x(i.geom) between 600000 and 601000 and st_y(i.geom) between 6500000 and 6501000
          and i.batch_id in (select id from secret.import_batch where published_at is not null and withdrawn_at is null)
          and i.source_id <> (select id from app.source where name = 'Mittpunkter')
        group by 1, 2 order by 1, 2`),
    );
    const given = crime.flatMap((source) =>
      source.counts.flatMap((row) => row.byYear.map(({ year, count }) => ({ category: row.category, year, count }))),
    );
    for (const { category, year, n } of rows) {
      const found = given.find((row) => row.category === category && row.year === year)?.count;
      expect(found, `${category} ${year}`).toBe(n < 5 ? 'suppressed' : n);
    }
    // And the other way: whatever is not in plain SQL is a plain zero.
    for (const row of given.filter((each) => !rows.some((r) => r.category === each.category && r.year === each.year)))
      expect(row.count).toBe(0);
    expect(crime[1]?.counts.map((row) => row.category)).toEqual(Object.keys(crimesInA.recorded));
    expect(crime[1]?.counts.find((row) => row.category === 'drug')?.byYear).toEqual([
      { year: 2022, count: 0 },
      { year: 2023, count: 7 },
      { year: 2024, count: 'suppressed' },
    ]);
  });

  it('counts what is open and never what is masked, withheld or not opened, also for the cleared', async () => {
    const { cameras, places, interventions } = await summary(fixture.areaA, '?year=2024');
    expect(cameras.open.map(({ nameSv, count, planned, off }) => [nameSv, count, planned, off])).toEqual([
      ['Bostadsbolaget', 1, 1, 0],
      ['Tekniska nämnden', 2, 0, 0],
    ]);
    // Two squares of 40 m that overlap by half, and half of one at the border.
    expect(cameras.coverage_m2).toBe(40 * 60 + 20 * 40);
    expect(cameras.coverageShare).toBe(0.0032);
    // Control: the rows are there for who may see them.
    const cleared = { role: 'analyst', accountId: account.cleared, usesClearance: true } as const;
    const [exact] = await database.gate.as(cleared, (tx) =>
      tx.query<{ n: number }>(sql`select count(*)::int as n from app.camera_exact where st_x(geom) < 601000`),
    );
    expect(exact?.n).toBe(7);
    expect((await get(`/api/areas/${fixture.areaA}/summary`, 'cleared')).text).toBe(
      (await get(`/api/areas/${fixture.areaA}/summary`)).text,
    );
    expect(places.map((place) => [place.placeType, place.count])).toEqual([
      ['PARKING_LOT', 1],
      ['SCHOOL', 1],
    ]);
    expect(interventions).toEqual([
      { kind: 'lighting', name: 'Ny belysning 💡', validFrom: '2024-09-01', validTo: null },
    ]);
    expect((await summary(fixture.areaA, '?year=2022')).interventions.map((row) => row.name)).toEqual([
      'Ordningsvakter',
    ]);
  });

  it('says the same of an area whoever writes a secret row', async () => {
    const before = (await get(`/api/areas/${fixture.areaA}/summary`)).text;
    await database.gate.service('importer', (tx) =>
      tx.query(sql`update secret.position p set geom = st_translate(p.geom, 40, 30) from secret.secrecy_marking m
        where p.subject_id = m.site_id or p.subject_id = m.planned_mount_id`),
    );
    expect((await get(`/api/areas/${fixture.areaA}/summary`)).text).toBe(before);
  });
});

const secretOf = (who: keyof typeof account) => who.padEnd(43, 'x');

async function serve(database: TestDatabase) {
  for (const who of Object.keys(account) as (keyof typeof account)[])
    await database.gate.service('session', (tx) =>
      openSession(tx, digest(secretOf(who)), account[who], database.clock.now(), new Date('2026-10-01T20:00:00Z')),
    );
  const app = Fastify().withTypeProvider<TypeBoxTypeProvider>();
  const deps = { gate: database.gate, clock: database.clock, config: {} as Config };
  const given = { ...deps, viewerOf: makeViewerOf(deps) };
  installProblems(app);
  await areaRoutes(app, given);
  await surveyRoutes(app, given);
  return app;
}
