import { createHash } from 'node:crypto';
import type { Clock } from '../../server/db/clock.ts';

/** A clock that stands at the example's today and hands out the same ids in the same order. */
export function stillClock(at = '2026-10-01T08:00:00.000Z'): Clock & { moveTo(iso: string): void } {
  let now = new Date(at);
  let count = 0;
  const bytes = (length: number) => {
    let out = Buffer.alloc(0);
    while (out.length < length)
      out = Buffer.concat([
        out,
        createHash('sha256')
          .update(`still ${(count += 1)}`)
          .digest(),
      ]);
    return out.subarray(0, length);
  };
  return {
    now: () => now,
    moveTo: (iso) => {
      now = new Date(iso);
    },
    secret: bytes,
    uuid: () => {
      const hex = bytes(16).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
