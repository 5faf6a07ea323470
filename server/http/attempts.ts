import type { Clock } from '../db/clock.ts';
import { HttpProblem } from './problems.ts';

const most = 10;
const window_ms = 10 * 60_000;

/** Slows a guesser down: ten wrong passwords for a name in ten minutes, then a pause. The same for names that do not exist. */
export function makeAttempts(clock: Clock) {
  const wrong = new Map<string, number[]>();
  const recent = (username: string) =>
    (wrong.get(username) ?? []).filter((at) => at > clock.now().getTime() - window_ms);
  return {
    refuseTooMany(username: string): void {
      if (recent(username).length >= most)
        throw new HttpProblem(429, 'too-many-attempts', 'Too many wrong passwords. Try again in ten minutes.');
    },
    failed(username: string): void {
      if (wrong.size > 10_000) wrong.clear();
      wrong.set(username, [...recent(username), clock.now().getTime()]);
    },
    succeeded(username: string): void {
      wrong.delete(username);
    },
  };
}
