import { Type } from 'typebox';
import { verify } from '@node-rs/argon2';
import type { Session } from '#core/wire/instance.ts';
import { closeSession, credentialOf, openSession } from '../db/accounts.ts';
import { clearancesOf, me } from '../db/me.ts';
import type { Viewer } from '../db/gate.ts';
import type { App, Deps } from '../http/deps.ts';
import { HttpProblem } from '../http/problems.ts';
import { cookieName, cookieOf, digest, signedIn, type ViewerOf } from '../http/viewer.ts';
import { makeAttempts } from '../http/attempts.ts';
import { mayOf } from '../http/may.ts';

const session_hours = 12;

/** A hash of nothing anybody knows: an unknown name takes as long as a wrong password. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$0VhTmvXPHoHaXhBR0vSyQhrqkN3bUW0kJ1NN5ZCDBNE';

const sessionSchema = Type.Unsafe<Session>({ type: 'object', additionalProperties: true });

export async function sessionRoutes(
  app: App,
  { gate, clock, config, viewerOf }: Deps & { viewerOf: ViewerOf },
): Promise<void> {
  const attempts = makeAttempts(clock);

  const sessionOf = (viewer: Viewer): Promise<Session> =>
    gate.as(viewer, async (tx) => {
      const account = await me(tx);
      if (!account) throw new HttpProblem(401, 'signed-out');
      return { account, clearances: await clearancesOf(tx, account.role), may: mayOf(account.role) };
    });

  app.post(
    '/api/session',
    {
      schema: {
        tags: ['session'],
        summary: 'Sign in',
        body: Type.Object(
          { username: Type.String({ maxLength: 60 }), password: Type.String({ maxLength: 200 }) },
          { additionalProperties: false },
        ),
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      const username = request.body.username.trim().toLowerCase();
      attempts.count(username, request.ip);
      const credential = await gate.service('session', (tx) => credentialOf(tx, username));
      const right = await verify(credential?.passwordHash ?? decoy, request.body.password);
      if (!right || !credential?.passwordHash) {
        throw new HttpProblem(401, 'wrong-credentials', 'The user name or the password is not right.');
      }
      attempts.forgive(username, request.ip);
      const secret = clock.secret(32).toString('base64url');
      const now = clock.now();
      const expires = new Date(now.getTime() + session_hours * 3_600_000);
      await gate.service('session', (tx) => openSession(tx, digest(secret), credential.id, now, expires));
      reply
        .header(
          'set-cookie',
          `${cookieName}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${session_hours * 3600}${config.secureCookies ? '; Secure' : ''}`,
        )
        .header('cache-control', 'no-store');
      return sessionOf({ role: credential.role, accountId: credential.id, usesClearance: true });
    },
  );

  app.get(
    '/api/session',
    { schema: { tags: ['session'], summary: 'Who is signed in', response: { 200: sessionSchema } } },
    async (request, reply) => {
      const viewer = await signedIn(viewerOf, request);
      reply.header('cache-control', 'no-store');
      return sessionOf(viewer);
    },
  );

  app.delete(
    '/api/session',
    { schema: { tags: ['session'], summary: 'Sign out', response: { 204: Type.Null() } } },
    async (request, reply) => {
      const secret = cookieOf(request.headers.cookie);
      if (secret) await gate.service('session', (tx) => closeSession(tx, digest(secret)));
      viewerOf.forget(request);
      return reply
        .header('set-cookie', `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`)
        .code(204)
        .send(null);
    },
  );
}
