import { useSyncExternalStore } from 'react';
import { importCommands } from '../../../api/imports.ts';
import { uploadParts } from '../../../api/upload-parts.ts';
import type { ImportJob, ImportSettings } from '#core/wire/imports.ts';
import type { FileGroup } from './group-files.ts';
import { forgetUploads, rememberUpload, unfinishedOf } from '../../../state/unfinished-uploads.ts';
import { soFar } from './unfinished.ts';

/** Files on their way to the server, which will be one import. */
export interface Upload {
  readonly id: number;
  /** Whose: names of files may be secret, so another person in the same browser does not see them. */
  readonly accountId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent_bytes: number;
  readonly state: 'queued' | 'sending' | 'offline' | 'starting' | 'stopped';
  readonly error: Error | null;
}

interface Work {
  upload: Upload;
  readonly files: readonly File[];
  readonly settings: ImportSettings;
  readonly onDone: (job: ImportJob) => void;
  /** May its name stand in the browser's store, so that it goes on after a reload? */
  readonly isRemembered: boolean;
  /** What the server calls the files that it has begun to receive, in their order. */
  readonly ids: string[];
  abort: AbortController;
}

/**
 * What is being sent, for as long as the page is open: going to another place in between stops nothing. One import at a
 * time, in the order in which they were dropped.
 */
const works: Work[] = [];
let shown: readonly Upload[] = [];
let last = 0;
const listeners = new Set<() => void>();

export function startUpload(
  { name, files }: FileGroup<File>,
  {
    accountId,
    settings,
    onDone,
    isRemembered,
  }: Pick<Work, 'settings' | 'onDone' | 'isRemembered'> & { accountId: string },
): void {
  last += 1;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const upload: Upload = { id: last, accountId, name, bytes, sent_bytes: 0, state: 'queued', error: null };
  works.push({ upload, files, settings, onDone, isRemembered, ids: [], abort: new AbortController() });
  tell();
  void next();
}

/** Stops it and forgets it. The server throws away what never becomes an import. */
export function cancelUpload(id: number): void {
  const work = works.find(({ upload }) => upload.id === id);
  work?.abort.abort();
  forgetUploads(work?.ids ?? []);
  drop(id);
}

/** Goes on from what the server has. */
export function resumeUpload(id: number): void {
  const work = works.find(({ upload }) => upload.id === id);
  if (!work || work.upload.state !== 'stopped') return;
  work.abort = new AbortController();
  change(work, { state: 'queued', error: null });
  void next();
}

export function useUploads(accountId: string): readonly Upload[] {
  return useSyncExternalStore(subscribe, () => shown).filter((upload) => upload.accountId === accountId);
}

async function next(): Promise<void> {
  const isBusy = works.some(({ upload }) => upload.state !== 'queued' && upload.state !== 'stopped');
  const work = works.find(({ upload }) => upload.state === 'queued');
  if (isBusy || !work) return;
  try {
    await send(work);
  } catch (error) {
    if (!work.abort.signal.aborted) change(work, { state: 'stopped', error: error as Error });
  }
  void next();
}

async function send(work: Work): Promise<void> {
  const { signal } = work.abort;
  change(work, { state: 'sending' });
  let before = 0;
  for (const [order, file] of work.files.entries()) {
    const id = (work.ids[order] ??= await begin(file, work));
    const base = before;
    await uploadParts<Blob>(
      file,
      {
        received: async () => (await importCommands.fileSoFar(id, signal)).received,
        send: async (offset, part) => (await importCommands.sendPart(id, offset, part, signal)).received,
      },
      {
        signal,
        onProgress: (sent) => change(work, { sent_bytes: base + sent }),
        onWaiting: (isWaiting) => change(work, { state: isWaiting ? 'offline' : 'sending' }),
      },
    );
    before += file.size;
  }
  change(work, { state: 'starting' });
  const job = await importCommands.create(work.ids, work.settings);
  forgetUploads(work.ids);
  drop(work.upload.id);
  work.onDone(job);
}

/** What the server calls the file: as before, when the page was left while the same file was on its way. */
async function begin(file: File, { isRemembered, abort: { signal } }: Work): Promise<string> {
  const before = unfinishedOf(file);
  if (before !== null && (await soFar(before, signal)) !== null) return before;
  const { id } = await importCommands.startFile(file.name, file.size, signal);
  if (isRemembered) rememberUpload(id, file);
  return id;
}

function change(work: Work, part: Partial<Upload>): void {
  work.upload = { ...work.upload, ...part };
  tell();
}

function drop(id: number): void {
  const order = works.findIndex(({ upload }) => upload.id === id);
  if (order >= 0) works.splice(order, 1);
  tell();
}

function tell(): void {
  shown = works.map(({ upload }) => upload);
  const isOnItsWay = shown.some(({ state }) => state !== 'stopped');
  if (isOnItsWay) addEventListener('beforeunload', askBeforeLeaving);
  else removeEventListener('beforeunload', askBeforeLeaving);
  for (const listener of listeners) listener();
}

/** The browser asks in its own words. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
