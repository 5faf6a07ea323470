import { afterAll, beforeAll, expect, it } from 'vitest';
import { featureTables, type TableId } from '../../server/db/feature-tables.ts';
import { raw, sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { decodeTile } from './decode-tile.ts';
import { camera, cookie, load, maskedPosition, maskedSite, openApp, openSite } from './fixture.ts';

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
