import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The real program in a process of its own, as `npm start` runs it. */
export interface Server {
  readonly url: string;
  /** From the start of the process until /api/health answered. */
  readonly start_ms: number;
  stop(): Promise<void>;
}

/**
 * Starts it with these variables and nothing else of the environment but PATH and HOME.
 * @throws with what it printed when it ends before it answers.
 */
export async function startServer(
  environment: Readonly<Record<string, string>>,
  { folder = root, patience_s = 300 } = {},
): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(process.execPath, ['server/start.mjs'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece));
  child.stderr.on('data', (piece: Buffer) => (said += piece));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  while (!(await answers(`${url}/api/health`))) {
    if (child.exitCode !== null) throw new Error(`The server ended before it answered:\n${said.slice(-2000)}`);
    if (performance.now() - start > patience_s * 1000) {
      await stop();
      throw new Error(`The server did not answer within ${patience_s} s:\n${said.slice(-2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { url, start_ms: performance.now() - start, stop };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (reply) => reply.ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
