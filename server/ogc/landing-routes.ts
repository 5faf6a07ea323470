import type { FastifyRequest } from 'fastify';
import type { App } from '../http/deps.ts';
import type { TableId } from '../db/feature-tables.ts';
import { checkMayLook, checkMayRead, readable } from './access.ts';
import { collections, type Collection } from './collections.ts';
import { referenceSystems, sweref99tm } from './crs.ts';
import { geojson, jsonLink, openapi30, originOf } from './links.ts';
import type { OgcDeps } from './ogc-deps.ts';
import { describeOnly, parametersOf } from './query.ts';
import { documentSchema } from './schemas/document-schema.ts';

/** What this API keeps to. */
const conformsTo = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt',
];

/** The pages a client starts from: landing, conformance, and what collections there are for this viewer. */
export function landingRoutes(app: App, { viewerOf, config, layers }: OgcDeps): void {
  const json = (id: string, summary: string) => ({
    schema: documentSchema(id, summary),
    validatorCompiler: describeOnly,
  });

  app.get('/ogc', json('landing', 'Landing page of the OGC API'), async (request) => {
    checkMayLook(await viewerOf(request), config);
    parametersOf(request.query, ['f']);
    const base = `${originOf(request)}/ogc`;
    return {
      title: 'Kamerapunkt',
      description: 'Platser, täckning och underlag för trygghetskameror. OGC API Features och Tiles.',
      links: [
        jsonLink(base, 'self'),
        { href: `${base}/api`, rel: 'service-desc', type: openapi30 },
        jsonLink(`${base}/conformance`, 'conformance'),
        jsonLink(`${base}/collections`, 'data'),
      ],
    };
  });

  app.get('/ogc/conformance', json('conformance', 'What the OGC API conforms to'), async (request) => {
    checkMayLook(await viewerOf(request), config);
    parametersOf(request.query, ['f']);
    return { conformsTo };
  });

  app.get('/ogc/collections', json('collections', 'The collections that the viewer may read'), async (request) => {
    const viewer = await viewerOf(request);
    checkMayLook(viewer, config);
    parametersOf(request.query, ['f']);
    return {
      links: [jsonLink(`${originOf(request)}/ogc/collections`, 'self')],
      crs: referenceSystems.map(({ uri }) => uri),
      collections: await Promise.all(readable(viewer, config).map((one) => describe(one, request))),
    };
  });

  for (const collection of collections) {
    app.get(
      `/ogc/collections/${collection.id}`,
      json(`${collection.id}-collection`, `${collection.titleEn}: what it is`),
      async (request) => {
        checkMayRead(await viewerOf(request), collection, config);
        parametersOf(request.query, ['f']);
        return describe(collection, request);
      },
    );
  }

  async function describe(collection: Collection, request: FastifyRequest) {
    const here = `${originOf(request)}/ogc/collections/${collection.id}`;
    const bounds = collection.table ? await layers.bounds(collection.id as TableId) : null;
    return {
      id: collection.id,
      title: collection.titleSv,
      description: `${collection.descriptionSv} / ${collection.descriptionEn}`,
      itemType: 'feature',
      ...(bounds && { extent: { spatial: { bbox: [bounds], crs: referenceSystems[0]!.uri } } }),
      crs: referenceSystems.map(({ uri }) => uri),
      storageCrs: sweref99tm.uri,
      links: [
        jsonLink(here, 'self'),
        { href: `${here}/items`, rel: 'items', type: geojson, title: collection.titleSv },
        jsonLink(`${here}/tiles`, 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector'),
      ],
    };
  }
}
