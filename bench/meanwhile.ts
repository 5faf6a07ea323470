import { join } from 'node:path';
import type { Instance } from '#core/wire/instance.ts';
import { demoAccounts, demoPassword } from '../data/example/people.ts';
import { writeCrimes } from './lib/crimes-file.ts';
import { get, signIn } from './lib/http.ts';
import { importOverHttp } from './lib/import-over-http.ts';
import { quantile, timed } from './lib/measure.ts';
import type { Question } from './lib/question.ts';
import { startServer } from './lib/server.ts';
import { tilesAround } from './lib/tile-address.ts';
import type { Engine, Workshop } from './lib/workshop.ts';

/** Rows of the file for each engine: the larger one is what a county brings, the smaller what one computer holds. */
const rowsOf = { postgres: 1_771_000, embedded: 325_000 } as const;
/** A person who drags the map asks for a picture about so often. */
const every_ms = 100;

/** Whether anybody who looks at the map notices that a large file is brought in, and how much memory that takes. */
export const meanwhile: Question = {
  name: 'meanwhile',
  asks: 'How long does the map wait while a large file is brought in?',
  needs: ['postgres'],
  onlyWhenNamed: true,
  run: async (workshop) => [...(await on('postgres', workshop)), ...(await on('embedded', workshop))],
};

async function on(engine: Engine, workshop: Workshop) {
  const { environment } = await workshop.example(engine);
  let path = process.env[`BENCH_${engine.toUpperCase()}_CRIMES`] ?? '';
  if (!path) await writeCrimes((path = join(workshop.folder(), 'brott.csv')), rowsOf[engine]);
  const server = await startServer(environment);
  try {
    const person = (role: string) => demoAccounts.find((account) => account.role === role)?.username ?? '';
    const analyst = await signIn(server.url, person('analyst'), demoPassword);
    const planner = await signIn(server.url, person('planner'), demoPassword);
    const instance = (await (await fetch(`${server.url}/api/instance`)).json()) as Instance;
    const [west, south, east, north] = instance.bounds ?? [0, 0, 0, 0];
    const tiles = tilesAround([(west + east) / 2, (south + north) / 2], 14, 5);
    const collections = ['buildings', 'streets', 'places', 'cameras'];
    const urls = tiles.flatMap(({ z, x, y }) =>
      collections.map((id) => `${server.url}/ogc/collections/${id}/tiles/WebMercatorQuad/${z}/${y}/${x}`),
    );
    // Warm, as a map that has been open for a while.
    for (const url of urls) await get(url, planner);

    const over = new AbortController();
    const waits: number[] = [];
    const looking = (async () => {
      for (let turn = 0; !over.signal.aborted; turn += 1) {
        const { ms } = await get(urls[turn % urls.length] ?? '', planner);
        waits.push(ms);
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, every_ms - ms)));
      }
    })();
    const { ms, result } = await timed(() =>
      importOverHttp(server.url, analyst.cookie, path, { kind: 'incidents', source: 'bench' }),
    );
    over.abort();
    await looking;
    const read = result.counts?.read ?? 0;
    return [
      {
        name: `meanwhile.${engine}.map_p99`,
        value: quantile(waits, 0.99),
        unit: 'ms',
        bar: { of: 'value', atMost: 250 } as const,
      },
      { name: `meanwhile.${engine}.map_worst`, value: Math.max(...waits), unit: 'ms' },
      { name: `meanwhile.${engine}.rows`, value: (read / ms) * 1000, unit: 'rows/s' },
      {
        name: `meanwhile.${engine}.peak_memory`,
        value: server.peakMemory_mb() ?? 0,
        unit: 'MB',
        ...(engine === 'postgres' && { bar: { of: 'value', atMost: 600 } as const }),
      },
    ];
  } finally {
    await server.stop();
  }
}
