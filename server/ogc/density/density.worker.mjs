// The densities' own thread: a million incidents take it seconds, and none of them comes back out.
// Plain JavaScript on purpose: worker threads of Node 20 load no TypeScript until told how.
import { register } from 'tsx/esm/api';

register();
await import('./density-worker.ts');
