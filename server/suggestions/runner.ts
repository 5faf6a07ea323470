import { suggest } from '#core/suggest/suggest.ts';
import type { SuggestionRequest, SuggestionResult } from '#core/wire/suggestions.ts';
import type { Clock } from '../db/clock.ts';
import type { Gate, Viewer } from '../db/gate.ts';
import { finishRun, reportProgress } from '../db/suggestion-runs.ts';
import { gather } from './gather.ts';
import { present } from './present.ts';

/** How long the work may hold the thread, and how often its progress is written. */
const slice_ms = 20;
const write_ms = 400;

/** Runs suggestions one at a time, giving way to requests between slices. */
export function makeRunner(gate: Gate, clock: Clock) {
  const cancelled = new Set<string>();
  const nothing = { done: 0, total: 0 };
  let last: Promise<unknown> = Promise.resolve();

  async function work(id: string, viewer: Viewer, request: SuggestionRequest): Promise<void> {
    let sliceStart = performance.now();
    let written = 0;
    let progress = nothing;
    const pace = {
      isCancelled: () => cancelled.has(id),
      onProgress: (done: number, total: number) => {
        progress = { done, total };
        if (performance.now() - written < write_ms) return;
        written = performance.now();
        void gate.service('deriver', (tx) => reportProgress(tx, id, done, total)).catch(() => {});
      },
      yieldNow: async () => {
        if (performance.now() - sliceStart < slice_ms) return;
        await new Promise((resolve) => setImmediate(resolve));
        sliceStart = performance.now();
      },
    };
    const found = await gather(gate, viewer, request);
    let result: SuggestionResult | null;
    if (found.refusal) {
      result = {
        outcome: 'refused',
        refusal: found.refusal,
        period: null,
        sources: found.sources,
        suggestions: [],
        considered: [],
      };
    } else {
      const answer = await suggest(found.input, pace);
      const { sources, period } = found;
      result = answer && (await gate.as(viewer, (tx) => present(tx, answer, { sources, period })));
    }
    await gate.service('deriver', (tx) =>
      finishRun(tx, id, result ? 'done' : 'cancelled', result, progress, clock.now()),
    );
  }

  return {
    /** Resolves when the run has ended, however it ended. */
    start(id: string, viewer: Viewer, request: SuggestionRequest): Promise<void> {
      const turn = last
        .then(() => work(id, viewer, request))
        .catch(() => gate.service('deriver', (tx) => finishRun(tx, id, 'failed', null, nothing, clock.now())))
        .finally(() => cancelled.delete(id));
      last = turn.catch(() => {});
      return turn;
    },
    cancel: (id: string) => void cancelled.add(id),
    idle: () => last,
  };
}
