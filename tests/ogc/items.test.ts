import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromLonLat, toLonLat, toWebMercator } from '../../server/core/projection/sweref99tm.ts';
import { featureTables, type TableId } from '../../server/db/feature-tables.ts';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import {
  camera,
  cookie,
  corner,
  load,
  maskedMount,
  maskedPosition,
  maskedSite,
  openApp,
  openMount,
  openSite,
  withheldSite,
} from './fixture.ts';

interface Answer {
  features: {
    id: number | string;
    geometry: { type: string; coordinates: number[] & number[][][] };
    properties: Record<string, unknown>;
  }[];
  links: { rel: string; href: string }[];
  numberReturned: number;
  numberMatched?: number;
}

const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

describeOnBothEngines('items', (open) => {
  let database: TestDatabase;
  let app: Awaited<ReturnType<typeof openApp>>;
  beforeAll(async () => {
    database = await open();
    await load(database.gate);
    app = await openApp(database);
  });
  afterAll(async () => {
    await app.app.close();
    await database.close();
  });
  const items = async (path: string): Promise<Answer> => {
    const reply = await app.get(`/ogc/collections/${path}`);
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json();
  };

  it('gives a page and says how many there are where that is all', async () => {
    const whole = await items('places/items');
    expect(whole).toMatchObject({ numberReturned: 60, numberMatched: 60 });
    expect(whole.features[0]).toMatchObject({ id: 1, properties: { placeType: 'parking', name: 'Plats 1' } });
    const part = await items('places/items?limit=5');
    expect(part.numberReturned).toBe(5);
    expect(part.numberMatched).toBeUndefined();
    // More than the largest page is no error in the standard.
    expect((await items('places/items?limit=99999')).numberReturned).toBe(60);
  });

  it.each(['buildings', 'cameras', 'places'])('loses and repeats nothing over the pages of %s', async (id) => {
    const whole = (await items(`${id}/items?limit=10000`)).features.map((feature) => feature.id);
    for (const limit of [1, 7, 1000].filter((size) => size > 1 || whole.length < 100)) {
      const seen: unknown[] = [];
      let next: string | undefined = `${id}/items?limit=${limit}`;
      while (next) {
        const page: Answer = await items(next);
        expect(page.numberReturned).toBeLessThanOrEqual(limit);
        seen.push(...page.features.map((feature) => feature.id));
        next = page.links.find(({ rel }) => rel === 'next')?.href.split('/ogc/collections/')[1];
      }
      expect(seen).toEqual(whole);
    }
  });

  it('keeps the other parameters in the next link', async () => {
    const page = await items('places/items?limit=2&place_type=school');
    const next = page.links.find(({ rel }) => rel === 'next')!.href.split('/ogc/collections/')[1]!;
    const all = [...page.features, ...(await items(next)).features];
    expect(all.map(({ properties }) => properties['placeType'])).toEqual(['school', 'school', 'school', 'school']);
  });

  it.each([
    ['buildings', 4326],
    ['places', 4326],
    ['buildings', 3857],
    ['streets', 3006],
    ['cameras', 4326],
    ['cameras', 3006],
  ] as const)('gives exactly the features of %s that touch a box in EPSG:%i', async (id, srid) => {
    const inside = fc.tuple(
      fc.double({ min: -300, max: 2300, noNaN: true }),
      fc.double({ min: -300, max: 2300, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(
        inside,
        fc.double({ min: 0, max: 900, noNaN: true }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        async ([x, y], width, height) => {
          const [a, b] = [
            [corner.east + x, corner.north + y],
            [corner.east + x + width, corner.north + y + height],
          ].map((position) =>
            srid === 4326
              ? toLonLat(position as never)
              : srid === 3857
                ? toWebMercator(position as never)
                : (position as never),
          ) as [[number, number], [number, number]];
          const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const;
          const inOrder = srid === 3006 ? [box[1], box[0], box[3], box[2]] : box;
          const found = await items(
            `${id}/items?limit=10000&bbox=${inOrder.join(',')}${srid === 4326 ? '' : `&bbox-crs=${epsg(srid)}`}`,
          );
          expect(found.features.map((feature) => feature.id)).toEqual(await touching(id, srid, box));
        },
      ),
      { numRuns: 25, seed: 1 },
    );
  });

  /** What PostGIS says without our narrowing. */
  async function touching(
    id: TableId,
    srid: number,
    [west, south, east, north]: readonly [number, number, number, number],
  ) {
    const rows = await database.gate.as({ role: 'analyst', accountId: null, usesClearance: false }, (tx) =>
      tx.query<{ id: number | string }>(sql`
        select f.id from ${featureTables[id].from}
        where st_intersects(st_transform(f.geom, ${srid}::int),
          st_envelope(st_setsrid(st_makeline(st_makepoint(${west}::float8, ${south}::float8), st_makepoint(${east}::float8, ${north}::float8)), ${srid}::int)))
        order by f.id`),
    );
    return rows.map((row) => row.id);
  }

  it('finds everything in a box round the world, or over the date line, and nothing beside it', async () => {
    for (const box of ['-180,-90,180,90', '10,-90,-170,90', '-1e300,-1e300,1e300,1e300'])
      expect((await items(`places/items?bbox=${box}`)).numberReturned, box).toBe(60);
    expect((await items('places/items?bbox=-180,-90,180,0')).numberReturned).toBe(0);
    expect((await items('places/items?bbox=170,-90,-170,90')).numberReturned).toBe(0);
    expect(
      (await items(`places/items?bbox=-30000000,-30000000,30000000,30000000&bbox-crs=${epsg(3857)}`)).numberReturned,
    ).toBe(60);
  });

  it('gives coordinates in the axis order of the system asked for', async () => {
    const { east, north } = { east: corner.east + 700, north: corner.north + 700 };
    const at = async (crs: string) => {
      const reply = await app.get(`/ogc/collections/cameras/items/${camera(openSite)}${crs && `?crs=${crs}`}`);
      return { crs: reply.headers['content-crs'], at: (reply.json() as Answer['features'][0]).geometry.coordinates };
    };
    const [lon, lat] = toLonLat([east, north]);
    const degrees = await at('');
    expect(degrees.crs).toBe('<http://www.opengis.net/def/crs/OGC/1.3/CRS84>');
    expect(degrees.at[0]).toBeCloseTo(lon, 6);
    expect(degrees.at[1]).toBeCloseTo(lat, 6);
    // North before east: so EPSG:3006 is defined.
    expect(await at(epsg(3006))).toEqual({ crs: `<${epsg(3006)}>`, at: [north, east] });
    const mercator = await at(epsg(3857));
    expect(mercator.crs).toBe(`<${epsg(3857)}>`);
    expect(mercator.at[0]).toBeCloseTo(toWebMercator(fromLonLat([lon, lat]))[0], 1);
    const polygon = (await items(`buildings/items?limit=1&crs=${epsg(3006)}`)).features[0]!.geometry
      .coordinates[0]![0]!;
    expect(polygon[0]).toBeGreaterThan(6_000_000);
  });

  it('shows an open camera, the masked one as its cell, and nothing of the withheld one', async () => {
    const { features } = await items('cameras/items');
    expect(features.map(({ id }) => id)).toEqual([maskedSite, camera(openSite)]);
    expect(features[1]!.properties).toMatchObject({ shownAs: 'point', bearing_deg: 90, siteId: openSite });
    expect(features[0]!.properties).toEqual({
      id: maskedSite,
      organisationId: '0a000000-0000-4000-8000-000000000001',
      shownAs: 'cell',
      cellSize_m: 500,
      provision: 'OSL 18:1',
      authority: 'Gatunämnden',
      decidedOn: '2026-02-01',
    });
    expect((await items(`cameras/items?crs=${epsg(3006)}`)).features[0]!.geometry.coordinates[0]).toEqual(
      expect.arrayContaining([
        [corner.north, corner.east],
        [corner.north + 500, corner.east + 500],
      ]),
    );
    expect(
      (await items('planned-mounts/items')).features.map(({ id, properties }) => [id, properties['shownAs']]),
    ).toEqual([
      [openMount, 'point'],
      [maskedMount, 'cell'],
    ]);
    expect((await items('coverage/items')).features.map(({ id }) => id)).toEqual([camera(openSite)]);
    for (const id of [camera(maskedSite), camera(withheldSite), withheldSite]) {
      for (const layer of ['cameras', 'coverage'])
        expect((await app.get(`/ogc/collections/${layer}/items/${id}`)).statusCode).toBe(404);
    }
    // The control: the rows are there, and no box small enough to ask for the exact place finds them.
    const rows = await database.gate.service('importer', (tx) =>
      tx.query<{ id: string }>(sql`select id from secret.camera order by id`),
    );
    expect(rows.map(({ id }) => id)).toEqual([camera(openSite), camera(maskedSite), camera(withheldSite)]);
    const { east, north } = maskedPosition;
    const small = `bbox-crs=${epsg(3006)}&bbox=${north - 1},${east - 1},${north + 1},${east + 1}`;
    const elsewhere = `bbox-crs=${epsg(3006)}&bbox=${corner.north + 1},${corner.east + 1},${corner.north + 2},${corner.east + 2}`;
    expect((await items(`cameras/items?${small}`)).features).toEqual(
      (await items(`cameras/items?${elsewhere}`)).features,
    );
  });

  it('gives areas with the value of a year, and says what is missing', async () => {
    const { features } = await items('areas/items?area_set=delar&indicator=trygg&year=2024');
    expect(features.map(({ properties }) => [properties['name'], properties['value'], properties['status']])).toEqual([
      ['Väst', 2.5, 'published'],
      ['Östra', null, 'too_few'],
    ]);
    const before = await items('areas/items?area_set=delar&indicator=trygg&year=2012&respondents=women');
    expect(
      before.features.map(({ properties }) => [properties['name'], properties['status'], properties['respondents']]),
    ).toEqual([
      ['Väst', 'missing', 'women'],
      ['Öst', 'missing', 'women'],
    ]);
    expect((await items('areas/items')).features[0]!.properties).not.toHaveProperty('value');
  });

  it('keeps to the time asked for', async () => {
    const names = async (datetime: string) =>
      (await items(`areas/items?area_set=delar&datetime=${datetime}`)).features.map(
        ({ properties }) => properties['name'],
      );
    expect(await names('2012-06-01')).toEqual(['Väst', 'Öst']);
    expect(await names('2024-06-01T12:00:00Z')).toEqual(['Väst', 'Östra']);
    expect(await names('2023-01-01/..')).toEqual(['Väst', 'Öst', 'Östra']);
    expect(await names('../2009-12-31')).toEqual(['Väst']);
    expect((await items('interventions/items?datetime=2022-12-31/')).numberReturned).toBe(1);
    expect((await items('interventions/items?datetime=2023-01-01/')).numberReturned).toBe(0);
  });

  it.each([
    ['places/items?bbox=1,2,3', 'bbox', '1,2,3'],
    ['places/items?bbox=a,2,3,4', 'bbox', 'a,2,3,4'],
    ['places/items?bbox=1,5,3,4', 'bbox', '1,5,3,4'],
    ['places/items?bbox=,,,', 'bbox', ',,,'],
    ['places/items?crs=EPSG:3006', 'crs', 'EPSG:3006'],
    ['places/items?bbox-crs=x', 'bbox-crs', 'x'],
    ['places/items?limit=0', 'limit', '0'],
    ['places/items?limit=ten', 'limit', 'ten'],
    ['places/items?datetime=yesterday', 'datetime', 'yesterday'],
    ['places/items?datetime=2024-02-31', 'datetime', '2024-02-31'],
    ['places/items?datetime=../..', 'datetime', '../..'],
    ['places/items?datetime=2024-02-02/2024-01-01', 'datetime', '2024-02-02/2024-01-01'],
    ['places/items?next=eHg', 'next', 'eHg'],
    ['cameras/items?next=MQ', 'next', 'MQ'],
    ['places/items?place_typ=school', 'place_typ', 'school'],
    ["places/items?place_type=a'b", 'place_type', "a'b"],
    ['places/items?year=2024', 'year', '2024'],
    ['places/items?f=html', 'f', 'html'],
    ['areas/items?year=24', 'year', '24'],
    ['areas/items?indicator=trygg', 'year', null],
    ['areas/items?indicator=trygg&year=2024&respondents=dogs', 'respondents', 'dogs'],
    ['cameras/items?status=off', 'status', 'off'],
    ['places/items/1?bbox=1,2,3,4', 'bbox', '1,2,3,4'],
    ['places?x=1', 'x', '1'],
  ])('refuses %s and names the parameter and its value', async (path, field, value) => {
    const reply = await app.get(`/ogc/collections/${path}`);
    expect(reply.statusCode, reply.body).toBe(400);
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    expect(reply.json()).toMatchObject({ status: 400, code: 'invalid', errors: [{ field: `query.${field}`, value }] });
  });

  it('refuses a parameter given twice', async () => {
    const reply = await app.get('/ogc/collections/places/items?limit=1&limit=2');
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ field: 'query.limit', value: ['1', '2'] }] });
  });

  it.each([
    'places/items/0',
    'places/items/x',
    'places/items/999999999999999',
    'places/items/1234567890123456789',
    'cameras/items/1',
    'cameras/items/00000000-0000-4000-8000-000000000000',
    'nothing',
    'nothing/items',
  ])('knows no %s', async (path) => {
    expect((await app.get(`/ogc/collections/${path}`)).json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('asks everybody to sign in', async () => {
    for (const url of [
      '/ogc',
      '/ogc/conformance',
      '/ogc/collections',
      '/ogc/api',
      '/ogc/collections/areas',
      '/ogc/collections/areas/items',
      '/ogc/collections/buildings/items/1',
      '/ogc/collections/cameras/tiles/WebMercatorQuad/14/4815/8907',
      '/api/layers',
    ])
      expect((await app.get(url, {})).json(), url).toMatchObject({ status: 401, code: 'signed-out' });
    expect((await app.get('/ogc', { cookie: 'kamerapunkt=a-session-that-nobody-opened' })).statusCode).toBe(401);
  });

  it('lets everybody read the layers that are public, and those only', async () => {
    const open = await openApp(database, ['areas', 'buildings']);
    const list = (await open.get('/ogc/collections', {})).json() as { collections: { id: string }[] };
    expect(list.collections.map(({ id }) => id)).toEqual(['areas', 'buildings']);
    expect((await open.get('/ogc/collections/buildings/items?limit=1', {})).statusCode).toBe(200);
    expect((await open.get('/ogc/collections/buildings/tiles/WebMercatorQuad/14/4815/8907', {})).statusCode).toBe(200);
    for (const id of ['cameras', 'places', 'planned-mounts', 'crime-density'])
      expect((await open.get(`/ogc/collections/${id}/items`, {})).statusCode, id).toBe(401);
    // Areas are public, what their people answered is not.
    expect((await open.get('/ogc/collections/areas/items?indicator=trygg&year=2024', {})).statusCode).toBe(401);
    expect((await open.get('/ogc/collections/areas/items?year=2024', {})).statusCode).toBe(200);
    await open.app.close();
  });

  it('describes each collection, with its extent', async () => {
    const list = (await app.get('/ogc/collections')).json() as {
      collections: { id: string; extent?: { spatial: { bbox: number[][] } }; storageCrs: string }[];
    };
    expect(list.collections).toHaveLength(13);
    expect((await app.get('/ogc/collections', cookie('fitter'))).json().collections).toHaveLength(10);
    const [west, south, east, north] = list.collections.find(({ id }) => id === 'masts')!.extent!.spatial.bbox[0]! as [
      number,
      number,
      number,
      number,
    ];
    for (const { geometry } of (await items('masts/items?limit=10000')).features) {
      expect(geometry.coordinates[0]).toBeGreaterThanOrEqual(west - 1e-6);
      expect(geometry.coordinates[0]).toBeLessThanOrEqual(east + 1e-6);
      expect(geometry.coordinates[1]).toBeGreaterThanOrEqual(south - 1e-6);
      expect(geometry.coordinates[1]).toBeLessThanOrEqual(north + 1e-6);
    }
  });
});
