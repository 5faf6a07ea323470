/** Nobody is to wait over 250 ms on the embedded engine, which does one transaction at a time. */
const aim_ms = 60;
const smallest = 50;
const largest = 5000;

/** How many rows to take to a transaction, from how long the last ones took. What is done does not depend on it. */
export function portionSize(first = 200): { next(): number; took(time_ms: number): void } {
  let size = first;
  return {
    next: () => size,
    took(time_ms) {
      if (time_ms > aim_ms) size = Math.max(smallest, Math.floor(size / 2));
      else if (time_ms < aim_ms / 3) size = Math.min(largest, size * 2);
    },
  };
}
