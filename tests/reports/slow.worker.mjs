// A worker for tests: answers with the job's text after its time, fails or dies when told.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, job }) => {
  if (job.dies) process.exit(1);
  setTimeout(() => {
    if (job.fails) parentPort.postMessage({ id, failure: { code: job.fails, message: 'failed' } });
    else parentPort.postMessage({ id, result: new TextEncoder().encode(job.text) });
  }, job.ms ?? 0);
});
