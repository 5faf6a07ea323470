import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { TableId } from '../server/db/feature-tables.ts';
import { median } from './lib/measure.ts';
import { get, signIn } from './lib/http.ts';
import { openTileServer, type TileServer } from './lib/open-tile-server.ts';
import { account, loadPlain, middleTile } from './lib/plain.ts';
import type { Question } from './lib/question.ts';
import { lonLatOf, tilesAround, type TileAddress } from './lib/tile-address.ts';

/** Layers of the plain, with how many tiles of each zoom level lie wholly inside them. */
const asked = [
  { name: 'points', id: 'masts', tiles: { 12: 1, 14: 9, 16: 36 } },
  { name: 'buildings', id: 'buildings', tiles: { 12: 1, 14: 16, 16: 64 } },
] as const satisfies readonly { name: string; id: TableId; tiles: Record<number, number> }[];

const rounds = 7;

/** The first time a tile is asked for, the layer being read: the median at concurrency 1, beside ST_AsMVT through the same server and gate. */
export const tiles: Question = {
  name: 'tiles',
  asks: 'How long does a tile take that is not in the cache?',
  needs: ['postgres'],
  async run(workshop) {
    const database = await workshop.database('postgres');
    await loadPlain(database, { buildings: 100_000, points: 10_000 });
    const server = await openTileServer(database.databaseUrl ?? '');
    try {
      const { z, x, y } = middleTile;
      const middle = lonLatOf({ z, x: x + 0.5, y: y + 0.5 });
      const measured = [];
      const reads = new Map<string, number[]>();
      const times = new Map<string, { ours: number[]; parallel: number[]; alone: number[] }>();
      const headers = await signIn(server.url(), account.username, account.password);
      for (let round = 0; round <= rounds; round += 1) {
        if (round > 0) await server.renew();
        for (const { name, id, tiles } of asked) {
          const read = await get(`${server.url()}${pathOf(id, { z: 0, x: 0, y: 0 })}`, headers);
          if (round > 0) listIn(reads, name).push(read.ms);
          for (const [zoom, count] of Object.entries(tiles)) {
            for (const address of tilesAround(middle, Number(zoom), count)) {
              const pair = await ask(server, id, address, headers);
              if (round === 0) await checkAlike(id, address, pair);
              else {
                const key = `${name}.z${zoom}`;
                const list = times.get(key) ?? { ours: [], parallel: [], alone: [] };
                times.set(key, list);
                list.ours.push(pair.ours.ms);
                list.parallel.push(pair.parallel.ms);
                list.alone.push(pair.alone.ms);
              }
            }
          }
        }
      }
      for (const [key, { ours, parallel, alone }] of times)
        measured.push({
          name: `tiles.${key}`,
          value: median(ours),
          unit: 'ms',
          versus: { name: 'ST_AsMVT', value: Math.min(median(parallel), median(alone)) },
          bar: { of: 'ratio', atMost: 1 } as const,
        });
      for (const [name, list] of reads)
        measured.push({ name: `tiles.${name}.read_layer`, value: median(list), unit: 'ms' });
      return measured;
    } finally {
      await server.stop();
    }
  },
};

function listIn(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function pathOf(id: TableId, { z, x, y }: TileAddress): string {
  return `/ogc/collections/${id}/tiles/WebMercatorQuad/${z}/${y}/${x}`;
}

async function ask(server: TileServer, id: TableId, address: TileAddress, headers: Record<string, string>) {
  const ours = await get(`${server.url()}${pathOf(id, address)}`, headers);
  const theirs = (how: string) =>
    get(`${server.url()}/bench/${how}/${id}/${address.z}/${address.y}/${address.x}`, headers);
  return { ours, parallel: await theirs('parallel'), alone: await theirs('alone') };
}

/** Both must have drawn the same things, or a comparison says nothing. @throws when they have not. */
async function checkAlike(id: TableId, { z, x, y }: TileAddress, { ours, alone }: Awaited<ReturnType<typeof ask>>) {
  const [a, b] = [ours, alone].map(({ status, body }) => {
    if (status !== 200) throw new Error(`Tile ${id} ${z}/${x}/${y} answered ${status}.`);
    return new VectorTile(new PbfReader(body)).layers[id]?.length ?? 0;
  }) as [number, number];
  // A feature that only grazes the edge, or is about as large as what is left out, may be in one and not in the other.
  if (a === 0 || Math.abs(a - b) > Math.max(2, 0.02 * b))
    throw new Error(`Tile ${id} ${z}/${x}/${y} has ${a} features, from ST_AsMVT ${b}.`);
}
