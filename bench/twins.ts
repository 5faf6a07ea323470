import type { RouteOptions } from 'fastify';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { makeGate } from '../server/db/gate.ts';
import { migrate } from '../server/db/migrate.ts';
import { openDriver } from '../server/db/open.ts';
import { sql } from '../server/db/sql.ts';
import { signIn } from '../tests/helpers/app.ts';
import { stillClock } from '../tests/helpers/clock.ts';
import { loadFixture, moveSecrets } from '../tests/helpers/fixture.ts';
import { reads, type Town, type Visit } from '../tests/helpers/visits.ts';
import type { Question } from './lib/question.ts';
import type { Engine, Workshop } from './lib/workshop.ts';

/** One person's sweep of every read over twin towns, as tests/noninterference.test.ts does it for everybody: how many requests, how long. */
export const twins: Question = {
  name: 'twins',
  asks: 'How long does a sweep of all reads over twin towns take?',
  needs: ['postgres'],
  async run(workshop) {
    const measured = [];
    let requests = 0;
    for (const engine of ['postgres', 'embedded'] as const) {
      const worlds = [await makeWorld(workshop, engine, 'stays'), await makeWorld(workshop, engine, 'moves')];
      try {
        const points = worlds.flatMap((world) => world.points);
        const [here] = worlds;
        if (!here) throw new Error('There is no town.');
        const visits = reads(here.routes, { ...here.town, points });
        const start = performance.now();
        for (const visit of visits) {
          const answers = await Promise.all(worlds.map((world) => world.answer(visit)));
          if (answers[0] !== answers[1]) throw new Error(`The twins differ at ${visit.url}.`);
        }
        requests = visits.length * worlds.length;
        measured.push({ name: `twins.${engine}`, value: (performance.now() - start) / 1000, unit: 's' });
      } finally {
        for (const world of worlds) await world.close();
      }
    }
    return [{ name: 'twins.requests', value: requests, unit: 'requests' }, ...measured];
  },
};

async function makeWorld(workshop: Workshop, engine: Engine, secrets: 'stays' | 'moves') {
  const clock = stillClock();
  const driver = await openDriver({ ...(await workshop.database(engine)), migrateDatabaseUrl: null });
  await migrate(driver);
  const gate = makeGate(driver, clock);
  const { sites, cameras, mounts } = await loadFixture(gate, clock);
  if (secrets === 'moves') await moveSecrets(gate);
  const routes: RouteOptions[] = [];
  const app = await buildApp({ gate, clock, config: readConfig({}), onRoute: (route) => void routes.push(route) });
  const cookie = await signIn(app, 'analyst');
  const rows = await gate.service('importer', (tx) =>
    tx.query<{ e: number; n: number }>(
      sql`select st_x(geom) as e, st_y(geom) as n from secret.position where kind <> 'camera' order by subject_id`,
    ),
  );
  const areas = await gate.service('importer', (tx) =>
    tx.query<{ id: number }>(sql`select id from app.area order by id`),
  );
  const town: Omit<Town, 'points'> = {
    siteIds: Object.values(sites),
    cameraIds: Object.values(cameras),
    mountIds: Object.values(mounts),
    areaIds: areas.map(({ id }) => id),
    importIds: [],
    fileIds: [],
    sourceIds: [],
  };
  return {
    routes,
    town,
    points: rows.map(({ e, n }) => toLonLat([e, n])),
    async answer(visit: Visit): Promise<string> {
      const reply = await app.inject({ ...visit, headers: cookie });
      const { date: _, ...headers } = reply.headers;
      return `${reply.statusCode} ${JSON.stringify(headers)} ${reply.rawPayload.toString('latin1')}`;
    },
    async close() {
      await app.close();
      await driver.close();
    },
  };
}
