import { expect, test } from 'vitest';
import { ApiError } from '../../web/api/client.ts';
import { part_bytes, uploadParts } from '../../web/api/upload-parts.ts';

/** A server that keeps what comes, and fails where it is told to. */
function carrier(size: number, { failures = {} as Record<number, () => void>, already = 0 } = {}) {
  let received = already;
  let call = 0;
  const offsets: number[] = [];
  const progress: number[] = [];
  const waiting: boolean[] = [];
  const waits: number[] = [];
  const abort = new AbortController();
  const file = { size, slice: (from: number, to: number) => ({ from, to }) };
  return {
    offsets,
    progress,
    waiting,
    waits,
    abort,
    received: () => received,
    run: () =>
      uploadParts(
        file,
        {
          received: async () => received,
          send: async (offset, part) => {
            call += 1;
            offsets.push(offset);
            failures[call]?.();
            if (offset !== received) throw new ApiError('conflict', 409, null);
            expect(part.to - part.from).toBeLessThanOrEqual(part_bytes);
            received = part.to;
            failures[-call]?.();
            return received;
          },
        },
        {
          signal: abort.signal,
          onProgress: (sent) => progress.push(sent),
          onWaiting: (isWaiting) => waiting.push(isWaiting),
          wait: async (ms) => void waits.push(ms),
        },
      ),
  };
}

const lost = () => {
  throw new ApiError('offline', 0, null);
};

test('a file goes in parts of 8 MiB, the last one shorter', async () => {
  const sent = carrier(2.5 * part_bytes);
  await sent.run();
  expect(sent.offsets).toEqual([0, part_bytes, 2 * part_bytes]);
  expect(sent.progress).toEqual([part_bytes, 2 * part_bytes, 2.5 * part_bytes]);
  expect(sent.received()).toBe(2.5 * part_bytes);
  expect(sent.waiting).toEqual([]);
});

test('an empty file and one that has come already send nothing', async () => {
  const empty = carrier(0);
  await empty.run();
  const whole = carrier(10, { already: 10 });
  await whole.run();
  expect([empty.offsets, whole.offsets]).toEqual([[], []]);
});

test('after a lost connection it goes on from what the server has', async () => {
  const sent = carrier(3 * part_bytes, { failures: { 2: lost, 3: lost } });
  await sent.run();
  expect(sent.offsets).toEqual([0, part_bytes, part_bytes, part_bytes, 2 * part_bytes]);
  expect(sent.waiting).toEqual([true, true, false]);
  expect(sent.waits).toEqual([500, 1_000]);
  expect(sent.received()).toBe(3 * part_bytes);
});

test('a part that came although its answer was lost is not sent again', async () => {
  const sent = carrier(3 * part_bytes, { failures: { [-2]: lost } });
  await sent.run();
  expect(sent.offsets).toEqual([0, part_bytes, 2 * part_bytes]);
});

test('a server that never answers ends it; trying again is hers to decide', async () => {
  const sent = carrier(part_bytes, {
    failures: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [n + 1, lost])),
  });
  await expect(sent.run()).rejects.toMatchObject({ code: 'offline' });
  expect(sent.waits.length).toBe(8);
});

test('what the server refuses is not tried again', async () => {
  const sent = carrier(part_bytes, {
    failures: {
      1: () => {
        throw new ApiError('too-large', 413, null);
      },
    },
  });
  await expect(sent.run()).rejects.toMatchObject({ code: 'too-large' });
  expect(sent.offsets).toEqual([0]);
});

test('cancelling sends no more', async () => {
  const sent = carrier(3 * part_bytes, { failures: { [-1]: () => sent.abort.abort() } });
  await expect(sent.run()).rejects.toThrow();
  expect(sent.offsets).toEqual([0]);
});
