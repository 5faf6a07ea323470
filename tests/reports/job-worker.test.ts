import { afterEach, expect, it } from 'vitest';
import { JobCancelled, JobUnavailable, makeJobWorker, type JobWorker } from '../../server/reports/job-worker.ts';

interface Job {
  readonly text?: string;
  readonly ms?: number;
  readonly fails?: string;
  readonly dies?: boolean;
}

const workers: JobWorker<Job>[] = [];
const make = (longest_ms?: number) => {
  const worker = makeJobWorker<Job>(new URL('./slow.worker.mjs', import.meta.url), longest_ms);
  workers.push(worker);
  return worker;
};
const text = async (bytes: Promise<Uint8Array>) => Buffer.from(await bytes).toString('utf8');

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close();
});

it('does one job at a time, in the order they came', async () => {
  const worker = make();
  const done: string[] = [];
  const jobs = ['a', 'b', 'c'].map((name, index) =>
    worker.run({ text: name, ms: 30 - index * 10 }).then(() => done.push(name)),
  );
  expect(worker.length).toBe(3);
  await Promise.all(jobs);
  expect(done).toEqual(['a', 'b', 'c']);
  expect(worker.length).toBe(0);
});

it('drops a job whose client has gone, and goes on with the next', async () => {
  const worker = make();
  const controller = new AbortController();
  const first = text(worker.run({ text: 'first', ms: 50 }));
  const second = worker.run({ text: 'second', ms: 5_000 }, controller.signal);
  const third = text(worker.run({ text: 'third' }));
  controller.abort();
  await expect(second).rejects.toBeInstanceOf(JobCancelled);
  expect(worker.length).toBe(2);
  expect(await Promise.all([first, third])).toEqual(['first', 'third']);
  await expect(worker.run({ text: 'late' }, controller.signal)).rejects.toBeInstanceOf(JobCancelled);
});

it('throws away what is finished for nobody, without giving it to another', async () => {
  const worker = make();
  const controller = new AbortController();
  const first = worker.run({ text: 'first', ms: 50 }, controller.signal);
  const second = text(worker.run({ text: 'second' }));
  controller.abort();
  await expect(first).rejects.toBeInstanceOf(JobCancelled);
  expect(await second).toBe('second');
});

it('says when the worker cannot work here, when a job failed, and starts anew after a death', async () => {
  const worker = make();
  await expect(worker.run({ fails: 'unavailable' })).rejects.toBeInstanceOf(JobUnavailable);
  await expect(worker.run({ fails: 'other' })).rejects.toThrow('failed');
  const dying = worker.run({ dies: true });
  const after = text(worker.run({ text: 'after' }));
  await expect(dying).rejects.toThrow();
  expect(await after).toBe('after');
});

it('ends a worker that does not answer, and goes on with the next job', async () => {
  const worker = make(500);
  const stuck = worker.run({ text: 'never', ms: 60_000 });
  const after = text(worker.run({ text: 'after' }));
  await expect(stuck).rejects.toThrow('too slow');
  expect(await after).toBe('after');
});
