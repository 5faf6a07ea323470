import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#core/wire/overlay.ts';
import { DatabaseError } from '../db/driver.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  406: 'That format is not offered',
  409: 'Somebody else wrote in between',
  413: 'Too large',
  415: 'That content type is not read',
  422: 'Not possible',
  429: 'Too many attempts',
  500: 'Something went wrong here',
  503: 'Not ready',
};

/** An answer that is not a result: thrown anywhere in a request, sent as RFC 9457 by the one handler below. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail?: string,
    readonly more: Pick<Problem, 'errors' | 'current'> = {},
  ) {
    super(detail ?? code);
    this.name = 'HttpProblem';
  }
}

export const notFound = (detail?: string) => new HttpProblem(404, 'not-found', detail);

/** A conflict answers with what is stored now, so that both versions can be shown side by side. */
export async function withCurrent<T>(write: () => Promise<T>, read: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code !== 'KP409') throw error;
    throw new HttpProblem(409, 'conflict', undefined, { current: await read() });
  }
}

/** What the write functions of migrations/always/30_writes.sql refuse with, and how it is said. */
const refusals: Readonly<Record<string, readonly [number, string]>> = {
  KP404: [404, 'not-found'],
  KP403: [403, 'not-allowed'],
  KP409: [409, 'conflict'],
  KP422: [422, 'not-possible'],
};

/** One translation of every error: the whole to the log, fixed words out. */
export function toProblem(error: unknown): Problem {
  if (error instanceof HttpProblem) return problem(error.status, error.code, error.detail, error.more);
  if (error instanceof DatabaseError) {
    const refusal = refusals[error.code];
    if (refusal) return problem(refusal[0], refusal[1], refusal[0] === 422 ? error.message : undefined);
    if (error.code === '42501') return problem(403, 'not-allowed');
    if (error.code === '23514' || error.code === '22003') return problem(422, 'not-possible', error.constraint);
    // Data exceptions: a value that its type cannot hold.
    if (error.code.startsWith('22')) return problem(400, 'invalid');
    return problem(500, 'internal');
  }
  const fault = error as FastifyError;
  if (fault.validation) {
    return problem(400, 'invalid', fault.message, {
      errors: fault.validation.map((item) => ({
        field: `${fault.validationContext ?? 'body'}${item.instancePath}`.replaceAll('/', '.'),
        message: item.message ?? 'is not valid',
      })),
    });
  }
  if (fault.statusCode && fault.statusCode >= 400 && fault.statusCode < 500) {
    return problem(fault.statusCode, fault.statusCode === 413 ? 'too-large' : 'invalid', fault.message);
  }
  return problem(500, 'internal');
}

function problem(
  status: number,
  code: string,
  detail?: string,
  more: Pick<Problem, 'errors' | 'current'> = {},
): Problem {
  return { type: 'about:blank', title: titles[status] ?? 'Error', status, code, ...(detail && { detail }), ...more };
}

export function sendProblem(reply: FastifyReply, found: Problem): FastifyReply {
  if (found.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(found.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(found));
}

/** Installs the handler for the whole app. */
export function installProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const found = toProblem(error);
    // The route's pattern and not its address: an address may name what the log must not.
    if (found.status >= 500)
      request.log.error(
        {
          route: request.routeOptions.url,
          name: (error as Error).name,
          message: (error as Error).message,
          stack: (error as Error).stack,
        },
        'failed',
      );
    return sendProblem(reply, found);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, toProblem(notFound())));
}
