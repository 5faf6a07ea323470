import { openProcess } from './open-process.ts';

export interface TileServer {
  /** Where the application answers now. */
  url(): string;
  /** The application anew, in the same warm process: no tile is cached, no layer read. */
  renew(): Promise<void>;
  stop(): Promise<void>;
}

/** bench/lib/tile-server.ts on a PostgreSQL database. */
export async function openTileServer(databaseUrl: string): Promise<TileServer> {
  const child = openProcess('./tile-server.ts', databaseUrl);
  let url = await child.nextUrl();
  return {
    url: () => url,
    async renew() {
      const next = child.nextUrl();
      child.send('renew');
      url = await next;
    },
    stop: () => child.stop(),
  };
}
