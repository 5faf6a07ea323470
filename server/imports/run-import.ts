import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { sourceByName } from '../db/import-sources.ts';
import type { Arguments } from './arguments.ts';
import { ImportFault } from './fault.ts';
import type { Outcome } from './job.ts';
import { removeLeftovers } from './leftovers.ts';
import { openTheMapHere } from './opening-view.ts';
import type { Report } from './report.ts';
import { whileLocked } from './source-lock.ts';

/**
 * Imports one file, from the first byte to what the installation says of itself. Either all of it is seen afterwards or
 * nothing: a failure or a cancel leaves the database as it was.
 * @throws ImportFault, whose words stand in texts.ts.
 */
export async function runImport(
  gate: Gate,
  clock: Clock,
  { kind, path, mapping, options }: Arguments,
  report: Report,
  signal: AbortSignal,
): Promise<Outcome> {
  requireFile(path);
  const fileName = basename(path);
  const source = kind.isSecret
    ? kind.code
    : (options.get('source') ?? (kind.code === 'areas' ? options.get('set') : undefined) ?? stemOf(fileName));
  await removeLeftovers(gate, report, null);
  return whileLocked(
    gate,
    source,
    () => report.note('waiting', { source }),
    async () => {
      const known = await gate.service('importer', (tx) => sourceByName(tx, source));
      if (known && known.kind !== kind.code)
        throw new ImportFault('source_of_other_kind', { source, kind: known.kind });
      await removeLeftovers(gate, report, source);
      const digest = await digestOf(path);
      if (known?.fileDigest === digest) report.note('same_file', { source });
      const outcome = await kind.run({
        gate,
        clock,
        path,
        fileName,
        digest,
        source,
        options,
        mapping,
        report,
        signal,
      });
      if (outcome.extent) await openTheMapHere(gate, outcome.extent, options.get('municipality') ?? null, report);
      return outcome;
    },
  );
}

/** @throws ImportFault before a database is opened for nothing. */
export function requireFile(path: string): void {
  if (path === '' || !statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new ImportFault('no_such_file', { file: path });
}

/** "areas/malmo_delomraden.geojson" is called "malmo_delomraden". */
export function stemOf(fileName: string): string {
  return fileName.replace(/\.gz$/i, '').replace(/(\.osm)?\.[^.]+$/i, '') || fileName;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
