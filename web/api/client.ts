import type { Problem } from '#core/wire/overlay.ts';

/** Everything that can go wrong with a question to the server, in one shape. */
export class ApiError extends Error {
  constructor(
    /** A stable word that web/text has a sentence for; 'offline' when no answer came. */
    readonly code: string,
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? code);
    this.name = 'ApiError';
  }
}

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Left out of the address when undefined, null or false; true is written as 1. */
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly signal?: AbortSignal | undefined;
  readonly accept?: string;
}

/**
 * Asks the server for JSON.
 * @throws ApiError, whatever went wrong; an abort stays an abort.
 */
export async function ask<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/**
 * Sends a file or a form, or reads one: what is not JSON.
 * @throws ApiError
 */
export async function askBlob(
  path: string,
  options: RequestOptions = {},
): Promise<{ blob: Blob; fileName: string | null }> {
  const response = await send(path, options);
  const fileName = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? null;
  return { blob: await response.blob(), fileName };
}

/** The address of a path with its query, for links and for the map's own requests. */
export function addressOf(path: string, query: RequestOptions['query'] = {}): string {
  const given = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => [name, value === true ? '1' : String(value)]);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

async function send(path: string, { method = 'GET', body, query, signal, accept }: RequestOptions): Promise<Response> {
  const isJson = body !== undefined && !(body instanceof Blob) && !(body instanceof FormData);
  let response: Response;
  try {
    response = await fetch(addressOf(path, query), {
      method,
      headers: {
        accept: accept ?? 'application/json',
        ...(isJson && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('offline', 0, null);
  }
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function errorOf(response: Response): Promise<ApiError> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const problem = isProblem ? ((await response.json().catch(() => null)) as Problem | null) : null;
  return new ApiError(problem?.code ?? codeOf(response.status), response.status, problem);
}

/** When something between us and the server answered. */
function codeOf(status: number): string {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  return status >= 502 && status <= 504 ? 'not-ready' : 'internal';
}
