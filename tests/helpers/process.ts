import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

export interface Running {
  readonly address: string;
  readonly child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Sends the signal and gives the exit code, or the signal's name where it ended the process. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
}

/** Starts the server as a person would, with this environment beside the usual, and waits until it is ready. */
export async function startServer(env: Record<string, string>): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, ['server/start.mjs'], {
    env: { ...process.env, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const address = `http://127.0.0.1:${port}`;
  const running: Running = {
    address,
    child,
    output: () => printed,
    end: (signal) =>
      new Promise((resolve) => {
        child.once('exit', (code, by) => resolve(code ?? by));
        child.kill(signal);
      }),
  };
  for (let attempt = 0; attempt < 900; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${printed}`);
    const ready = await fetch(`${address}/api/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return running;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not answer: ${printed}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
