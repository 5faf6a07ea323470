// A process of its own: the application as it is, and beside it one route that lets the database make the tile.
import { Type } from 'typebox';
import { readConfig } from '../../server/config.ts';
import { buildApp } from '../../server/app.ts';
import { systemClock } from '../../server/db/clock.ts';
import type { TableId } from '../../server/db/feature-tables.ts';
import { makeGate } from '../../server/db/gate.ts';
import { openDriver } from '../../server/db/open.ts';
import { signedIn, makeViewerOf } from '../../server/http/viewer.ts';
import { asMvt } from './as-mvt.ts';

const databaseUrl = process.argv[2] ?? '';
const driver = await openDriver({ databaseUrl, migrateDatabaseUrl: null, dataDir: '' });
// Whether several processes help with one tile is the operator's choice: both are tried, the quicker one counts.
const alone = await openDriver({
  databaseUrl: `${databaseUrl}?options=${encodeURIComponent('-c max_parallel_workers_per_gather=0')}`,
  migrateDatabaseUrl: null,
  dataDir: '',
});
const gates = { parallel: makeGate(driver, systemClock), alone: makeGate(alone, systemClock) } as const;
const deps = { gate: gates.parallel, clock: systemClock, config: readConfig({}) };
const viewerOf = makeViewerOf(deps);

async function open() {
  const app = await buildApp(deps);
  app.get(
    '/bench/:how/:id/:z/:y/:x',
    { schema: { params: Type.Record(Type.String(), Type.String()) } },
    async (request, reply) => {
      const viewer = await signedIn(viewerOf, request);
      const { how, id, z, x, y } = request.params as Record<'how' | 'id' | 'z' | 'x' | 'y', string>;
      const statement = asMvt(id as TableId, { z: Number(z), x: Number(x), y: Number(y) });
      const [row] = await gates[how as keyof typeof gates].as(viewer, (tx) => tx.query<{ mvt: Buffer }>(statement));
      return reply.header('content-type', 'application/vnd.mapbox-vector-tile').send(row?.mvt);
    },
  );
  process.send?.({ url: await app.listen({ host: '127.0.0.1', port: 0 }) });
  return app;
}

let app = await open();
// Each message asks for a new application: the same process, warm, with an empty cache of tiles.
process.on('message', async () => {
  await app.close();
  app = await open();
});
process.on('disconnect', async () => {
  await app.close();
  await driver.close();
  await alone.close();
});
