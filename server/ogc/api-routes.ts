import type { FastifyRequest, RouteOptions } from 'fastify';
import type { App } from '../http/deps.ts';
import { openApiDocument } from '../http/openapi.ts';
import { checkMayLook } from './access.ts';
import { openapi30, originOf } from './links.ts';
import type { OgcDeps } from './ogc-deps.ts';
import { describeOnly, parametersOf } from './query.ts';
import { limitForm } from './schemas/items-schema.ts';
import { documentSchema } from './schemas/document-schema.ts';

/** Where QGIS looks for how large a page it may ask for. */
const limit = { name: 'limit', in: 'query', schema: limitForm };

/** The OpenAPI document of the whole server, at the address the OGC standards link to and at our own. */
export function apiRoutes(app: App, { viewerOf, config }: OgcDeps, routes: readonly RouteOptions[]): void {
  /** As bytes: of a text Fastify would rewrite the content type, which GDAL compares word for word. */
  async function document(request: FastifyRequest): Promise<Buffer> {
    checkMayLook(await viewerOf(request), config);
    parametersOf(request.query, ['f']);
    return Buffer.from(JSON.stringify(openApiDocument(routes, originOf(request), { limit })));
  }
  const given = { validatorCompiler: describeOnly };
  app.get('/ogc/api', { schema: documentSchema('api', 'This document'), ...given }, async (request, reply) =>
    reply.type(openapi30).send(await document(request)),
  );
  app.get(
    '/api/openapi.json',
    { schema: documentSchema('openapi', 'This document'), ...given },
    async (request, reply) => reply.type('application/json').send(await document(request)),
  );
}
