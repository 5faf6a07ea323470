import { hash } from 'node:crypto';
import type { Clock } from '../../server/db/clock.ts';
import type { Gate } from '../../server/db/gate.ts';
import { batchOf, describeBatch, showBatch, startBatch } from '../../server/db/import-batches.ts';
import { sql } from '../../server/db/sql.ts';
import { contentKeys } from '../../server/imports/row-keys.ts';
import { copyLine, pointText } from './copy-text.ts';
import { CRIMES_FROM, CRIMES_TO } from './frame.ts';
import { addSource } from './sources.ts';
import type { Crime, Example } from './types.ts';

/** The share of the reports that could be placed on the map: the source says so beside every figure. */
export const SHARE_WITH_COORDINATES = 0.94;
const ROWS_AT_ONCE = 4000;

/** The crimes, as an import would load them: into a batch that nobody sees until it is published. */
export async function loadCrimes(gate: Gate, clock: Clock, { crimes }: Example): Promise<void> {
  const read = Math.round(crimes.length / SHARE_WITH_COORDINATES);
  const withoutPosition = read - crimes.length;
  const keyOf = contentKeys();
  const keyed = crimes.map((crime) => ({ crime, key: keyOf(contentOf(crime)) }));
  const digest = hash('sha256', keyed.map(({ key }) => key).join('\n'), 'hex');
  const [source, batch] = await gate.service('importer', async (tx) => {
    const sourceId = await addSource(tx, 'incidents', clock.now(), crimes.length, withoutPosition);
    const fileName = 'exempelkoping.csv';
    return [
      sourceId,
      await startBatch(tx, {
        sourceId,
        kind: 'incidents',
        organisationId: null,
        fileName,
        fileDigest: digest,
        at: clock.now(),
      }),
    ];
  });
  const columns = ['source_id', 'row_key', 'batch_id', 'occurred_at', 'hour', 'category', 'indoors', 'geom'];
  for (let first = 0; first < keyed.length; first += ROWS_AT_ONCE) {
    const lines = keyed
      .slice(first, first + ROWS_AT_ONCE)
      .map(({ crime: { at, occurredAt, hour, category, indoors }, key }) =>
        copyLine([source, key, batch, occurredAt, hour, category, indoors, pointText(at)]),
      );
    await gate.service('importer', (tx) => tx.copyIn('secret.incident', columns, lines));
  }
  await gate.service('importer', async (tx) => {
    await tx.query(sql`
      insert into app.crime_source (source_id, what, grain, time_grain, period_from, period_to, share_with_coordinates, distinct_points)
      values (${source}, 'recorded_crime', 'point', 'minute', ${CRIMES_FROM}, ${CRIMES_TO}::date - 1, ${SHARE_WITH_COORDINATES},
        ${new Set(crimes.map(({ at }) => at.join(' '))).size})`);
    const counts = {
      read,
      new: crimes.length,
      changed: 0,
      same: 0,
      gone: 0,
      refused: withoutPosition,
      withoutPosition,
    };
    await describeBatch(tx, batch, counts, {});
    const made = await batchOf(tx, batch);
    if (made) await showBatch(tx, made, clock.now(), false);
  });
}

function contentOf({ at, occurredAt, category, indoors }: Crime): string {
  return [occurredAt, category, indoors, ...at].join(' ');
}
