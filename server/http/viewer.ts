import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sessionAccount, tokenAccount } from '../db/accounts.ts';
import { nobody, type Viewer } from '../db/gate.ts';
import type { Deps } from './deps.ts';
import { HttpProblem } from './problems.ts';

export const cookieName = 'kamerapunkt';

/** Remembers who a session is for so long; a revoked one acts within it. */
const remembered_ms = 2_000;

/** A cookie's or token's secret is stored only as its digest. */
export function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/**
 * Finds out who asks, from the session cookie or an access token (Authorization: Bearer, or Basic with the token as password,
 * which is what QGIS and GDAL can send). Nobody signed in is `nobody`; a session or token that is not valid is also nobody.
 */
export function makeViewerOf({ gate, clock }: Pick<Deps, 'gate' | 'clock'>): ViewerOf {
  const known = new Map<string, { readonly viewer: Viewer; readonly until: number }>();

  const viewerOf = async (request: FastifyRequest): Promise<Viewer> => {
    const cookie = cookieOf(request.headers.cookie);
    const token = cookie ? null : tokenOf(request.headers.authorization);
    const secret = cookie ?? token;
    if (!secret) return nobody;
    const now = clock.now();
    const key = `${cookie ? 'c' : 't'}${secret}`;
    const entry = known.get(key);
    if (entry && entry.until > now.getTime()) return entry.viewer;
    const find = cookie ? sessionAccount : tokenAccount;
    const account = await gate.service('session', (tx) => find(tx, digest(secret), now));
    const viewer: Viewer = account
      ? { role: account.role, accountId: account.id, usesClearance: Boolean(cookie) }
      : nobody;
    if (known.size > 10_000) known.clear();
    known.set(key, { viewer, until: now.getTime() + remembered_ms });
    return viewer;
  };
  const forget = (request: FastifyRequest) => void known.delete(`c${cookieOf(request.headers.cookie)}`);
  return Object.assign(viewerOf, { forget });
}

export interface ViewerOf {
  (request: FastifyRequest): Promise<Viewer>;
  /** The session has ended: it is not remembered for another second. */
  forget(request: FastifyRequest): void;
}

/** @throws 401 when nobody has signed in. */
export async function signedIn(
  viewerOf: ViewerOf,
  request: FastifyRequest,
): Promise<Viewer & { readonly accountId: string }> {
  const viewer = await viewerOf(request);
  if (viewer.accountId === null) throw new HttpProblem(401, 'signed-out');
  return viewer as Viewer & { readonly accountId: string };
}

/**
 * For what only a person at the page may do: making and revoking access tokens, so that none can prolong itself.
 * @throws 401 when nobody has signed in, 403 for a token.
 */
export async function signedInAtPage(viewerOf: ViewerOf, request: FastifyRequest) {
  const viewer = await signedIn(viewerOf, request);
  if (!cookieOf(request.headers.cookie)) throw new HttpProblem(403, 'not-allowed', 'An access token cannot do this.');
  return viewer;
}

/** "Visa utan behörighet": a cleared person may look as one who is not; nobody may look as more than she is. */
export function viewerFor<V extends Viewer>(viewer: V, uncleared: string | undefined): V {
  return uncleared === '1' ? { ...viewer, usesClearance: false } : viewer;
}

export function cookieOf(header: string | undefined): string | null {
  const match = header && /(?:^|;\s*)kamerapunkt=([A-Za-z0-9_-]{20,100})/.exec(header);
  return match ? (match[1] ?? null) : null;
}

function tokenOf(header: string | undefined): string | null {
  if (!header) return null;
  if (/^Bearer /i.test(header)) return header.slice(7).trim();
  if (/^Basic /i.test(header)) {
    const [, password] = Buffer.from(header.slice(6), 'base64').toString('utf8').split(':', 2);
    return password ?? null;
  }
  return null;
}
