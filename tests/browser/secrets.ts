import type { Page, Response } from 'playwright-core';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import type { Gate } from '../../server/db/gate.ts';
import { sql } from '../../server/db/sql.ts';

interface Marked {
  readonly id: string;
  readonly level: 'masked' | 'withheld';
  readonly code: string | null;
  readonly name: string;
  readonly is_public_name: boolean;
  readonly is_on_mast: boolean;
  /** EPSG:3006. */
  readonly e: number;
  readonly n: number;
}

/** What is secret to a committee's planner, read past the gate: everything marked that is not her committee's. */
export async function othersSecrets(gate: Gate, organisation: string) {
  const marked = await gate.service('importer', (tx) =>
    tx.query<Marked>(sql`
      select thing.id, marking.level, thing.code, thing.name, st_x(position.geom) as e, st_y(position.geom) as n,
        -- Many sites are called as the square or the car park is, which everybody may know.
        exists (select from app.place where place.name like '%' || thing.name || '%') as is_public_name,
        -- A camera point hangs on a mast, and masts are nobody's secret.
        exists (select from app.mast where st_dwithin(mast.geom, position.geom, 1)) as is_on_mast
      from (
        select id, null as code, name, organisation_id from secret.site
        union all select id, code, name, organisation_id from secret.planned_mount
      ) thing
      join secret.secrecy_marking marking on thing.id in (marking.site_id, marking.planned_mount_id)
      join secret.position position on position.subject_id = thing.id
      join app.organisation organisation on organisation.id = thing.organisation_id
      where organisation.code <> ${organisation}
      order by thing.id`),
  );
  return {
    masked: marked.filter(({ level }) => level === 'masked').map(({ id }) => id),
    withheld: marked.filter(({ level }) => level === 'withheld').map(({ id }) => id),
    /** Names of their own and codes. */
    words: marked.flatMap(({ name, code, is_public_name }) => [
      ...(is_public_name ? [] : [name]),
      ...(code ? [code] : []),
    ]),
    /** Where they are, to about a metre, as JSON would say it; those at a mast left out. */
    positions: marked
      .filter(({ is_on_mast }) => !is_on_mast)
      .map(({ e, n }) => {
        const [lon, lat] = toLonLat([e, n]).map((degrees) => degrees.toFixed(7).slice(0, -2));
        return new RegExp(`\\b${lon}\\d*,\\s*${lat}`);
      }),
  };
}

interface Drawn {
  readonly type: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Keeps all that the server answers from here on; call the result to read it. */
export function keepAnswers(page: Page): () => Promise<{ texts: string[]; drawn: Drawn[] }> {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (/\/(api|ogc)\//.test(response.url()) && response.status() === 200) responses.push(response);
  });
  return async () => {
    const bodies = await Promise.all(
      responses.map(async (response) => ({
        // A page that has been left takes the answers to it along.
        body: await response.body().catch(() => Buffer.alloc(0)),
        isTile: response.headers()['content-type']?.includes('vector-tile') ?? false,
      })),
    );
    return {
      texts: bodies.map(({ body }) => body.toString('utf8')),
      drawn: bodies.filter(({ isTile }) => isTile).flatMap(({ body }) => featuresOf(body)),
    };
  };
}

function featuresOf(tile: Uint8Array): Drawn[] {
  return Object.values(new VectorTile(new PbfReader(tile)).layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, index) => {
      const { type, properties } = layer.feature(index);
      return { type, properties };
    }),
  );
}
