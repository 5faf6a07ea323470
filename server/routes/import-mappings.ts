import { Type } from 'typebox';
import { importKinds, type ImportKind, type ImportMapping } from '#core/wire/imports.ts';
import { deleteMapping, mappingsOf, putMapping } from '../db/import-mappings.ts';
import type { App, Deps } from '../http/deps.ts';
import { HttpProblem, notFound } from '../http/problems.ts';
import { WireList } from '../http/schemas.ts';
import type { ViewerOf } from '../http/viewer.ts';
import { kindOf } from '../imports/kinds.ts';
import { Settings } from './import-schemas.ts';
import { importerOf } from './importer.ts';
import { refusePersonalNumbers } from './reason.ts';

const Kind = Type.Unsafe<ImportKind>({ type: 'string', enum: [...importKinds] });
const Named = Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }) });

/** How a file was read, kept by name for next year's; shared by those who bring the kind in, and never of a secret kind. */
export async function importMappingRoutes(
  app: App,
  { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf },
): Promise<void> {
  const tags = ['imports'];
  const importer = (request: Parameters<ViewerOf>[0]) => importerOf(gate, viewerOf, request);

  app.get(
    '/api/import-mappings',
    {
      schema: {
        tags,
        summary: 'Mappings kept by name',
        querystring: Type.Object({ kind: Type.Optional(Kind) }),
        response: { 200: WireList<ImportMapping>('Mappings') },
      },
    },
    async (request, reply) => {
      const { kinds } = await importer(request);
      const all = await gate.service('importer', (tx) => mappingsOf(tx, request.query.kind ?? null));
      reply.header('cache-control', 'no-store');
      return all.filter(({ kind }) => kinds.includes(kind));
    },
  );

  app.put(
    '/api/import-mappings/:name',
    {
      schema: {
        tags,
        summary: 'Keep a mapping by name',
        params: Named,
        body: Type.Object({ kind: Kind, settings: Settings }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { accountId, kinds } = await importer(request);
      const { kind, settings } = request.body;
      if (!kinds.includes(kind) || kindOf(kind).isSecret) throw new HttpProblem(403, 'not-allowed');
      const { name } = request.params;
      refusePersonalNumbers(name, settings);
      const known = await gate.service('importer', (tx) => mappingsOf(tx, null));
      if (known.some((mapping) => mapping.name === name && !kinds.includes(mapping.kind)))
        throw new HttpProblem(409, 'conflict', 'Another mapping has this name.');
      await gate.service('importer', (tx) => putMapping(tx, { name, kind, settings }, accountId, clock.now()));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/import-mappings/:name',
    { schema: { tags, summary: 'Forget a mapping', params: Named, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { kinds } = await importer(request);
      const { name } = request.params;
      const known = await gate.service('importer', (tx) => mappingsOf(tx, null));
      if (!known.some((mapping) => mapping.name === name && kinds.includes(mapping.kind))) throw notFound();
      await gate.service('importer', (tx) => deleteMapping(tx, name));
      return reply.code(204).send(null);
    },
  );
}
