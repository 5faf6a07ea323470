import type { Instance } from '#core/wire/instance.ts';
import { demoAccounts } from '../data/example/people.ts';
import { coldTiles } from './lib/cold-tiles.ts';
import { account, loadPlain, middleTile } from './lib/plain.ts';
import type { Question } from './lib/question.ts';
import { startServer } from './lib/server.ts';
import { lonLatOf } from './lib/tile-address.ts';
import type { Workshop } from './lib/workshop.ts';

/**
 * A tile that has not been asked for before, its layer being in memory: the median at concurrency 1 on a plain of
 * 100 000 buildings and 10 000 points and in the example town, beside ST_AsMVT through the same server and gate.
 */
export const tiles: Question = {
  name: 'tiles',
  asks: 'How long does a tile take that is not in the cache?',
  needs: ['postgres'],
  run: async (workshop) => [...(await onThePlain(workshop)), ...(await inTheExample(workshop))],
};

async function onThePlain(workshop: Workshop) {
  const { databaseUrl } = await workshop.database('postgres');
  await loadPlain({ databaseUrl, dataDir: '' }, { buildings: 100_000, points: 10_000 });
  const { z, x, y } = middleTile;
  return coldTiles({
    databaseUrl: databaseUrl ?? '',
    account,
    middle: lonLatOf({ z, x: x + 0.5, y: y + 0.5 }),
    layers: [
      { name: 'points', id: 'masts', tiles: { 12: 1, 14: 9, 16: 36 } },
      { name: 'buildings', id: 'buildings', tiles: { 12: 1, 14: 16, 16: 64 } },
    ],
  });
}

async function inTheExample(workshop: Workshop) {
  const { databaseUrl, environment } = await workshop.example('postgres');
  const server = await startServer(environment);
  const instance = (await (await fetch(`${server.url}/api/instance`)).json()) as Instance;
  await server.stop();
  if (!instance.bounds) throw new Error('The example has no opening view.');
  const [west, south, east, north] = instance.bounds;
  const [somebody] = demoAccounts;
  return coldTiles({
    databaseUrl: databaseUrl ?? '',
    account: { username: somebody?.username ?? '', password: somebody?.password ?? '' },
    middle: [(west + east) / 2, (south + north) / 2],
    layers: [
      { name: 'example_buildings', id: 'buildings', tiles: { 12: 1, 14: 4, 16: 16 } },
      { name: 'example_streets', id: 'streets', tiles: { 12: 1, 14: 4, 16: 16 } },
    ],
  });
}
