import type { FastifyRequest } from 'fastify';
import type { App } from '../../http/deps.ts';
import { notFound } from '../../http/problems.ts';
import { checkMayRead } from '../access.ts';
import type { Collection } from '../collections.ts';
import { jsonLink, mvt, originOf } from '../links.ts';
import type { OgcDeps } from '../ogc-deps.ts';
import { describeOnly, parametersOf } from '../query.ts';
import { tileSchema, tilesetSchema, tilesetsSchema } from '../schemas/tiles-schema.ts';
import { largestZoomServed } from './generalise.ts';
import type { TileAddress } from './make-tile.ts';
import type { TileCache } from './tile-cache.ts';
import { tileSourceFor } from './tile-source-for.ts';
import { tileJson } from './tilejson.ts';

/** Asked again each time, answered with 304 while the bytes are the same. */
const revalidated = 'private, max-age=0, must-revalidate';
/** An address that carries the layer's version never changes its answer. */
const versioned = 'private, max-age=31536000, immutable';

/** The vector tiles of one collection in WebMercatorQuad, their TileJSON, and the list of both. */
export function tilesRoutes(app: App, deps: OgcDeps & { readonly cache: TileCache }, collection: Collection): void {
  const { viewerOf, config, cache } = deps;
  const path = `/ogc/collections/${collection.id}/tiles`;

  app.get(path, { schema: tilesetsSchema(collection), validatorCompiler: describeOnly }, async (request) => {
    checkMayRead(await viewerOf(request), collection, config);
    parametersOf(request.query, ['f']);
    return tilesetList(request, collection);
  });

  app.get(
    `${path}/WebMercatorQuad`,
    { schema: tilesetSchema(collection), validatorCompiler: describeOnly },
    async (request, reply) => {
      checkMayRead(await viewerOf(request), collection, config);
      const { f: _, ...filters } = parametersOf(request.query, ['f', ...collection.filters]);
      const source = await tileSourceFor(collection, filters, deps);
      reply.header('cache-control', 'private, no-cache');
      return tileJson(collection, source, originOf(request), filters);
    },
  );

  app.get(
    `${path}/WebMercatorQuad/:z/:row/:col`,
    { schema: tileSchema(collection), validatorCompiler: describeOnly },
    async (request, reply) => {
      checkMayRead(await viewerOf(request), collection, config);
      const address = addressOf(request.params as Record<'z' | 'row' | 'col', string>);
      const { v, ...filters } = parametersOf(request.query, ['v', ...(collection.table ? [] : collection.filters)]);
      const source = await tileSourceFor(collection, filters, deps);
      const key = `${source.key} ${address.z}/${address.x}/${address.y}`;
      const tile = cache.get(key) ?? cache.put(key, await source.tile(address));
      reply.header('etag', tile.etag).header('cache-control', v === source.version ? versioned : revalidated);
      if (holds(request.headers['if-none-match'], tile.etag)) return reply.code(304).send();
      if (!tile.bytes) return reply.code(204).send();
      return reply.header('content-type', mvt).send(tile.bytes);
    },
  );
}

/** The standard counts row before column. @throws 404 for what is no tile of the matrix set. */
function addressOf({ z, row, col }: Record<'z' | 'row' | 'col', string>): TileAddress {
  const address = { z: wholeNumber(z), x: wholeNumber(col), y: wholeNumber(row) };
  const tiles = 2 ** address.z;
  if (!(address.z <= largestZoomServed && address.x < tiles && address.y < tiles)) throw notFound();
  return address;
}

function wholeNumber(text: string): number {
  return /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
}

function holds(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header === etag || header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

function tilesetList(request: FastifyRequest, { id, titleEn }: Collection) {
  const origin = originOf(request);
  return {
    links: [jsonLink(`${origin}${request.url}`, 'self')],
    tilesets: [
      {
        title: titleEn,
        dataType: 'vector',
        crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
        tileMatrixSetURI: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
        links: [
          jsonLink(`${origin}/ogc/collections/${id}/tiles/WebMercatorQuad`, 'self'),
          jsonLink(
            'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
            'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
          ),
          {
            href: `${origin}/ogc/collections/${id}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}`,
            rel: 'item',
            type: mvt,
            templated: true,
          },
        ],
      },
    ],
  };
}
