import type { RouteOptions } from 'fastify';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { OpenApiDocument } from '../../server/http/openapi.ts';
import { toOpenApiSchema, type JsonSchema } from '../../server/http/openapi-schema.ts';
import { openDatabase, type TestDatabase } from '../helpers/engines.ts';
import { config, cookie, load } from './fixture.ts';

/** Every word that OpenAPI 3.0.3 lets a schema object say. */
const words = new Set(
  'title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties minProperties required enum type allOf oneOf anyOf not items properties additionalProperties description format default nullable discriminator readOnly writeOnly xml externalDocs example deprecated $ref'.split(
    ' ',
  ),
);

describe('toOpenApiSchema', () => {
  it.each([
    [Type.Literal('a'), { type: 'string', enum: ['a'] }],
    [Type.Union([Type.Literal('a'), Type.Literal('b')]), { type: 'string', enum: ['a', 'b'] }],
    [Type.Union([Type.String({ maxLength: 3 }), Type.Null()]), { type: 'string', maxLength: 3, nullable: true }],
    [Type.Integer({ exclusiveMinimum: 0 }), { type: 'integer', minimum: 0, exclusiveMinimum: true }],
    [{ type: ['number', 'null'] }, { type: 'number', nullable: true }],
    [
      Type.Object({ a: Type.Optional(Type.Array(Type.Number())) }, { additionalProperties: false }),
      { type: 'object', properties: { a: { type: 'array', items: { type: 'number' } } }, additionalProperties: false },
    ],
  ])('says %j in the words of 3.0.3', (schema, said) => {
    expect(JSON.parse(JSON.stringify(toOpenApiSchema(schema as JsonSchema)))).toEqual(said);
  });
});

describe('the OpenAPI document', () => {
  let database: TestDatabase;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let document: OpenApiDocument;
  const routes: RouteOptions[] = [];
  beforeAll(async () => {
    database = await openDatabase('postgres');
    await load(database.gate);
    const { gate, clock } = database;
    app = await buildApp({ gate, clock, config, onRoute: (route) => routes.push(route) });
    await app.ready();
    document = (await app.inject({ url: '/api/openapi.json', headers: cookie('planner') })).json();
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method,
        operation: operation as unknown as Operation,
      })),
    );
  interface Operation {
    operationId: string;
    parameters: { name: string; in: string; required: boolean; schema: Record<string, unknown> }[];
    responses: Record<string, { description?: string; $ref?: string }>;
  }

  it('holds every route that is not hidden, and nothing else', () => {
    const registered = routes
      .filter(({ schema }) => !(schema as { hide?: boolean } | undefined)?.hide)
      .flatMap(({ method, url }) =>
        [method].flat().map((one) => `${one.toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`),
      )
      .filter((one) => !/^(head|options) /.test(one));
    const said = operations().map(({ path, method }) => `${method} ${path}`);
    expect(said.toSorted()).toEqual([...new Set(registered)].toSorted());
    expect(said).toContain('get /ogc/collections/cameras/items/{featureId}');
    expect(said).toContain('post /api/session');
  });

  it('is the same at /ogc/api', async () => {
    const reply = await app.inject({ url: '/ogc/api', headers: cookie('planner') });
    expect(reply.headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0');
    expect(reply.json()).toEqual(document);
  });

  it('keeps to version 3.0.3', () => {
    expect(document.openapi).toBe('3.0.3');
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const said = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(
        said.map(({ name }) => name),
        path,
      ).toEqual(inPath);
      expect(said.every(({ required }) => required)).toBe(true);
      for (const response of Object.values(operation.responses))
        expect(response.description ?? response.$ref, `${method} ${path}`).toBeTruthy();
      checkSchemas(operation, `${method} ${path}`);
    }
    checkSchemas(document.components, 'components');
  });

  it('says the parameters of Features as the standard has them', () => {
    const { parameters } = document.paths['/ogc/collections/places/items']!['get'] as unknown as Operation;
    const named = (name: string) => parameters.find((parameter) => parameter.name === name);
    expect(named('bbox')).toMatchObject({
      required: false,
      style: 'form',
      explode: false,
      schema: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 },
    });
    expect(named('limit')).toMatchObject({ schema: { type: 'integer', minimum: 1, maximum: 10_000, default: 100 } });
    expect(named('datetime')).toMatchObject({ schema: { type: 'string' } });
  });

  it('has an answer at every path', async () => {
    for (const { path, method, operation } of operations()) {
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const schema = operation.parameters.find((parameter) => parameter.name === name)?.schema;
        return schema?.['format'] === 'uuid' ? '00000000-0000-4000-8000-000000000000' : '1';
      });
      const reply = await app.inject({
        method: method as 'get',
        url,
        headers: { ...cookie('planner'), 'content-type': 'application/json' },
      });
      expect(reply.statusCode, `${method} ${path}`).toBeLessThan(500);
      // 404 only for a thing that is not there, never for a route that is not.
      if (reply.statusCode === 404) expect(path, `${method} ${path}`).toMatch(/\{/);
    }
  });
});

/** Walks to every `schema` and checks its words. */
function checkSchemas(part: unknown, where: string): void {
  if (Array.isArray(part)) for (const one of part) checkSchemas(one, where);
  else if (typeof part === 'object' && part !== null)
    for (const [name, value] of Object.entries(part)) {
      if (name === 'schema') checkSchema(value as Record<string, unknown>, where);
      else checkSchemas(value, where);
    }
}

function checkSchema(schema: Record<string, unknown>, where: string): void {
  for (const word of Object.keys(schema)) expect(words.has(word), `${where}: ${word}`).toBe(true);
  if ('type' in schema)
    expect(['string', 'number', 'integer', 'boolean', 'array', 'object'], where).toContain(schema['type']);
  if (schema['type'] === 'array') expect(schema['items'], where).toBeTypeOf('object');
  for (const edge of ['exclusiveMinimum', 'exclusiveMaximum'])
    if (edge in schema) expect(schema[edge], where).toBeTypeOf('boolean');
  for (const one of Object.values((schema['properties'] ?? {}) as Record<string, never>)) checkSchema(one, where);
  for (const list of ['anyOf', 'oneOf', 'allOf'])
    for (const one of (schema[list] ?? []) as never[]) checkSchema(one, where);
  for (const one of [schema['items'], schema['additionalProperties']])
    if (typeof one === 'object' && one !== null) checkSchema(one as Record<string, unknown>, where);
}
