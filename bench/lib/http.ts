import { Agent, request } from 'node:http';

/** One connection, kept open: what is measured is the server, one request after the other. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export interface Reply {
  readonly status: number;
  readonly etag: string;
  readonly body: Buffer;
  /** From the call until the last byte. */
  readonly ms: number;
}

export function get(url: string, headers: Readonly<Record<string, string>>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const sent = request(url, { agent, headers }, (reply) => {
      const pieces: Buffer[] = [];
      reply.on('data', (piece: Buffer) => pieces.push(piece));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          etag: String(reply.headers.etag ?? ''),
          body: Buffer.concat(pieces),
          ms: performance.now() - start,
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Signs in as a person would. @throws when it is refused. */
export async function signIn(server: string, username: string, password: string): Promise<{ cookie: string }> {
  const reply = await fetch(`${server}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  if (!reply.ok) throw new Error(`${username} could not sign in: ${await reply.text()}`);
  return { cookie };
}
