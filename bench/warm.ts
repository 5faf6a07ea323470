import { get, signIn } from './lib/http.ts';
import { openProcess } from './lib/open-process.ts';
import { openTileServer } from './lib/open-tile-server.ts';
import { account, loadPlain, middleTile } from './lib/plain.ts';
import type { Question } from './lib/question.ts';
import { lonLatOf, tilesAround } from './lib/tile-address.ts';
import { requestsPerSecond } from './lib/wrk.ts';

const wanted_bytes = 20_000;

/** Requests a second for a tile that has been made, with a session's cookie, beside Node's own server with the same bytes and no sign-in. */
export const warm: Question = {
  name: 'warm',
  asks: 'How many requests a second for a tile that is in the cache?',
  needs: ['postgres', 'wrk'],
  async run(workshop) {
    const database = await workshop.database('postgres');
    await loadPlain(database, { buildings: 20_000, points: 1_000 });
    const server = await openTileServer(database.databaseUrl ?? '');
    try {
      const cookie = await signIn(server.url(), account.username, account.password);
      const tile = await tileOfSize(server.url(), cookie);
      const bare = openProcess('./bare-server.ts', String(tile.bytes));
      try {
        const bareUrl = await bare.nextUrl();
        const whole = await requestsPerSecond(tile.url, cookie);
        const bareWhole = await requestsPerSecond(bareUrl, cookie);
        const same = await requestsPerSecond(tile.url, { ...cookie, 'If-None-Match': tile.etag });
        const bareSame = await requestsPerSecond(bareUrl, { ...cookie, 'If-None-Match': '"same"' });
        return [
          {
            name: 'warm.tile_20_kB',
            value: whole,
            unit: 'requests/s',
            versus: { name: 'bare node:http', value: bareWhole },
            bar: { of: 'value', atLeast: 20_000 },
          },
          {
            name: 'warm.not_modified',
            value: same,
            unit: 'requests/s',
            versus: { name: 'bare node:http', value: bareSame },
            bar: { of: 'value', atLeast: 30_000 },
          },
        ];
      } finally {
        await bare.stop();
      }
    } finally {
      await server.stop();
    }
  },
};

/** Of the tiles in the middle of the plain the one whose size is nearest to what is asked for. */
async function tileOfSize(server: string, cookie: Record<string, string>) {
  const { z, x, y } = middleTile;
  const middle = lonLatOf({ z, x: x + 0.5, y: y + 0.5 });
  const found = [];
  for (const address of [...tilesAround(middle, 15, 16), ...tilesAround(middle, 14, 4)]) {
    const url = `${server}/ogc/collections/buildings/tiles/WebMercatorQuad/${address.z}/${address.y}/${address.x}`;
    const { status, body, etag } = await get(url, cookie);
    if (status === 200) found.push({ url, bytes: body.length, etag });
  }
  const away = ({ bytes }: { bytes: number }) => Math.abs(bytes - wanted_bytes);
  const [nearest] = found.toSorted((a, b) => away(a) - away(b));
  if (!nearest || away(nearest) > wanted_bytes / 5) throw new Error('No tile of about 20 kB was found.');
  return nearest;
}
