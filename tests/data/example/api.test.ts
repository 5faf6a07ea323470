import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AreaSet, AreaSummary, SurveyMap } from '#core/wire/areas.ts';
import type { MaskedMount, PlannedMount } from '#core/wire/mounts.ts';
import type { SuggestionRun } from '#core/wire/suggestions.ts';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import { figures, surveyCases } from '../../../data/example/cases.ts';
import { onGround } from '../../../data/example/frame.ts';
import { loadExample } from '../../../data/example/load.ts';
import { demoPassword } from '../../../data/example/people.ts';
import type { Spot } from '../../../data/example/spots.ts';
import { appOn, signIn, type TestApp } from '../../helpers/app.ts';
import { describeOnBothEngines, type TestDatabase } from '../../helpers/engines.ts';

describeOnBothEngines('the named cases, asked for over HTTP', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  let planner: { cookie: string };

  beforeAll(async () => {
    database = await open();
    await loadExample(database.gate, database.clock, () => {});
    app = await appOn(database);
    await app.ready();
    planner = await signIn(app, 'planerare', demoPassword);
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  async function get<T>(url: string, headers = planner): Promise<T> {
    const reply = await app.inject({ url, headers });
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json<T>();
  }

  async function areaId(name: string): Promise<number> {
    const sets = await get<AreaSet[]>('/api/area-sets');
    return sets.flatMap(({ areas }) => areas).find((area) => area.name === name)!.id;
  }

  it.each(surveyCases)('$district in the survey of $year', async ({ district, year, value }) => {
    const map = await get<SurveyMap>(`/api/survey/values?indicator=overall&year=${year}&respondents=all`);
    const id = await areaId(district);
    const row = map.values.find((candidate) => candidate.areaId === id);
    expect(row).toMatchObject(value === null ? { value: null, status: 'too_few' } : { value, status: 'published' });
  });

  it('three drug crimes in Tallåsen in 2025 are suppressed, and six in Lugnvik are counted', async () => {
    const crime = async (district: string) =>
      (await get<AreaSummary>(`/api/areas/${await areaId(district)}/summary?year=2025`)).crime[0]!;
    const tallåsen = await crime('Tallåsen');
    const drug = tallåsen.counts.find(({ category }) => category === 'drug');
    expect(drug?.byYear.find(({ year }) => year === 2025)?.count).toBe('suppressed');
    expect((await crime('Lugnvik')).shareWithCoordinates).toBe(0.94);
  });

  it('planned mounts: cells for the planner, all for the police, KP-01 alone for the fitter', async () => {
    type Mounts = { exact: PlannedMount[]; masked: MaskedMount[] };
    const seen = await get<Mounts>('/api/planned-mounts');
    expect([seen.exact.length, seen.masked.length]).toEqual([0, 28]);
    const police = await get<Mounts>('/api/planned-mounts', await signIn(app, 'polis', demoPassword));
    expect([police.exact.length, police.masked.length]).toEqual([30, 0]);
    expect(police.exact.find(({ code }) => code === 'KP-01')).toMatchObject({
      waitingFor: 'right_of_use',
      waitingSince: '2026-03-02',
    });
    const fitter = await get<Mounts>('/api/planned-mounts', await signIn(app, 'montor', demoPassword));
    expect(fitter.exact.map(({ code }) => code)).toEqual(['KP-01']);
  });

  it('the car parks are suggested where they are, Stortorget is weighed and is not', async () => {
    const station = await suggest([2700, 3300], [3150, 3560]);
    expect(station[0]).toMatchObject({ placeName: 'Stationsparkeringen', areaName: 'Centrum' });
    expect(station[0]!.incidents).toBeGreaterThan(30);
    expect(station[0]!.incidents).toBeLessThanOrEqual(figures.find(({ key }) => key === 'stationsparkeringen')!.count);

    const ekhagen = await suggest([3200, 3820], [3450, 4000]);
    expect(ekhagen[0]).toMatchObject({ placeName: 'Ekhagens pendlarparkering' });
    // What the police's withheld cameras see is a gap to her.
    const rosenäng = await suggest([4800, 2560], [4960, 2700]);
    expect(rosenäng[0]).toMatchObject({ placeName: 'Rosenängs torgparkering' });

    const square = await run([2950, 2600], [3220, 2780]);
    expect(square.result?.suggestions.map(({ placeName }) => placeName)).not.toContain('Stortorget');
    expect(square.result?.considered.map(({ name }) => name)).toContain('Stortorget');
  }, 60_000);

  async function suggest(southWest: Spot, northEast: Spot) {
    return (await run(southWest, northEast)).result!.suggestions;
  }

  async function run(southWest: Spot, northEast: Spot): Promise<SuggestionRun> {
    const bbox = [...toLonLat(onGround(southWest)), ...toLonLat(onGround(northEast))];
    const reply = await app.inject({
      method: 'POST',
      url: '/api/suggestion-runs',
      headers: planner,
      payload: { bbox, count: 3 },
    });
    const { id } = reply.json<SuggestionRun>();
    for (;;) {
      const now = await get<SuggestionRun>(`/api/suggestion-runs/${id}`);
      if (!['waiting', 'running'].includes(now.state)) return now;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
});
