import type { Clock } from '../db/clock.ts';
import { HttpProblem } from './problems.ts';

const most = 10;
const window_ms = 10 * 60_000;

/**
 * Slows a guesser down: ten tries at a name from one address in ten minutes, then a pause; a right password gives the tries
 * back. A try is counted before it is weighed, so that many at once are no way round. The same for names that do not exist.
 */
export function makeAttempts(clock: Clock) {
  const tries = new Map<string, number[]>();
  return {
    /** @throws 429 */
    count(username: string, address: string): void {
      const key = `${address} ${username}`;
      const now = clock.now().getTime();
      const recent = (tries.get(key) ?? []).filter((at) => at > now - window_ms);
      if (recent.length >= most) {
        throw new HttpProblem(429, 'too-many-attempts', 'Too many wrong passwords. Try again in ten minutes.');
      }
      tries.delete(key);
      tries.set(key, [...recent, now]);
      // The oldest is forgotten, never all: made-up names must not clear a guesser's count.
      const oldest = tries.keys().next().value;
      if (tries.size > 10_000 && oldest !== undefined) tries.delete(oldest);
    },
    forgive: (username: string, address: string) => void tries.delete(`${address} ${username}`),
  };
}
