import type { ImportNote, ImportState } from '#core/wire/imports.ts';
import type { Clock } from '../../db/clock.ts';
import type { Gate } from '../../db/gate.ts';
import {
  deleteRefusals,
  expireJobs,
  forgetRefusals,
  moveJob,
  type JobChange,
  unendedJobs,
  type StoredJob,
} from '../../db/import-jobs.ts';
import { deleteFiles, filesToDrop } from '../../db/import-files.ts';
import { seeUnseen } from '../coverage.ts';
import { ImportFault } from '../fault.ts';
import { ifUnlocked, whileLocked } from '../kind-lock.ts';
import { kindOf, kinds } from '../kinds.ts';
import { removeBatch, removeLeftovers } from '../leftovers.ts';
import { publish, undo } from '../publish.ts';
import { stage } from '../stage.ts';
import { JobReport, withoutPersons } from './job-report.ts';
import { wordsOf } from './settings.ts';
import type { Uploads } from './uploads.ts';

/** What nobody has come back to is thrown away after so long; uploads that led to nothing sooner. */
const openFor_ms = 7 * 86_400_000;
const uploadFor_ms = 86_400_000;
const refusalsFor_ms = 30 * 86_400_000;

/** Runs imports for the page: one of a kind at a time, cancellable, each step told in the job's own row. */
export function makeImportRunner(gate: Gate, clock: Clock, uploads: Uploads) {
  const running = new Map<string, AbortController>();
  const all = new Set<Promise<void>>();
  let isClosing = false;

  function start(work: () => Promise<void>): void {
    const turn = work().catch(() => {});
    all.add(turn);
    void turn.finally(() => all.delete(turn));
  }

  /** Runs a step of a job under its kind's lock; whatever goes wrong is written in the job's row. */
  async function step(
    job: StoredJob,
    from: ImportState,
    during: ImportState,
    run: (report: JobReport) => Promise<void>,
  ) {
    const kind = kindOf(job.kind ?? '');
    const report = new JobReport(gate, job.id, kind.isSecret);
    try {
      await whileLocked(
        gate,
        kind.code,
        () => {},
        async () => {
          const isOn = await gate.service('importer', (tx) => moveJob(tx, job.id, [from], during));
          if (isOn) await run(report);
        },
      );
    } catch (error) {
      const isCancel = error instanceof ImportFault && error.code === 'cancelled';
      await report.flush().catch(() => {});
      await gate.service('importer', (tx) =>
        moveJob(tx, job.id, [from, during], isCancel ? (isClosing ? 'interrupted' : 'cancelled') : 'failed', {
          fault: isCancel ? null : faultOf(error, kind.isSecret),
          notes: report.notes,
          ...(during === 'reading' && { refusals: report.refusals }),
          batchId: null,
          finishedAt: clock.now(),
        }),
      );
    }
  }

  return {
    /** Reads a job's file into a batch, and says what would change. The job is `waiting`. */
    read(job: StoredJob): void {
      const cancel = new AbortController();
      running.set(job.id, cancel);
      start(async () => {
        await step(job, 'waiting', 'reading', async (report) => {
          const kind = kindOf(job.kind ?? '');
          const [file] = job.files;
          if (!file) throw new ImportFault('no_such_file', { file: '' });
          await gate.service('importer', (tx) => deleteRefusals(tx, job.id));
          const asked = {
            kind,
            path: uploads.path(file.id, file.name),
            fileName: file.name,
            by: job.makerName,
            ...(job.organisationId && { organisationId: job.organisationId }),
            ...wordsOf({ ...job.settings, source: job.source }, kind),
          };
          const { batchId, counts } = await stage(gate, clock, asked, report, cancel.signal);
          await report.flush();
          const isReady = await gate.service('importer', (tx) =>
            moveJob(tx, job.id, ['reading'], 'ready', {
              batchId,
              counts,
              notes: report.notes,
              refusals: report.refusals,
              fault: null,
            }),
          );
          // Cancelled in the very last moment.
          if (!isReady) await removeBatch(gate, batchId, kind.code);
        });
        running.delete(job.id);
        await dropFiles();
      });
    },

    /** Shows what was read. Resolves when it is shown: what follows from it goes on after. */
    publish(job: StoredJob): void {
      start(async () => {
        await step(job, 'publishing', 'publishing', async (report) => {
          const { batchId } = job;
          if (batchId === null) throw new ImportFault('not_ready');
          report.notes.push(...job.notes);
          await publish(gate, clock, batchId, report, {
            municipality: job.settings.options?.['municipality'] ?? null,
            alongside: async (tx) =>
              void (await moveJob(tx, job.id, ['publishing'], 'published', { finishedAt: clock.now() })),
          });
          await gate.service('importer', (tx) =>
            moveJob(tx, job.id, ['published'], 'published', { notes: report.notes }),
          );
        });
        await dropFiles();
      });
    },

    /** Takes a publishing back. @throws ImportFault when it is not the last of its source. */
    async undo(job: StoredJob): Promise<void> {
      const kind = kindOf(job.kind ?? '');
      const report = new JobReport(gate, job.id, kind.isSecret);
      await whileLocked(
        gate,
        kind.code,
        () => {},
        async () => {
          if (job.batchId === null) throw new ImportFault('not_last');
          await undo(gate, clock, job.batchId, report, async (tx) => {
            if (!(await moveJob(tx, job.id, ['published'], 'undone', { finishedAt: clock.now() })))
              throw new ImportFault('not_last');
          });
        },
      );
    },

    /** Stops a job, or throws away what was read; false when it had ended. */
    async cancel(job: StoredJob): Promise<boolean> {
      running.get(job.id)?.abort();
      const isOver = await gate.service('importer', (tx) =>
        moveJob(tx, job.id, ['draft', 'waiting', 'reading', 'ready', 'failed'], 'cancelled', {
          finishedAt: clock.now(),
        }),
      );
      if (isOver) throwAway(job);
      start(dropFiles);
      return isOver;
    },

    /** Lets a job's file be read another way; what was read of it is thrown away. False when it is on its way or has ended. */
    async reopen(job: StoredJob, change: JobChange): Promise<boolean> {
      const isOpen = await gate.service('importer', (tx) =>
        moveJob(tx, job.id, ['draft', 'ready', 'failed'], 'draft', {
          ...change,
          counts: null,
          notes: [],
          refusals: [],
          fault: null,
          batchId: null,
          finishedAt: null,
        }),
      );
      if (isOpen) throwAway(job);
      return isOpen;
    },

    /**
     * At a start and once a day: says of jobs that a process died over what became of them, throws away what nobody has come
     * back to, and clears up after both.
     */
    async tidy(): Promise<void> {
      const now = clock.now().getTime();
      await gate.service('importer', (tx) => expireJobs(tx, new Date(now - openFor_ms), clock.now()));
      await gate.service('importer', (tx) => forgetRefusals(tx, new Date(now - refusalsFor_ms)));
      const left = await gate.service('importer', unendedJobs);
      for (const { code } of kinds) {
        await ifUnlocked(gate, code, async () => {
          for (const { id, state } of left.filter(({ kind }) => kind === code)) {
            // Publishing is one transaction: it had not happened, and can be asked for again.
            if (state === 'publishing')
              await gate.service('importer', (tx) => moveJob(tx, id, ['publishing'], 'ready'));
            else
              await gate.service('importer', (tx) =>
                moveJob(tx, id, ['waiting', 'reading'], 'interrupted', { batchId: null, finishedAt: clock.now() }),
              );
          }
          await removeLeftovers(gate, new JobReport(gate, '', true), code);
        });
      }
      await dropFiles();
      await seeUnseen(gate, { progress: () => {} });
    },

    /** Stops what is being read and waits for everything to end. */
    async close(): Promise<void> {
      isClosing = true;
      for (const cancel of running.values()) cancel.abort();
      while (all.size > 0) await Promise.all(all);
    },
  };

  /** Deletes what a job had read, when its kind's turn comes. */
  function throwAway({ id, kind, batchId }: StoredJob): void {
    if (kind === null || batchId === null) return;
    start(() =>
      whileLocked(
        gate,
        kind,
        () => {},
        () => removeLeftovers(gate, new JobReport(gate, id, true), kind),
      ),
    );
  }

  async function dropFiles(): Promise<void> {
    const before = new Date(clock.now().getTime() - uploadFor_ms);
    const stored = await uploads.idsFrom(before);
    const ids = await gate.service('importer', (tx) => filesToDrop(tx, before, stored));
    for (const id of ids) await uploads.remove(id);
    await gate.service('importer', (tx) => deleteFiles(tx, ids));
  }
}

export type ImportRunner = ReturnType<typeof makeImportRunner>;

/**
 * An unexpected error says its kind alone of a secret file: a message may quote a row. One of the system's says its code: its
 * message names places on the disk.
 */
function faultOf(error: unknown, isSecret: boolean): ImportNote {
  if (error instanceof ImportFault) return { code: error.code, values: withoutPersons(error.detail) };
  const {
    name = '',
    message = '',
    syscall,
    code = '',
  } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const told = isSecret ? name : syscall === undefined ? message.slice(0, 300) : code;
  return { code: 'unexpected', values: withoutPersons({ message: told }) };
}
