import type { RouteOptions } from 'fastify';
import type { App } from './deps.ts';
import { toOpenApiSchema, type JsonSchema } from './openapi-schema.ts';

/** What our routes say in `schema`. */
interface RouteSchema {
  readonly hide?: boolean;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly operationId?: string;
  readonly params?: JsonSchema;
  readonly querystring?: JsonSchema;
  readonly body?: JsonSchema;
  readonly consumes?: readonly string[];
  readonly produces?: readonly string[];
  readonly response?: Readonly<Record<string, JsonSchema>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.0.3';
  readonly info: JsonSchema;
  readonly servers: readonly JsonSchema[];
  readonly security: readonly JsonSchema[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: JsonSchema;
}

/** Remembers every route that is added from here on, in order. Call it before the first. */
export function collectRoutes(app: App): readonly RouteOptions[] {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  return routes;
}

/** The one OpenAPI 3.0.3 document of all routes but those that say `hide`; `parameters` are named ones beside them. */
export function openApiDocument(
  routes: readonly RouteOptions[],
  origin: string,
  parameters: Readonly<Record<string, JsonSchema>> = {},
): OpenApiDocument {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    const schema = (route.schema ?? {}) as RouteSchema;
    if (schema.hide) continue;
    const path = pathOf(route.url);
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(path, method.toLowerCase(), schema) };
    }
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Kamerapunkt',
      description:
        'Sites, coverage and grounds for safety cameras. Features and tiles under /ogc, the rest under /api.',
      version: '1',
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl' },
    },
    servers: [{ url: origin }],
    security: [{ session: [] }, { token: [] }, { tokenAsPassword: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'kamerapunkt' },
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token' },
        tokenAsPassword: { type: 'http', scheme: 'basic', description: 'The token as password, for QGIS and GDAL' },
      },
      parameters,
      schemas: { Problem: problem },
      responses: {
        Problem: {
          description: 'A problem (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const problem: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, value: {}, message: { type: 'string' } },
      },
    },
    current: {},
  },
};

/** `/api/sites/:id` as `/api/sites/{id}`. */
function pathOf(url: string): string {
  return url.replace(/:([A-Za-z]+)/g, '{$1}');
}

function operationOf(path: string, method: string, schema: RouteSchema): JsonSchema {
  const { tags, summary, description, body } = schema;
  return {
    operationId: schema.operationId ?? `${method}${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`,
    ...(tags && { tags }),
    ...(summary && { summary }),
    ...(description && { description }),
    parameters: [...pathParameters(path, schema.params), ...queryParameters(schema.querystring)],
    ...(body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          (schema.consumes ?? ['application/json']).map((type) => [type, { schema: toOpenApiSchema(body) }]),
        ),
      },
    }),
    responses: responsesOf(schema),
  };
}

function propertiesOf(schema: JsonSchema | undefined): [string, JsonSchema][] {
  return Object.entries((schema?.['properties'] ?? {}) as Record<string, JsonSchema>);
}

function pathParameters(path: string, params: JsonSchema | undefined): JsonSchema[] {
  const known = new Map(propertiesOf(params));
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    const { description, ...schema } = toOpenApiSchema(known.get(name!) ?? { type: 'string' });
    return { name, in: 'path', required: true, ...(description !== undefined && { description }), schema };
  });
}

function queryParameters(querystring: JsonSchema | undefined): JsonSchema[] {
  const required = (querystring?.['required'] ?? []) as readonly string[];
  return propertiesOf(querystring).map(([name, property]) => {
    const { description, ...schema } = toOpenApiSchema(property);
    return {
      name,
      in: 'query',
      required: required.includes(name),
      // A list with commas between, where a route says so; else the name again for each.
      ...(property['explode'] === false && { style: 'form', explode: false }),
      ...(description !== undefined && { description }),
      schema,
    };
  });
}

function responsesOf({ response = {}, produces = ['application/json'] }: RouteSchema): JsonSchema {
  const said = Object.entries(response).map(([status, answer]): [string, JsonSchema] => {
    const description = (answer['description'] as string | undefined) ?? 'The answer';
    if (answer['type'] === 'null') return [status, { description }];
    const content =
      (answer['content'] as Record<string, { schema: JsonSchema }> | undefined) ??
      Object.fromEntries(produces.map((type) => [type, { schema: answer }]));
    return [
      status,
      {
        description,
        content: Object.fromEntries(
          Object.entries(content).map(([type, { schema }]) => [type, { schema: toOpenApiSchema(schema) }]),
        ),
      },
    ];
  });
  return {
    ...(said.length === 0 ? { 200: { description: 'The answer' } } : Object.fromEntries(said)),
    default: { $ref: '#/components/responses/Problem' },
  };
}
