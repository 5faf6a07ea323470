import type { ImportCounts } from '#core/wire/imports.ts';
import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { dropUnusedSources } from '../db/import-sources.ts';
import { whileLocked } from './kind-lock.ts';
import { removeBatch } from './leftovers.ts';
import { publish } from './publish.ts';
import type { Report } from './report.ts';
import { stage, type Asked } from './stage.ts';

/**
 * Reads one file and publishes it at once: either all of it is seen afterwards or nothing. A trial only says what it would
 * change. For the command line.
 */
export async function runImport(
  gate: Gate,
  clock: Clock,
  asked: Asked & { readonly isTrial?: boolean },
  report: Report,
  signal: AbortSignal,
): Promise<ImportCounts> {
  return whileLocked(
    gate,
    asked.kind.code,
    () => report.note('waiting', { kind: asked.kind.code }),
    async () => {
      const { batchId, counts } = await stage(gate, clock, asked, report, signal);
      if (asked.isTrial) {
        await removeBatch(gate, batchId, asked.kind.code);
        await gate.service('importer', dropUnusedSources);
        report.note('not_published');
        return counts;
      }
      await publish(gate, clock, batchId, report, { municipality: asked.options.get('municipality') ?? null });
      return counts;
    },
  );
}
