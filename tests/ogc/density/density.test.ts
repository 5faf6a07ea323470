import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../../helpers/engines.ts';
import { loadCrimes, lone } from '../crimes.ts';
import { corner, cookie, load, openApp } from '../fixture.ts';
import { decodeTile } from '../decode-tile.ts';

interface Cells {
  features: { id: number; geometry: { coordinates: number[][][] }; properties: { perKm2: number; what: string } }[];
  links: { rel: string; href: string }[];
}

const sweref = 'crs=http://www.opengis.net/def/crs/EPSG/0/3006';

describeOnBothEngines('crime density', (open) => {
  let database: TestDatabase;
  let app: Awaited<ReturnType<typeof openApp>>;
  beforeAll(async () => {
    database = await open();
    await load(database.gate);
    await loadCrimes(database.gate);
    app = await openApp(database);
  });
  afterAll(async () => {
    await app.app.close();
    await database.close();
  });

  const cells = async (query = ''): Promise<Cells['features']> => {
    const reply = await app.get(`/ogc/collections/crime-density/items?${sweref}&limit=10000&${query}`);
    expect(reply.statusCode, reply.body).toBe(200);
    return (reply.json() as Cells).features;
  };
  const near = (features: Cells['features'], { east, north }: { east: number; north: number }) =>
    features.filter(({ geometry }) => {
      const [northing, easting] = geometry.coordinates[0]![0]!;
      return Math.abs(easting! - east) < 250 && Math.abs(northing! - north) < 250;
    });

  it('shows where crimes gather and neither lone, indoor, unpublished nor misplaced ones', async () => {
    const all = await cells();
    expect(near(all, { east: corner.east + 800, north: corner.north + 1200 }).length).toBeGreaterThan(20);
    expect(near(all, lone)).toEqual([]);
    expect(Object.keys(all[0]!.properties)).toEqual(['perKm2', 'what']);
    // The control: the crimes that are not shown are there.
    const rows = await database.gate.service('deriver', (tx) =>
      tx.query<{ n: number }>(
        sql`select count(*) as n from secret.incident where st_dwithin(geom, st_setsrid(st_makepoint(${lone.east}, ${lone.north}), 3006), 20)`,
      ),
    );
    expect(rows).toEqual([{ n: 64 }]);
  });

  it('filters by category, hours and period, in classes only', async () => {
    const middle = { east: corner.east + 800, north: corner.north + 1200 };
    const sum = (features: Cells['features']) =>
      near(features, middle).reduce((total, one) => total + one.properties.perKm2, 0);
    const whole = sum(await cells());
    expect(sum(await cells('category=vehicle'))).toBe(whole);
    expect(sum(await cells('category=violence,drug'))).toBe(0);
    const night = sum(await cells('hours=night'));
    expect(night / whole).toBeGreaterThan(0.4);
    expect(night / whole).toBeLessThan(0.6);
    expect(sum(await cells('hours=night,morning,afternoon,evening'))).toBe(whole);
    const lastYear = sum(await cells('period=12m'));
    expect(lastYear / whole).toBeGreaterThan(0.6);
    expect(lastYear / whole).toBeLessThan(0.7);
    expect(sum(await cells('period=24m'))).toBe(whole);
    expect(await cells('what=own_incidents')).toEqual([]);
  });

  it.each([
    ['category=murder', 'query.category', 'murder'],
    ['hours=3', 'query.hours', '3'],
    ['period=1m', 'query.period', '1m'],
    ['what=all', 'query.what', 'all'],
    ['bandwidth=10', 'query.bandwidth', '10'],
  ])('refuses %s and names it', async (query, field, value) => {
    for (const path of ['items', 'tiles/WebMercatorQuad/14/4815/8907']) {
      const reply = await app.get(`/ogc/collections/crime-density/${path}?${query}`);
      expect(reply.statusCode).toBe(400);
      expect(reply.json()).toMatchObject({ code: 'invalid', errors: [{ field, value }] });
    }
  });

  it('pages through all cells once, and finds one by its id and by a box', async () => {
    const all = await cells();
    const seen: number[] = [];
    let next: string | undefined = `/ogc/collections/crime-density/items?limit=7`;
    while (next) {
      const page: Cells = (await app.get(next)).json();
      seen.push(...page.features.map(({ id }) => id));
      next = page.links.find(({ rel }) => rel === 'next')?.href.replace(/^https?:\/\/[^/]+/, '');
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    const one = await app.get(`/ogc/collections/crime-density/items/${seen[3]}?${sweref}`);
    expect(one.json()).toMatchObject(all[3]!);
    const [northing, easting] = all[3]!.geometry.coordinates[0]![0]! as [number, number];
    const box = `${northing + 1},${easting + 1},${northing + 49},${easting + 49}`;
    expect(await cells(`bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3006&bbox=${box}`)).toEqual([all[3]]);
    expect((await app.get(`/ogc/collections/crime-density/items/1`)).statusCode).toBe(404);
  });

  it('draws bands with level and density', async () => {
    const reply = await app.get('/ogc/collections/crime-density/tiles/WebMercatorQuad/14/4815/8907');
    expect(reply.statusCode).toBe(200);
    const drawn = decodeTile(reply.rawPayload, 'crime-density');
    expect(new Set(drawn.map(({ properties }) => properties['level'])).size).toBeGreaterThan(4);
    const description = (await app.get('/ogc/collections/crime-density/tiles/WebMercatorQuad')).json();
    expect(description.levels[0]).toBe(170);
    const filtered = await app.get(
      '/ogc/collections/crime-density/tiles/WebMercatorQuad/14/4815/8907?category=violence',
    );
    expect(filtered.statusCode).toBe(204);
  });

  it('is not for a fitter', async () => {
    const reply = await app.get('/ogc/collections/crime-density/items', cookie('fitter'));
    expect(reply.statusCode).toBe(403);
    expect((await app.get('/ogc/collections/places/items', cookie('fitter'))).statusCode).toBe(200);
  });
});
