import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './start-command.ts';

export interface BenchProcess {
  /** The address that it tells next. */
  nextUrl(): Promise<string>;
  send(message: string): void;
  /** It ends itself when nobody listens to it any more. */
  stop(): Promise<void>;
}

/** A file of this folder in a process of its own, so that who asks does not slow down who answers; Node runs it as it runs the server. */
export function openProcess(file: './tile-server.ts' | './bare-server.ts', argument: string): BenchProcess {
  const profiling = process.execArgv.filter((flag) => flag.startsWith('--cpu-prof'));
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, [argument], { execArgv: ['--import', 'tsx', ...nodeFlags, ...profiling] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    nextUrl: () =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`${file} ended.`));
        child.once('exit', ended);
        child.once('message', (message) => {
          child.off('exit', ended);
          resolve((message as { url: string }).url);
        });
      }),
    send: (message) => void child.send(message),
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
