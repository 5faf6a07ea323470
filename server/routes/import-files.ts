import { Type } from 'typebox';
import type { ImportFile } from '#core/wire/imports.ts';
import { deleteFiles, fileOf, filesHeldBy, insertFile, receive } from '../db/import-files.ts';
import type { App, Deps } from '../http/deps.ts';
import { HttpProblem, notFound } from '../http/problems.ts';
import { WithId, Wire } from '../http/schemas.ts';
import type { ViewerOf } from '../http/viewer.ts';
import { safeName, type Uploads } from '../imports/page/uploads.ts';
import { importerOf } from './importer.ts';

/** A part of an upload; a lost connection costs no more than one. */
const partBytes = 8 * 1024 * 1024;
/** So many files may lie waiting for one person. */
const mostHeld = 100;

/** Uploads in parts: what has come is asked for after a lost connection, and the next part goes on from there. */
export async function importFileRoutes(
  app: App,
  { gate, clock, config, viewerOf, uploads }: Deps & { viewerOf: ViewerOf; uploads: Uploads },
): Promise<void> {
  const tags = ['imports'];
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: partBytes },
    (_request, body, done) => done(null, body),
  );
  const importer = (request: Parameters<ViewerOf>[0]) => importerOf(gate, viewerOf, request);
  const own = async (id: string, accountId: string): Promise<ImportFile> => {
    const file = await gate.service('importer', (tx) => fileOf(tx, id, accountId));
    if (!file) throw notFound();
    return file;
  };

  app.post(
    '/api/import-files',
    {
      schema: {
        tags,
        summary: 'Announce a file that is to be uploaded',
        body: Type.Object(
          {
            name: Type.String({ minLength: 1, maxLength: 200 }),
            bytes: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
          },
          { additionalProperties: false },
        ),
        response: { 201: Wire<ImportFile>('File') },
      },
    },
    async (request, reply) => {
      const { accountId } = await importer(request);
      const { name, bytes } = request.body;
      if (bytes > config.importMaxBytes) {
        const message = `A file may be at most ${config.importMaxBytes} bytes.`;
        throw new HttpProblem(413, 'too-large', message, { errors: [{ field: 'bytes', value: bytes, message }] });
      }
      const id = clock.uuid();
      await gate.service('importer', async (tx) => {
        if ((await filesHeldBy(tx, accountId)) >= mostHeld) throw new HttpProblem(429, 'too-many-files');
        await insertFile(tx, { id, accountId, name: safeName(name), bytes, at: clock.now() });
      });
      if (bytes === 0) await uploads.write(id, safeName(name), 0, new Uint8Array());
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await own(id, accountId));
    },
  );

  app.get(
    '/api/import-files/:id',
    {
      schema: {
        tags,
        summary: 'How much of a file has come',
        params: WithId,
        response: { 200: Wire<ImportFile>('File') },
      },
    },
    async (request, reply) => {
      const { accountId } = await importer(request);
      reply.header('cache-control', 'no-store');
      return own(request.params.id, accountId);
    },
  );

  app.put(
    '/api/import-files/:id',
    {
      bodyLimit: partBytes,
      schema: {
        tags,
        summary: 'A part of a file: at most 8 MiB, from the byte that it says',
        params: WithId,
        querystring: Type.Object({ offset: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) }),
        response: { 200: Wire<ImportFile>('File') },
      },
    },
    async (request, reply) => {
      const { accountId } = await importer(request);
      const { id } = request.params;
      const { offset } = request.query;
      const part = request.body;
      if (!(part instanceof Uint8Array)) throw new HttpProblem(415, 'invalid', 'Send application/octet-stream.');
      const file = await own(id, accountId);
      if (offset !== file.received || offset + part.byteLength > file.bytes)
        throw new HttpProblem(409, 'conflict', 'The next part begins at `received`.', { current: file });
      await uploads.write(id, file.name, offset, part);
      if (!(await gate.service('importer', (tx) => receive(tx, id, offset, part.byteLength))))
        throw new HttpProblem(409, 'conflict', undefined, { current: await own(id, accountId) });
      reply.header('cache-control', 'no-store');
      return own(id, accountId);
    },
  );

  app.delete(
    '/api/import-files/:id',
    { schema: { tags, summary: 'Throw an upload away', params: WithId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { accountId } = await importer(request);
      const { id } = await own(request.params.id, accountId);
      await gate.service('importer', (tx) => deleteFiles(tx, [id]));
      await uploads.remove(id);
      return reply.code(204).send(null);
    },
  );
}
