import { Type } from 'typebox';
import type { ImportDescription, ImportJob, ImportKind } from '#core/wire/imports.ts';
import { fileOf } from '../db/import-files.ts';
import { insertJob, jobOf, jobsOf, moveJob, openJobsOf, type Asker, type StoredJob } from '../db/import-jobs.ts';
import { me } from '../db/me.ts';
import type { App, Deps } from '../http/deps.ts';
import { HttpProblem, notFound } from '../http/problems.ts';
import { Id, WithId, Wire, WireList } from '../http/schemas.ts';
import type { ViewerOf } from '../http/viewer.ts';
import { ImportFault } from '../imports/fault.ts';
import { kindOf } from '../imports/kinds.ts';
import type { Describe } from '../imports/page/describe.ts';
import type { ImportRunner } from '../imports/page/runner.ts';
import { wordsOf } from '../imports/page/settings.ts';
import type { Uploads } from '../imports/page/uploads.ts';
import { sourceNameOf, stemOf } from '../imports/stage.ts';
import { Settings } from './import-schemas.ts';
import { importerOf, type Importer } from './importer.ts';
import { refusePersonalNumbers } from './reason.ts';

/** So many imports of one person may be open at once. */
const mostOpen = 60;

/** Bringing files in, as jobs of their maker's. What a job reads is seen by nobody before it is published. */
export async function importRoutes(
  app: App,
  {
    gate,
    clock,
    viewerOf,
    runner,
    uploads,
    describe,
  }: Deps & { viewerOf: ViewerOf; runner: ImportRunner; uploads: Uploads; describe: Describe },
): Promise<void> {
  const tags = ['imports'];
  const Job = Wire<ImportJob>('Import');

  const asker = (request: Parameters<ViewerOf>[0]) => importerOf(gate, viewerOf, request);
  const jobFor = async (id: string, who: Asker): Promise<StoredJob> => {
    const job = await gate.service('importer', (tx) => jobOf(tx, id, who));
    if (!job) throw notFound();
    return job;
  };
  /** What only its maker may do; others who see it are told that it is not theirs. */
  const ownJob = async (id: string, who: Asker): Promise<StoredJob> => {
    const job = await jobFor(id, who);
    if (job.accountId !== who.accountId) throw new HttpProblem(403, 'not-allowed');
    return job;
  };
  const answer = async (id: string, who: Asker) => presented(await jobFor(id, who));

  app.post(
    '/api/imports',
    {
      schema: {
        tags,
        summary: 'Begin an import of uploaded files (several only when they are parts of one shapefile)',
        body: Type.Object(
          { files: Type.Array(Id, { minItems: 1, maxItems: 8 }), settings: Type.Optional(Settings) },
          { additionalProperties: false },
        ),
        response: { 201: Job },
      },
    },
    async (request, reply) => {
      const who = await asker(request);
      const { files: ids, settings = {} } = request.body;
      checkKind(settings.kind, who.kinds);
      refusePersonalNumbers(settings);
      const id = clock.uuid();
      await gate.service('importer', async (tx) => {
        if ((await openJobsOf(tx, who.accountId)) >= mostOpen) throw new HttpProblem(429, 'too-many-imports');
        const files = [];
        for (const fileId of ids) {
          const file = await fileOf(tx, fileId, who.accountId);
          if (!file) throw notFound();
          if (file.received < file.bytes) throw new HttpProblem(409, 'not-complete', undefined, { current: file });
          files.push({ id: file.id, name: file.name });
        }
        const [main, ...parts] = files.toSorted((a, b) => Number(isSidecar(a.name)) - Number(isSidecar(b.name)));
        if (!main) throw notFound();
        // Any other file would be put aside without a word.
        const isOne =
          parts.every(({ name }) => isSidecar(name)) && new Set(files.map(({ name }) => name)).size === ids.length;
        if (!isOne) throw new HttpProblem(422, 'not-possible', 'several_files');
        const source = settings.source ?? stemOf(main.name);
        for (const part of parts) await uploads.putBeside(part, main);
        await insertJob(tx, {
          id,
          accountId: who.accountId,
          source,
          files: [main, ...parts],
          settings,
          at: clock.now(),
        });
      });
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await answer(id, who));
    },
  );

  app.get(
    '/api/imports',
    { schema: { tags, summary: 'Imports, newest first', response: { 200: WireList<ImportJob>('Imports') } } },
    async (request, reply) => {
      const who = await asker(request);
      reply.header('cache-control', 'no-store');
      return (await gate.service('importer', (tx) => jobsOf(tx, who))).map(presented);
    },
  );

  app.get(
    '/api/imports/:id',
    { schema: { tags, summary: 'An import, how it goes and what it came to', params: WithId, response: { 200: Job } } },
    async (request, reply) => {
      const who = await asker(request);
      reply.header('cache-control', 'no-store');
      return answer(request.params.id, who);
    },
  );

  app.patch(
    '/api/imports/:id',
    {
      schema: {
        tags,
        summary: 'Choose how the file is to be read: the settings take the place of those before',
        params: WithId,
        body: Settings,
        response: { 200: Job },
      },
    },
    async (request, reply) => {
      const who = await asker(request);
      const job = await ownJob(request.params.id, who);
      const settings = request.body;
      checkKind(settings.kind, who.kinds);
      refusePersonalNumbers(settings);
      const change = {
        settings,
        ...(settings.kind && { kind: settings.kind }),
        ...(settings.source && { source: settings.source }),
      };
      if (!(await runner.reopen(job, change)))
        throw new HttpProblem(409, 'conflict', undefined, { current: await answer(job.id, who) });
      reply.header('cache-control', 'no-store');
      return answer(job.id, who);
    },
  );

  app.get(
    '/api/imports/:id/description',
    {
      schema: {
        tags,
        summary: 'How the file is understood, and what looks wrong, before anything is read in',
        params: WithId,
        response: { 200: Wire<ImportDescription>('Description') },
      },
    },
    async (request, reply) => {
      const who = await asker(request);
      const job = await ownJob(request.params.id, who);
      reply.header('cache-control', 'no-store');
      return (await orProblem(() => describe(job, who.kinds))).description;
    },
  );

  app.post(
    '/api/imports/:id/read',
    { schema: { tags, summary: 'Read the file and say what it would change', params: WithId, response: { 202: Job } } },
    async (request, reply) => {
      const who = await asker(request);
      const job = await ownJob(request.params.id, who);
      const isSaid = job.settings.kind !== undefined && job.settings.mapping !== undefined;
      const settings = isSaid ? job.settings : (await orProblem(() => describe(job, who.kinds))).settings;
      const code = settings.kind;
      if (!code) throw new HttpProblem(422, 'kind-needed');
      checkKind(code, who.kinds);
      const kind = kindOf(code);
      const source = await orProblem(async () =>
        sourceNameOf(kind, job.files[0]?.name ?? '', wordsOf({ ...settings, source: job.source }, kind).options),
      );
      const organisationId = kind.isSecret ? await ownOrganisation(who) : null;
      const isMoved = await gate.service('importer', (tx) =>
        moveJob(tx, job.id, ['draft', 'failed'], 'waiting', {
          kind: code,
          source,
          organisationId,
          settings,
          fault: null,
          counts: null,
          finishedAt: null,
        }),
      );
      if (!isMoved) throw new HttpProblem(409, 'conflict', undefined, { current: await answer(job.id, who) });
      runner.read(await jobFor(job.id, who));
      return reply
        .code(202)
        .header('cache-control', 'no-store')
        .send(await answer(job.id, who));
    },
  );

  app.post(
    '/api/imports/:id/publish',
    { schema: { tags, summary: 'Show what was read to everybody', params: WithId, response: { 202: Job } } },
    async (request, reply) => {
      const who = await asker(request);
      const job = await ownJob(request.params.id, who);
      if (job.kind && kindOf(job.kind).isSecret) await ownOrganisation(who);
      const isMoved = await gate.service('importer', (tx) => moveJob(tx, job.id, ['ready'], 'publishing'));
      if (!isMoved) throw new HttpProblem(409, 'conflict', undefined, { current: await answer(job.id, who) });
      runner.publish(job);
      return reply
        .code(202)
        .header('cache-control', 'no-store')
        .send(await answer(job.id, who));
    },
  );

  app.post(
    '/api/imports/:id/undo',
    { schema: { tags, summary: 'Take the last publishing of a source back', params: WithId, response: { 200: Job } } },
    async (request, reply) => {
      const who = await asker(request);
      const job = await jobFor(request.params.id, who);
      await orProblem(() => runner.undo(job));
      reply.header('cache-control', 'no-store');
      return answer(job.id, who);
    },
  );

  app.delete(
    '/api/imports/:id',
    {
      schema: {
        tags,
        summary: 'Cancel an import, or throw away what was read',
        params: WithId,
        response: { 200: Job },
      },
    },
    async (request, reply) => {
      const who = await asker(request);
      const job = await jobFor(request.params.id, who);
      if (!(await runner.cancel(job)))
        throw new HttpProblem(409, 'conflict', undefined, { current: await answer(job.id, who) });
      reply.header('cache-control', 'no-store');
      return answer(job.id, who);
    },
  );

  /** Planned mounts are brought in by somebody of the organisation itself who is cleared for all of it, now. */
  async function ownOrganisation(who: Importer): Promise<string> {
    const account = await gate.as(who, me);
    const id = account?.organisation.id ?? '';
    if (!who.clearedFor.includes(id)) throw new HttpProblem(403, 'clearance-needed');
    return id;
  }
}

function checkKind(kind: ImportKind | undefined, kinds: readonly ImportKind[]): void {
  if (kind === undefined || kinds.includes(kind)) return;
  const message = 'This kind is not yours to bring in.';
  throw new HttpProblem(403, 'not-allowed', message, { errors: [{ field: 'kind', value: kind, message }] });
}

function isSidecar(name: string): boolean {
  return /\.(dbf|shx|prj|cpg|qpj|sbn|sbx|qix|shp\.xml)$/i.test(name);
}

/** A fault of the file is the sender's: said with its code and values, for the interface's own sentence. */
async function orProblem<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    throw new HttpProblem(422, 'import-fault', undefined, { current: { code: error.code, values: error.detail } });
  }
}

function presented({ accountId: _a, batchId: _b, organisationId: _o, files, ...job }: StoredJob): ImportJob {
  return { ...job, files: files.map(({ name }) => name) };
}
