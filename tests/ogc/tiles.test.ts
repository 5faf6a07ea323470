import { afterAll, beforeAll, expect, it } from 'vitest';
import { featureTables, type TableId } from '../../server/db/feature-tables.ts';
import { raw, sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { decodeTile } from './decode-tile.ts';
import { camera, cookie, load, maskedMount, maskedSite, openApp, openSite, withheldSite } from './fixture.ts';

/** Tiles over the fixture's town at three scales. */
const addresses = [
  { z: 12, x: 2226, y: 1203 },
  { z: 14, x: 8907, y: 4815 },
  { z: 16, x: 35629, y: 19260 },
] as const;

const numbered = ['areas', 'places', 'buildings', 'streets', 'land', 'masts', 'interventions'] as const;

describeOnBothEngines('tiles', (open, engine) => {
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

  const address = (id: string, { z, x, y }: { z: number; x: number; y: number }) =>
    `/ogc/collections/${id}/tiles/WebMercatorQuad/${z}/${y}/${x}`;
  const tile = async (id: string, at: { z: number; x: number; y: number }) => {
    const reply = await app.get(address(id, at));
    expect([200, 204], reply.body).toContain(reply.statusCode);
    return decodeTile(reply.rawPayload, id);
  };

  it.runIf(engine === 'postgres')('draws what ST_AsMVT draws, to a unit', async () => {
    let compared = 0;
    for (const id of numbered) {
      for (const at of addresses) {
        const mine = (await tile(id, at)).toSorted((a, b) => Number(a.id) - Number(b.id));
        const theirs = decodeTile(await asMvt(id, at), id);
        if (at.z < 14) {
          // Below full detail small ones are left out, so ours are some of theirs.
          expect(theirs.map(({ id }) => id)).toEqual(expect.arrayContaining(mine.map(({ id }) => id)));
          continue;
        }
        expect(
          mine.map(({ id }) => id),
          `${id} ${at.z}`,
        ).toEqual(theirs.map(({ id }) => id));
        mine.forEach((feature, index) => {
          expect(feature.properties).toEqual(theirs[index]!.properties);
          expect(feature.type).toBe(theirs[index]!.type);
          // Every corner of either lies within a unit of one of the other's. Corners made by the clip, outside the tile,
          // may lie further off: PostGIS rounds before it clips and geojson-vt after.
          for (const [some, others] of [
            [feature.positions, theirs[index]!.positions],
            [theirs[index]!.positions, feature.positions],
          ] as const)
            for (const [x, y] of some.filter((position) => position.every((value) => value > -63 && value < 4159)))
              expect(
                Math.min(...others.map(([u, v]) => Math.max(Math.abs(u - x), Math.abs(v - y)))),
                `${id} ${String(feature.id)} at ${x}, ${y}`,
              ).toBeLessThanOrEqual(1);
          compared += 1;
        });
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  it('answers 304 to whom holds the same bytes, and lets a versioned address be kept', async () => {
    const url = address('buildings', addresses[1]);
    const first = await app.get(url);
    expect(first.headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'cache-control': 'private, max-age=0, must-revalidate',
    });
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const held of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await app.get(url, { ...cookie('planner'), 'if-none-match': held });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    expect((await app.get(url, { ...cookie('planner'), 'if-none-match': '"other"' })).statusCode).toBe(200);
    const { version } = (await layers())['buildings']!;
    expect((await app.get(`${url}?v=${version}`)).headers['cache-control']).toBe(
      'private, max-age=31536000, immutable',
    );
    expect((await app.get(`${url}?v=older`)).headers['cache-control']).toBe('private, max-age=0, must-revalidate');
  });

  it('has an answer without bytes where nothing is, and none outside the matrix', async () => {
    const empty = await app.get(address('buildings', { z: 14, x: 0, y: 0 }));
    expect([empty.statusCode, empty.rawPayload.length, empty.headers.etag]).toEqual([204, 0, '"empty"']);
    for (const [z, row, col] of [
      [2, 4, 0],
      [2, 0, 4],
      [21, 0, 0],
      ['a', 0, 0],
      [2, -1, 0],
      [2, 1.5, 0],
    ]) {
      const reply = await app.get(`/ogc/collections/places/tiles/WebMercatorQuad/${z}/${row}/${col}`);
      expect(reply.json(), `${z}/${row}/${col}`).toMatchObject({ status: 404 });
    }
    expect((await app.get(`${address('places', addresses[1])}?place_type=school`)).statusCode).toBe(400);
  });

  it('describes itself as TileJSON whose template leads to the tiles', async () => {
    const description = (await app.get('/ogc/collections/masts/tiles/WebMercatorQuad')).json();
    expect(description).toMatchObject({
      tilejson: '3.0.0',
      vector_layers: [{ id: 'masts', fields: { kind: 'String', hasPower: 'Boolean' } }],
    });
    const [west, south, east, north] = description.bounds as [number, number, number, number];
    expect(west < east && south < north && south > 59 && north < 60).toBe(true);
    const { z, x, y } = addresses[1];
    const url = (description.tiles[0] as string)
      .replace(/^https?:\/\/[^/]+/, '')
      .replace('{z}', `${z}`)
      .replace('{y}', `${y}`)
      .replace('{x}', `${x}`);
    const reply = await app.get(url);
    expect(reply.headers['cache-control']).toContain('immutable');
    expect(decodeTile(reply.rawPayload, 'masts').length).toBeGreaterThan(50);
    const list = (await app.get('/ogc/collections/masts/tiles')).json();
    expect(list.tilesets[0].links.map(({ rel }: { rel: string }) => rel)).toContain('item');
  });

  it('leaves out at small scales what nobody could see', async () => {
    expect(await tile('buildings', { z: 11, x: 1113, y: 601 })).toEqual([]);
    const far = await tile('buildings', addresses[0]);
    expect(far.length).toBeGreaterThan(50);
    expect(far.length).toBeLessThan(400);
    expect(
      new Set((await tile('streets', { z: 10, x: 556, y: 300 })).map(({ properties }) => properties['class'])),
    ).toEqual(new Set(['primary']));
    // What people decide by is never left out.
    expect((await tile('cameras', { z: 5, x: 17, y: 9 })).length).toBe(2);
    expect((await tile('areas', { z: 5, x: 17, y: 9 })).length).toBeGreaterThan(0);
  });

  it('draws masked sites as cells and withheld ones not at all', async () => {
    const drawn = await tile('cameras', addresses[1]);
    expect(drawn.map(({ properties }) => [properties['id'], properties['shownAs']])).toEqual([
      [maskedSite, 'cell'],
      [camera(openSite), 'point'],
    ]);
    expect(drawn[0]!.properties).toEqual({
      id: maskedSite,
      organisationId: '0a000000-0000-4000-8000-000000000001',
      shownAs: 'cell',
      cellSize_m: 500,
      provision: 'OSL 18:1',
      authority: 'Gatunämnden',
      decidedOn: '2026-02-01',
    });
    expect((await tile('coverage', addresses[1])).map(({ properties }) => properties['id'])).toEqual([
      camera(openSite),
    ]);
  });

  const layers = async () =>
    (await app.get('/api/layers')).json().layers as Record<string, { version: string; features?: number }>;
  const secretive = ['cameras', 'coverage', 'planned-mounts'] as const;
  const everything = async () => ({
    layers: await layers(),
    tiles: await Promise.all(
      secretive.flatMap((id) =>
        addresses.map(async (at) => {
          const { statusCode, headers, body } = await app.get(address(id, at));
          return { statusCode, headers: { ...headers, date: '' }, body };
        }),
      ),
    ),
  });
  const looked = () => new Promise((resolve) => setTimeout(resolve, 3000));

  it('says nothing of a write to a secret row, and shows a write to an open one', async () => {
    const before = await everything();
    await database.gate.service('importer', async (tx) => {
      await tx.query(
        sql`update secret.position set geom = st_translate(geom, 20, -30) where subject_id in (${maskedSite}, ${camera(maskedSite)})`,
      );
      await tx.query(
        sql`update secret.coverage set geom = st_translate(geom, 20, -30) where camera_id = ${camera(maskedSite)}`,
      );
      await tx.query(sql`update secret.camera set name = 'Annat', bearing_deg = 12 where id = ${camera(maskedSite)}`);
      await tx.query(sql`update secret.planned_mount set stage = 'prioritised' where id = ${maskedMount}`);
      await tx.query(sql`delete from secret.camera where site_id = ${withheldSite}`);
    });
    await looked();
    expect(await everything()).toEqual(before);

    await database.gate.service('importer', (tx) =>
      tx.query(
        sql`update secret.position set geom = st_translate(geom, 20, -30) where subject_id = ${camera(openSite)}`,
      ),
    );
    await looked();
    const after = await everything();
    expect(after.layers['cameras']!.version).not.toBe(before.layers['cameras']!.version);
    expect(after.layers['planned-mounts']).toEqual(before.layers['planned-mounts']);
    expect(after.tiles[1]!.headers.etag).not.toBe(before.tiles[1]!.headers.etag);
  });

  async function asMvt(id: TableId, { z, x, y }: { z: number; x: number; y: number }): Promise<Buffer> {
    const table = featureTables[id];
    const columns = Object.entries(table.properties).map(([name, { expression }]) => `${expression} as "${name}"`);
    const rows = await database.gate.as({ role: 'analyst', accountId: null, usesClearance: false }, (tx) =>
      tx.query<{ tile: Buffer }>(sql`
        select st_asmvt(t, ${id}, 4096, 'geom', 'id') as tile from (
          select f.id, ${raw(columns.join(', '))}, st_asmvtgeom(st_transform(f.geom, 3857), st_tileenvelope(${z}, ${x}, ${y}), 4096, 64, true) as geom
          from ${table.from}
          where st_transform(f.geom, 3857) && st_tileenvelope(${z}, ${x}, ${y}, margin => 64.0 / 4096)
          order by f.id) t
        where geom is not null`),
    );
    return rows[0]!.tile;
  }
});
