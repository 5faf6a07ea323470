import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FeatureRow } from '../../db/features.ts';
import type { Viewer } from '../../db/gate.ts';
import type { App } from '../../http/deps.ts';
import { notFound } from '../../http/problems.ts';
import { checkMayFilter, checkMayRead } from '../access.ts';
import { badParameter } from '../bad-parameter.ts';
import type { Collection } from '../collections.ts';
import { crsOf, type Crs } from '../crs.ts';
import { geojson, jsonLink, originOf, type Link } from '../links.ts';
import type { OgcDeps } from '../ogc-deps.ts';
import { describeOnly, parametersOf } from '../query.ts';
import { itemSchema, itemsSchema } from '../schemas/items-schema.ts';
import { parseBbox } from './bbox.ts';
import { parseDatetime } from './datetime.ts';
import { itemSourceFor } from './item-source-for.ts';
import type { Page } from './item-source.ts';
import { defaultLimit, largestLimit } from './limits.ts';
import { featureId, lastIdOf, pageToken } from './page-token.ts';

const common = ['bbox', 'bbox-crs', 'crs', 'datetime', 'f', 'limit', 'next'] as const;

/** The features of one collection, a page at a time, and one feature by its id. */
export function itemsRoutes(app: App, deps: OgcDeps, collection: Collection): void {
  const path = `/ogc/collections/${collection.id}/items`;
  const known = [...common, ...collection.filters];

  async function viewerMayRead(request: FastifyRequest): Promise<Viewer> {
    const viewer = await deps.viewerOf(request);
    checkMayRead(viewer, collection, deps.config);
    return viewer;
  }

  app.get(path, { schema: itemsSchema(collection), validatorCompiler: describeOnly }, async (request, reply) => {
    const viewer = await viewerMayRead(request);
    const asked = parametersOf(request.query, known);
    checkMayFilter(viewer, asked);
    const crs = crsOf('crs', asked.crs);
    const bboxCrs = crsOf('bbox-crs', asked['bbox-crs']);
    const source = itemSourceFor(collection, viewer, deps);
    const page = await source.page({
      crs,
      boxes: asked.bbox === undefined ? null : parseBbox(asked.bbox, bboxCrs),
      interval: asked.datetime === undefined ? null : parseDatetime(asked.datetime),
      filters: asked,
      after: asked.next === undefined ? null : lastIdOf(asked.next, source.idType),
      limit: limitOf(asked.limit),
    });
    return sendGeojson(reply, crs, collectionText(page, linksOf(request, collection, page), asked.next === undefined));
  });

  app.get(
    `${path}/:featureId`,
    { schema: itemSchema(collection), validatorCompiler: describeOnly },
    async (request, reply) => {
      const viewer = await viewerMayRead(request);
      const asked = parametersOf(request.query, ['crs', 'f']);
      const crs = crsOf('crs', asked.crs);
      const source = itemSourceFor(collection, viewer, deps);
      const id = featureId((request.params as { featureId: string }).featureId, source.idType);
      const row = id === null ? null : await source.one(id, crs);
      if (!row) throw notFound();
      const origin = originOf(request);
      return sendGeojson(
        reply,
        crs,
        featureText(row, [
          { href: `${origin}${request.url}`, rel: 'self', type: geojson },
          jsonLink(`${origin}/ogc/collections/${collection.id}`, 'collection'),
        ]),
      );
    },
  );
}

function limitOf(value: string | undefined): number {
  if (value === undefined) return defaultLimit;
  const limit = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (limit < 1) throw badParameter('limit', value, `Give a whole number from 1 to ${largestLimit}.`);
  // The standard: more than the server gives is not an error, the server gives what it gives.
  return Math.min(limit, largestLimit);
}

function linksOf(request: FastifyRequest, { id }: Collection, page: Page): Link[] {
  const origin = originOf(request);
  const here = new URL(`${origin}${request.url}`);
  const links: Link[] = [
    { href: here.href, rel: 'self', type: geojson },
    jsonLink(`${origin}/ogc/collections/${id}`, 'collection'),
  ];
  const last = page.rows.at(-1);
  if (page.more && last) {
    here.searchParams.set('next', pageToken(last.id));
    links.push({ href: here.href, rel: 'next', type: geojson });
  }
  return links;
}

/** Written as text: the geometries come as GeoJSON from the database and are sent on unread. */
function collectionText({ rows, more }: Page, links: readonly Link[], firstPage: boolean): string {
  // How many there are in all is known without counting where the first page is also the last.
  const matched = firstPage && !more ? `"numberMatched":${rows.length},` : '';
  return `{"type":"FeatureCollection",${matched}"numberReturned":${rows.length},"links":${JSON.stringify(links)},"features":[${rows.map((row) => featureText(row)).join(',\n')}]}`;
}

function featureText({ id, geometry, properties }: FeatureRow, links?: readonly Link[]): string {
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":${geometry},"properties":${JSON.stringify(properties)}${links ? `,"links":${JSON.stringify(links)}` : ''}}`;
}

function sendGeojson(reply: FastifyReply, crs: Crs, text: string): FastifyReply {
  return reply
    .header('content-type', geojson)
    .header('content-crs', `<${crs.uri}>`)
    .header('cache-control', 'private, no-cache')
    .send(text);
}
