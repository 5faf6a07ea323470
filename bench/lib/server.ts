import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startCommand } from './start-command.ts';
import { freePort } from '../../tests/helpers/process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The real program in a process of its own, as `npm start` runs it. */
export interface Server {
  readonly url: string;
  /** From the start of the process until /api/health answered. */
  readonly start_ms: number;
  /** What it printed until then, each line with its milliseconds since the start. */
  readonly lines: readonly { readonly text: string; readonly ms: number }[];
  /** The most memory that the process has held so far, MB; null where the system does not say. */
  peakMemory_mb(): number | null;
  stop(): Promise<void>;
}

/**
 * Starts it with these variables and nothing else of the environment but PATH and HOME.
 * @throws with what it printed when it ends before it answers.
 */
export async function startServer(
  environment: Readonly<Record<string, string | undefined>>,
  { folder = root, command = startCommand, patience_s = 300 } = {},
): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: { text: string; ms: number }[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (text) => lines.push({ text, ms: performance.now() - start }));
  const said = () =>
    lines
      .map(({ text }) => text)
      .slice(-30)
      .join('\n');
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  while (!(await answers(`${url}/api/health`))) {
    if (child.exitCode !== null) throw new Error(`The server ended before it answered:\n${said()}`);
    if (performance.now() - start > patience_s * 1000) {
      await stop();
      throw new Error(`The server did not answer within ${patience_s} s:\n${said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const peakMemory_mb = () => (child.pid === undefined ? null : peakOf(child.pid));
  return { url, start_ms: performance.now() - start, lines: [...lines], peakMemory_mb, stop };
}

/** Of the whole tree of processes below one, as Linux tells it: the command may start another. */
function peakOf(pid: number): number | null {
  try {
    const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return Math.max(own, ...children.map((child) => peakOf(Number(child)) ?? 0));
  } catch {
    return null;
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (reply) => reply.ok,
    () => false,
  );
}
