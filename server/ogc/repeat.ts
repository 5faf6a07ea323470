/** Runs something again and again beside the requests, never two at once. */
export interface Repeat {
  start(): void;
  /** Ends it, after waiting for a run that is going on. */
  stop(): Promise<void>;
}

/** What a run throws is reported, and the next one tries again. */
export function repeat(run: () => Promise<void>, every_ms: number, report: (error: unknown) => void): Repeat {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  return {
    start() {
      timer ??= setInterval(() => {
        running ??= run()
          .catch(report)
          .finally(() => (running = undefined));
      }, every_ms).unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
