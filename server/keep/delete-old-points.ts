import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { getSetting } from '../db/settings.ts';
import type { InstanceSetting } from '../db/instance.ts';
import { keptMonthsOf } from '../db/kept-data.ts';
import { logEvent } from '../db/kept-log.ts';
import { addToDeletion, ageingSources, deleteOldPoints, pointsHaveChanged, type Deletion } from '../db/kept-points.ts';
import { whileLocked } from '../imports/kind-lock.ts';
import { dayMonthsBefore } from './months-before.ts';
import { portionSize } from './portion-size.ts';

const firstKey = '00000000-0000-0000-0000-000000000000';

/**
 * Deletes the points of crimes whose time is up and keeps how many there were; gives how many. No points are imported or
 * withdrawn meanwhile, and of two servers one waits and then finds nothing.
 */
export function deleteOldCrimePoints(gate: Gate, clock: Clock, signal: AbortSignal): Promise<number> {
  return whileLocked(
    gate,
    'incidents',
    () => {},
    async () => {
      const { before, sources } = await gate.service('importer', async (tx) => {
        const instance = await getSetting<InstanceSetting>(tx, 'instance');
        const today = instance?.today ?? clock.now().toISOString().slice(0, 10);
        const day = dayMonthsBefore(today, await keptMonthsOf(tx));
        return { before: day, sources: await ageingSources(tx, day) };
      });
      let rows = 0;
      for (const source of sources)
        rows += await deleteOf(gate, clock, { ...source, id: clock.uuid(), at: clock.now(), before }, signal);
      return rows;
    },
  );
}

/** One source's, in portions of a transaction each: what is written of the run is true whenever it is cut off. */
async function deleteOf(gate: Gate, clock: Clock, deletion: Deletion, signal: AbortSignal): Promise<number> {
  const { sourceId, before, at } = deletion;
  const size = portionSize();
  let rows = 0;
  let after: string | null = firstKey;
  while (after !== null && !signal.aborted) {
    const from: { sourceId: number; before: string; after: string; limit: number } = {
      sourceId,
      before,
      after,
      limit: size.next(),
    };
    const start = performance.now();
    const portion = await gate.service('importer', async (tx) => {
      const done = await deleteOldPoints(tx, from);
      if (done.deleted > 0 && (await addToDeletion(tx, deletion, done.deleted)))
        await logEvent(tx, {
          id: clock.uuid(),
          at,
          accountId: null,
          action: 'points.delete',
          subjectId: deletion.id,
          detail: { source: sourceId, before },
        });
      return done;
    });
    size.took(performance.now() - start);
    rows += portion.deleted;
    after = portion.seen < from.limit ? null : portion.lastKey;
  }
  if (rows > 0) await gate.service('importer', pointsHaveChanged);
  return rows;
}
