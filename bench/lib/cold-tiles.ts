import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { LonLat } from '#core/wire/sites.ts';
import type { TableId } from '../../server/db/feature-tables.ts';
import type { Measured } from './figure.ts';
import { get, signIn } from './http.ts';
import { median } from './measure.ts';
import { openTileServer, type TileServer } from './open-tile-server.ts';
import { tilesAround, type TileAddress } from './tile-address.ts';

/** A loaded PostgreSQL database, and what to ask of it. */
export interface Ground {
  readonly databaseUrl: string;
  readonly account: { readonly username: string; readonly password: string };
  readonly middle: LonLat;
  readonly layers: readonly {
    /** The figure's name for it. */
    readonly name: string;
    readonly id: TableId;
    /** How many tiles around the middle by zoom level: no more than have something in them. */
    readonly tiles: Readonly<Record<number, number>>;
  }[];
}

type Headers = Readonly<Record<string, string>>;

const rounds = 7;

/**
 * Medians over the tiles and rounds, one request after the other; each round begins with an empty cache of tiles in a
 * warm process. The first round does not count: it is held to draw the same as ST_AsMVT.
 */
export async function coldTiles(ground: Ground): Promise<Measured[]> {
  const server = await openTileServer(ground.databaseUrl);
  try {
    const headers = await signIn(server.url(), ground.account.username, ground.account.password);
    const times = new Map<string, { ours: number[]; parallel: number[]; alone: number[] }>();
    const reads = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round += 1) {
      if (round > 0) await server.renew();
      for (const { name, id, tiles } of ground.layers) {
        // An empty tile far away: what it takes is the reading of the layer.
        const read = await get(`${server.url()}${pathOf(id, { z: 1, x: 0, y: 1 })}`, headers);
        if (round > 0) listIn(reads, `${name}.read_layer`, () => []).push(read.ms);
        for (const [zoom, count] of Object.entries(tiles)) {
          for (const address of tilesAround(ground.middle, Number(zoom), count)) {
            const answers = await ask(server, id, address, headers);
            if (round === 0) checkAlike(id, address, answers);
            else {
              const list = listIn(times, `${name}.z${zoom}`, () => ({ ours: [], parallel: [], alone: [] }));
              list.ours.push(answers.ours.ms);
              list.parallel.push(answers.parallel.ms);
              list.alone.push(answers.alone.ms);
            }
          }
        }
      }
    }
    return [
      ...[...times].map(([name, { ours, parallel, alone }]) => ({
        name: `tiles.${name}`,
        value: median(ours),
        unit: 'ms',
        versus: { name: 'ST_AsMVT', value: Math.min(median(parallel), median(alone)) },
        bar: { of: 'ratio', atMost: 1 } as const,
      })),
      ...[...reads].map(([name, list]) => ({ name: `tiles.${name}`, value: median(list), unit: 'ms' })),
    ];
  } finally {
    await server.stop();
  }
}

function listIn<T>(lists: Map<string, T>, key: string, make: () => T): T {
  const list = lists.get(key) ?? make();
  lists.set(key, list);
  return list;
}

function pathOf(id: TableId, { z, x, y }: TileAddress): string {
  return `/ogc/collections/${id}/tiles/WebMercatorQuad/${z}/${y}/${x}`;
}

async function ask(server: TileServer, id: TableId, address: TileAddress, headers: Headers) {
  const { z, x, y } = address;
  const theirs = (how: 'parallel' | 'alone') => get(`${server.url()}/bench/${how}/${id}/${z}/${y}/${x}`, headers);
  const ours = await get(`${server.url()}${pathOf(id, address)}`, headers);
  return { ours, parallel: await theirs('parallel'), alone: await theirs('alone') };
}

/** Both must have drawn the same things, or a comparison says nothing. @throws when they have not. */
function checkAlike(id: TableId, { z, x, y }: TileAddress, { ours, alone }: Awaited<ReturnType<typeof ask>>): void {
  const [a = 0, b = 0] = [ours, alone].map(({ status, body }) => {
    if (status !== 200) throw new Error(`Tile ${id} ${z}/${x}/${y} answered ${status}.`);
    return new VectorTile(new PbfReader(body)).layers[id]?.length ?? 0;
  });
  // A feature that only grazes the edge, or is about as large as what is left out, may be in one and not in the other.
  if (a === 0 || Math.abs(a - b) > Math.max(2, 0.02 * b))
    throw new Error(`Tile ${id} ${z}/${x}/${y} has ${a} features, from ST_AsMVT ${b}.`);
}
