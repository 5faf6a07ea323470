import { Type } from 'typebox';
import type { AccessToken } from '#core/wire/overlay.ts';
import { createToken, revokeToken, tokensOf } from '../db/tokens.ts';
import type { App, Deps } from '../http/deps.ts';
import { notFound } from '../http/problems.ts';
import { WithId, Wire, WireList } from '../http/schemas.ts';
import { digest, signedInAtPage, type ViewerOf } from '../http/viewer.ts';

/** Personal access tokens, with which QGIS and GDAL sign in: the account's role, never its clearance. */
export async function tokenRoutes(app: App, { gate, clock, viewerOf }: Deps & { viewerOf: ViewerOf }): Promise<void> {
  const tags = ['session'];
  app.get(
    '/api/tokens',
    { schema: { tags, summary: 'Own access tokens', response: { 200: WireList<AccessToken>('Tokens') } } },
    async (request, reply) => {
      const viewer = await signedInAtPage(viewerOf, request);
      reply.header('cache-control', 'no-store');
      return gate.service('session', (tx) => tokensOf(tx, viewer.accountId, clock.now()));
    },
  );

  app.post(
    '/api/tokens',
    {
      schema: {
        tags,
        summary: 'A new access token; its secret is given once',
        body: Type.Object(
          { name: Type.String({ minLength: 1, maxLength: 80 }), days: Type.Integer({ minimum: 1, maximum: 365 }) },
          { additionalProperties: false },
        ),
        response: { 201: Wire<AccessToken>('Token') },
      },
    },
    async (request, reply) => {
      const viewer = await signedInAtPage(viewerOf, request);
      const now = clock.now();
      const expires = new Date(now.getTime() + request.body.days * 86_400_000);
      const secret = `kp_${clock.secret(32).toString('base64url')}`;
      const id = clock.uuid();
      const { name } = request.body;
      await gate.service('session', (tx) =>
        createToken(tx, { id, hash: digest(secret), accountId: viewer.accountId, name, now, expires }),
      );
      reply.header('cache-control', 'no-store').code(201);
      return { id, name, createdAt: now.toISOString(), expiresAt: expires.toISOString(), token: secret };
    },
  );

  app.delete(
    '/api/tokens/:id',
    { schema: { tags, summary: 'Revoke a token', params: WithId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const viewer = await signedInAtPage(viewerOf, request);
      if (!(await gate.service('session', (tx) => revokeToken(tx, request.params.id, viewer.accountId, clock.now()))))
        throw notFound();
      return reply.code(204).send(null);
    },
  );
}
