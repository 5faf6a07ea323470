import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AreaSummary } from '#core/wire/areas.ts';
import { incidentsIn, pointSources } from '../../server/db/suggest-input.ts';
import { sql } from '../../server/db/sql.ts';
import { areaFigures } from '../../server/reports/area-figures.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { openApp, cookie, load } from '../ogc/fixture.ts';
import { fileOf, importFile } from './import-file.ts';
import { asker, importTown } from './kinds-town.ts';

const heading = 'datum;typ;lon;lat\n';
/** So many points in Norra, some metres from each other. */
const points = (count: number, month: string) =>
  heading +
  Array.from(
    { length: count },
    (_, n) =>
      `2025-${month}-${String((n % 27) + 1).padStart(2, '0')} 12:00;Narkotikabrott;${15.05 + n * 0.00001};${59.05 + (n % 5) * 0.00001}\n`,
  ).join('');

describeOnBothEngines('recorded crime, own incidents and guards’ interventions', (open) => {
  let database: TestDatabase;
  let app: Awaited<ReturnType<typeof openApp>>;
  let areaId: number;
  beforeAll(async () => {
    database = await open();
    await load(database.gate);
    await importTown(database);
    const file = (name: string, count: number) => fileOf(`${name}.csv`, points(count, '03'));
    await importFile(database, 'incidents', file('polisen', 30));
    await importFile(database, 'incidents', file('felanmalan', 60), 'what=own_incidents');
    await importFile(database, 'incidents', file('vakterna', 90), 'what=guard_interventions');
    const table = 'Område;Brottstyp;År;Antal\nNorra;Narkotikabrott;2025;1000\n';
    await importFile(database, 'area-counts', fileOf('bra.csv', table), 'set=delar');
    await importFile(database, 'area-counts', fileOf('vakttabell.csv', table), 'set=delar', 'what=guard_interventions');
    const [area] = await asker(database)<{ id: number }>(sql`select id from app.area where code = '0101'`);
    areaId = area!.id;
    app = await openApp(database);
  });
  afterAll(async () => {
    await app.app.close();
    await database.close();
  });

  const summary = async (): Promise<AreaSummary> => {
    const viewer = { role: 'analyst', accountId: null, usesClearance: false } as const;
    return (await areaFigures(database.gate, viewer, areaId, 2025))!.summary;
  };

  it('stand as sources of their own for an area, with grain and period', async () => {
    const crime = (await summary()).crime.map(({ source, what, grain, periodTo, counts }) => [
      source,
      what,
      grain,
      periodTo,
      counts.map(({ nameSv, category, byYear }) => [nameSv === category ? nameSv : category, byYear.at(-1)?.count]),
    ]);
    expect(crime).toEqual([
      ['bra', 'recorded_crime', 'area', '2025-12-31', [['drug', 1000]]],
      ['polisen', 'recorded_crime', 'point', '2025-03-27', [['drug', 30]]],
      ['felanmalan', 'own_incidents', 'point', '2025-03-27', [['drug', 60]]],
      ['vakterna', 'guard_interventions', 'point', '2025-03-27', [['drug', 90]]],
      ['vakttabell', 'guard_interventions', 'area', '2025-12-31', [['drug', 1000]]],
    ]);
  });

  it('make densities of their own', async () => {
    const sum = async (what: string) => {
      const reply = await app.get(`/ogc/collections/crime-density/items?limit=10000${what}`, cookie('planner'));
      const { features } = reply.json() as { features: { properties: { perKm2: number } }[] };
      return features.reduce((total, { properties }) => total + properties.perKm2, 0);
    };
    const [recorded, own, guards] = [
      await sum(''),
      await sum('&what=own_incidents'),
      await sum('&what=guard_interventions'),
    ];
    expect(recorded).toBeGreaterThan(0);
    expect(own / recorded).toBeCloseTo(2, 0);
    expect(guards / recorded).toBeCloseTo(3, 0);
  });

  it('give suggestions recorded crime alone', async () => {
    const sources = await database.gate.service('deriver', pointSources);
    expect(sources.map(({ name }) => name)).toEqual(['polisen']);
    const box = [400_000, 6_500_000, 600_000, 6_600_000] as const;
    const incidents = await database.gate.service('deriver', (tx) =>
      incidentsIn(
        tx,
        box,
        sources.map(({ id }) => id),
        '2024-01-01',
        '2026-12-31',
      ),
    );
    expect(incidents).toHaveLength(30);
  });

  it('hide small counts of a table as those of points, and say what the source withholds', async () => {
    const table =
      'Område;Brottstyp;År;Antal\nNorra;Rån;2024;4\nNorra;Rån;2025;5\nNorra;Stöld;2024;..\nNorra;Stöld;2025;–\nNorra;Klotter;2025;\n';
    await importFile(database, 'area-counts', fileOf('bra.csv', table), 'set=delar');
    const [source] = (await summary()).crime.filter(({ source: name }) => name === 'bra');
    expect(source?.counts.map(({ nameSv, byYear }) => [nameSv, ...byYear.map(({ count }) => count)])).toEqual([
      ['Klotter', 'missing', 'missing'],
      ['Stöld', 'withheld', 0],
      ['Rån', 'suppressed', 5],
    ]);
  });
});
