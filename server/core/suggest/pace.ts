/** How a long computation gives way, tells how far it has come, and is stopped. The core has no clock of its own. */
export type Pace = {
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
  /** Called between steps of a few milliseconds; the caller decides by its own clock whether to give way at all. */
  readonly yieldNow?: () => Promise<void>;
};

/** Maps one by one, giving way between steps of so many items. Null when it was cancelled. */
export async function mapInSteps<Item, Result>(
  items: readonly Item[],
  step: number,
  pace: Pace,
  work: (item: Item, index: number) => Result,
): Promise<Result[] | null> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index % step === 0) {
      if (pace.isCancelled?.()) return null;
      await pace.yieldNow?.();
    }
    results.push(work(item, index));
  }
  return results;
}
