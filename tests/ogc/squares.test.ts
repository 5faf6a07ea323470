import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, geojson, importFile, square } from '../imports/import-file.ts';
import { decodeTile } from './decode-tile.ts';
import { cookie, load, openApp } from './fixture.ts';

interface Squares {
  readonly features: readonly {
    readonly id: number;
    readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number])[])[] };
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

const sweref = 'crs=http://www.opengis.net/def/crs/EPSG/0/3006';
const rows = `Ruta;Brottstyp;År;Antal
5300006580000;Narkotikabrott;2024;12
5300006580000;Rån;2024;3
5302506580000;Narkotikabrott;2024;2
5302506580000;Rån;2024;2
5305006580000;Narkotikabrott;2024;..
5305006580000;Rån;2024;4
5307506580000;Narkotikabrott;2024;..
5307506580000;Rån;2024;60
5310006580000;Rån;2024;–
5312506580000;Rån;2024;
5300006580000;Narkotikabrott;2023;100
`;

describeOnBothEngines('counts by square', (open) => {
  let database: TestDatabase;
  let app: Awaited<ReturnType<typeof openApp>>;
  beforeAll(async () => {
    database = await open();
    await load(database.gate);
    await importFile(database, 'square-counts', fileOf('rutor.csv', rows), 'size=250');
    const own = 'Ruta;Kategori;År;Antal\n5300006580000;Klotter;2024;70\n';
    await importFile(database, 'square-counts', fileOf('egna.csv', own), 'size=250', 'what=own_incidents');
    app = await openApp(database);
  });
  afterAll(async () => {
    await app.app.close();
    await database.close();
  });

  const squares = async (query = ''): Promise<Squares> => {
    const reply = await app.get(`/ogc/collections/crime-squares/items?${sweref}&limit=1000&${query}`);
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json();
  };
  const classes = async (query = '') =>
    (await squares(query)).features.map(({ geometry, properties: { status, from, to, isAtLeast } }) => [
      geometry.coordinates[0]?.[0]?.[1],
      status,
      from,
      to,
      isAtLeast,
    ]);

  it('gives classes and never a figure, the chosen categories added before the rule of five', async () => {
    expect(await classes()).toEqual([
      [530000, 'published', 10, 19, false],
      [530250, 'published', 1, 4, false],
      [530500, 'withheld', null, null, true],
      [530750, 'published', 50, 99, true],
      [531000, 'published', 0, 0, false],
      [531250, 'missing', null, null, true],
    ]);
    expect(await classes('category=violence')).toEqual([
      [530000, 'published', 1, 4, false],
      [530250, 'published', 1, 4, false],
      [530500, 'published', 1, 4, false],
      [530750, 'published', 50, 99, false],
      [531000, 'published', 0, 0, false],
      [531250, 'missing', null, null, true],
    ]);
    expect(await classes('year=2023')).toEqual([[530000, 'published', 100, null, false]]);
    expect(JSON.stringify(await squares())).not.toMatch(/"(count|n)"/);
  });

  it('carries its source, grain and year, and adds nothing of another kind', async () => {
    const { features } = await squares();
    expect(features[0]?.properties).toEqual({
      status: 'published',
      class: 3,
      from: 10,
      to: 19,
      isAtLeast: false,
      size_m: 250,
      what: 'recorded_crime',
      year: 2024,
      source: 'rutor',
      grain: 'square',
    });
    expect(await classes('what=own_incidents')).toEqual([[530000, 'published', 50, 99, false]]);
    expect(await classes('what=guard_interventions')).toEqual([]);
  });

  it('is paged, boxed and cut into tiles alike', async () => {
    const whole = (await squares()).features;
    const first = await app.get('/ogc/collections/crime-squares/items?limit=4');
    const next = (first.json() as Squares).links.find(({ rel }) => rel === 'next')?.href ?? '';
    const second = await app.get(next.replace(/^https?:\/\/[^/]+/, ''));
    const ids = [first, second].flatMap((reply) => (reply.json() as Squares).features.map(({ id }) => id));
    expect(ids).toEqual(whole.map(({ id }) => id));
    const one = await app.get(`/ogc/collections/crime-squares/items/${ids[1]}`);
    expect(one.json()).toMatchObject({ id: ids[1], properties: { from: 1, to: 4 } });
    const boxed = await squares(
      'bbox=6580010,530010,6580020,530020&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3006',
    );
    expect(boxed.features.map(({ id }) => id)).toEqual([ids[0]]);
    const [lon, lat] = [15.53, 59.355];
    const n = 2 ** 10;
    const row = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * n);
    const path = `/ogc/collections/crime-squares/tiles/WebMercatorQuad/10/${row}/${Math.floor(((lon + 180) / 360) * n)}`;
    const tile = await app.get(path);
    expect(tile.statusCode).toBe(200);
    expect(
      decodeTile(tile.rawPayload, 'crime-squares')
        .map(({ id }) => Number(id))
        .toSorted(),
    ).toEqual(ids.toSorted());
    const described = await app.get('/ogc/collections/crime-squares/tiles/WebMercatorQuad');
    expect(described.json()).toMatchObject({ attribution: 'rutor, 2024' });
  });

  it('is for those who may see crimes, signed in', async () => {
    for (const id of ['crime-squares', 'zones']) {
      expect((await app.get(`/ogc/collections/${id}/items`, {})).statusCode, id).toBe(401);
      expect((await app.get(`/ogc/collections/${id}/items`, cookie('fitter'))).statusCode, id).toBe(403);
      expect((await app.get(`/ogc/collections/${id}/items`)).statusCode, id).toBe(200);
      expect(() => readConfig({ PUBLIC_LAYERS: id }), id).toThrow(id);
    }
    expect((await app.get('/ogc/collections/crime-squares/items?year=1492')).statusCode).toBe(400);
    expect((await app.get('/ogc/collections/crime-squares/items?hours=night')).statusCode).toBe(400);
  });

  it('shows zones with their dates', async () => {
    const zones = geojson([
      [{ namn: 'Centrum', typ: 'Ordningsvaktsområde', från: '2024-01-01', till: '2025-12-31' }, square(15, 59)],
    ]);
    await importFile(database, 'zones', fileOf('zoner.geojson', zones));
    const at = async (day: string) =>
      ((await app.get(`/ogc/collections/zones/items?datetime=${day}`)).json() as Squares).features.map(
        ({ properties }) => properties,
      );
    expect(await at('2024-06-01')).toEqual([
      { kind: 'guard_zone', name: 'Centrum', validFrom: '2024-01-01', validTo: '2025-12-31' },
    ]);
    expect(await at('2026-06-01')).toEqual([]);
  });
});
