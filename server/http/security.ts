import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './problems.ts';

/** Our own origin and nothing else; MapLibre's worker is a file of ours, its images are blobs. */
const contentPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob: https:",
  "connect-src 'self' https:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Headers on every answer, and the guard against cross-site writes: a write with a cookie must come from our own page,
 * which the browser says in Sec-Fetch-Site (or Origin, where a browser is old), and carry JSON.
 */
export function installSecurity(app: FastifyInstance): void {
  refuseZeros(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    if (reads.has(request.method) || !request.headers.cookie) return;
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    const foreign = site ? site !== 'same-origin' : origin !== undefined && hostOf(origin) !== request.headers.host;
    if (foreign) throw new HttpProblem(403, 'cross-site', 'A write must come from this page.');
  });
}

/** PostgreSQL's text holds no character zero: said here once, instead of failing in the middle of a statement. */
function refuseZeros(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    // The bytes of a file are no text yet.
    const text = request.body instanceof Uint8Array ? '' : JSON.stringify(request.body ?? null);
    if (request.url.includes('%00') || text.includes('\\u0000')) {
      throw new HttpProblem(400, 'invalid', 'A character with code zero cannot be stored.');
    }
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
