import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from './measure.ts';

const run = promisify(execFile);

/** Requests a second that wrk gets through: one thread, 32 connections, the median of some runs of three seconds. @throws when any answer was an error. */
export async function requestsPerSecond(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const flags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const all: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const { stdout } = await run('wrk', ['-t1', '-c32', '-d3s', ...flags, url]);
    const fault = /Non-2xx or 3xx responses.*|Socket errors.*/.exec(stdout);
    if (fault) throw new Error(`wrk met errors: ${fault[0]}`);
    all.push(Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]));
  }
  // The first warms both sides up.
  return median(all.slice(1));
}
