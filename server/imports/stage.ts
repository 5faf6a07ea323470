import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportCounts } from '#core/wire/imports.ts';
import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { batchOf, describeBatch, hasWaitingBatch, shownBatch, startBatch } from '../db/import-batches.ts';
import { openedGroups } from '../db/kept-categories.ts';
import { dropUnusedSource, ensureSource, sourceByName } from '../db/import-sources.ts';
import { ImportFault, stopIfCancelled } from './fault.ts';
import { groundOf } from './ground.ts';
import type { Kind } from './kinds.ts';
import { removeBatch, removeLeftovers } from './leftovers.ts';
import { makeLoader } from './loader.ts';
import type { Report } from './report.ts';

/** One file to be read, as the command line and the page both ask. */
export interface Asked {
  readonly kind: Kind;
  readonly path: string;
  /** What the file was called by the one who sent it; its name on the disk otherwise. */
  readonly fileName?: string;
  /** Of planned mounts: whose. */
  readonly organisationId?: string;
  /** The name of the person who brings it in; left out on the command line. */
  readonly by?: string | null;
  readonly mapping: ReadonlyMap<string, string>;
  readonly options: ReadonlyMap<string, string>;
}

export interface Staged {
  readonly batchId: number;
  readonly counts: ImportCounts;
}

/**
 * Reads a file into a batch that nobody sees, and holds it against what the source shows now. A failure or a cancel leaves
 * the database as it was. Call it while the kind is locked (kind-lock.ts).
 * @throws ImportFault, whose words stand in #core/import-words.
 */
export async function stage(
  gate: Gate,
  clock: Clock,
  asked: Asked,
  report: Report,
  signal: AbortSignal,
): Promise<Staged> {
  const { kind, path, mapping, options } = asked;
  requireFile(path, asked.fileName);
  const fileName = asked.fileName ?? basename(path);
  const source = sourceNameOf(kind, fileName, options);
  await removeLeftovers(gate, report, kind.code);
  const known = await gate.service('importer', (tx) => sourceByName(tx, source));
  if (known && known.kind !== kind.code) throw new ImportFault('source_of_other_kind', { source, kind: known.kind });
  const digest = await digestOf(path);
  const organisationId = asked.organisationId ?? (await kind.organisation?.(gate, clock, options)) ?? null;
  const { sourceId, batchId, current } = await gate.service('importer', async (tx) => {
    const id = await ensureSource(tx, source, kind.code);
    // Two that wait would each be held against what the other may take away.
    if (await hasWaitingBatch(tx, id, organisationId)) throw new ImportFault('source_waits', { source });
    const shown = await shownBatch(tx, id, organisationId);
    const at = clock.now();
    const batch = { sourceId: id, kind: kind.code, organisationId, fileName, fileDigest: digest, at };
    return { sourceId: id, batchId: await startBatch(tx, batch), current: shown };
  });
  if (current?.fileDigest === digest) report.note('same_file', { source });
  try {
    const into = { sourceId, batchId, currentBatchId: current?.id ?? null };
    const loader = makeLoader(gate, into, report);
    const ground = await groundOf(gate, options);
    const opened = await gate.service('importer', openedGroups);
    const job = {
      gate,
      clock,
      path,
      fileName,
      source,
      sourceId,
      batchId,
      loader,
      options,
      mapping,
      ground,
      opened,
      report,
      signal,
    };
    const result = await kind.read(job);
    await loader.finish();
    stopIfCancelled(signal);
    const changes = await changesOf(gate, clock, kind, batchId, loader, report, result.kept ?? 0);
    const counts = { read: result.read, ...changes, refused: report.refused };
    await report.flush?.();
    const publishing = {
      licence: options.get('licence') ?? kind.licence ?? null,
      attribution: options.get('attribution') ?? kind.attribution ?? null,
      by: asked.by ?? null,
      ...result.publishing,
    };
    await gate.service('importer', (tx) =>
      describeBatch(tx, batchId, { ...counts, withoutPosition: result.withoutPosition ?? 0 }, publishing),
    );
    return { batchId, counts };
  } catch (error) {
    await removeBatch(gate, batchId, kind.code, report);
    await gate.service('importer', (tx) => dropUnusedSource(tx, sourceId));
    throw error;
  }
}

async function changesOf(
  gate: Gate,
  clock: Clock,
  kind: Kind,
  batchId: number,
  loader: ReturnType<typeof makeLoader>,
  report: Report,
  kept: number,
) {
  if (kind.added) {
    const added = await kind.added(gate, batchId);
    return { new: added, changed: 0, same: kept - added, gone: 0 };
  }
  const loaded = await loader.changes();
  if (!kind.merge) return loaded;
  const { merge } = kind;
  const merged = await gate.service('importer', async (tx) => {
    const batch = await batchOf(tx, batchId);
    return batch && merge(tx, batch, { clock, report, write: false });
  });
  if (!merged) return loaded;
  const { new: added, changed, same, gone } = merged;
  return {
    new: loaded.new + added,
    changed: loaded.changed + changed,
    same: loaded.same + same,
    gone: loaded.gone + gone,
  };
}

/**
 * @param name what the one who asks calls it; where it lies on the server is nobody's business.
 * @throws ImportFault before a database is opened for nothing.
 */
export function requireFile(path: string, name: string = path): void {
  if (path === '' || !statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new ImportFault('no_such_file', { file: name });
}

/** What a source is called when nobody says; planned mounts have one name that tells nothing. */
export function sourceNameOf(kind: Kind, fileName: string, options: ReadonlyMap<string, string>): string {
  if (kind.isSecret) return kind.code;
  return options.get('source') ?? (kind.code === 'areas' ? options.get('set') : undefined) ?? stemOf(fileName);
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
